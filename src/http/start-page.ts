import { readFileSync } from 'node:fs';
import { escapeHtml } from './escape-html.js';
import type { Operation } from './operations.js';

export interface Counts {
  readonly papers: number;
  readonly results: number;
  readonly methods: number;
  readonly datasets: number;
}

const STYLE = readFileSync(new URL('./page.css', import.meta.url), 'utf8');

/** The page at `/`: what this is, how much is in it, and queries to start from. */
export function startPage(
  counts: Counts,
  operations: readonly Operation[],
  sample: boolean,
): string {
  const cards = operations.map(
    ({ id, title, query }) => `<a class="card" href="/playground?example=${encodeURIComponent(id)}">
      <h3>${escapeHtml(title)}</h3><pre>${escapeHtml(excerpt(query))}</pre><span>Open in the playground →</span></a>`,
  );
  const figures = Object.entries(counts).map(
    ([name, count]) => `<li><b>${count.toLocaleString('en-US')}</b> ${name}</li>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>claimgraph</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body><main>
<header><h1>claimgraph</h1>
<p>Papers say what they gain. Here you can ask for it: every reported number, with its data set, method,
baseline and the exact characters it was read from.</p>
<ul class="figures">${figures.join('')}</ul>
<p class="actions"><a class="button" href="/playground">Open the playground</a>
<a href="/graphql?query=%7B__typename%7D">GraphQL endpoint: <code>/graphql</code></a></p>
${sample ? '<p class="note">This is the bundled sample. It leaves with the first paper of your own: <code>npx claimgraph ingest papers.jsonl</code></p>' : ''}
</header><h2>Questions to start from</h2><section class="cards">${cards.join('')}</section></main></body></html>`;
}

const EXCERPT_LINES = 9;

function excerpt(query: string): string {
  const lines = query.split('\n').filter((line) => !line.startsWith('#') && line.trim() !== '');
  return lines.length > EXCERPT_LINES
    ? [...lines.slice(0, EXCERPT_LINES), '  …'].join('\n')
    : lines.join('\n');
}
