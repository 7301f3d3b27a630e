import type { Import } from './imports.js';

/** What each folder of `src` may import from the others; itself is always allowed. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  knowledge: ['domain'],
  sources: ['domain'],
  documents: ['domain'],
  extraction: ['domain', 'knowledge'],
  normalisation: ['domain', 'knowledge'],
  store: ['domain'],
  pipeline: [
    ...['domain', 'knowledge', 'sources', 'documents'],
    ...['extraction', 'normalisation', 'store'],
  ],
  evaluation: ['domain', 'pipeline'],
  graphql: ['domain', 'store', 'knowledge'],
  http: ['domain', 'store'],
};
/** These may import everything: they put the parts together. */
const COMPOSING = ['commands', 'server.ts', 'cli.ts', 'config.ts'];

/** Packages that only some places may know. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  compromise: /^src\/extraction\/nlp\.ts$/,
  typeorm: /^(?:src\/store\/|migrations\/|ormconfig\.ts)/,
  'type-graphql': /^src\/(?:graphql\/|server\.ts)/,
  '@apollo/server': /^src\/(?:graphql\/|server\.ts)/,
};

/** One sentence for an import that goes against the arrows; null for one that may be. */
export function forbidden({ file, target }: Import): string | null {
  const place = PACKAGES[target];
  if (place && !place.test(file)) return `${file} imports ${target}`;
  const from = folderOf(file);
  const to = folderOf(target);
  if (from === null || to === null || from === to || COMPOSING.includes(from)) return null;
  if (ARROWS[from]?.includes(to)) return null;
  return `${file} imports ${target}: ${from} may import ${ARROWS[from]?.join(', ') || 'nothing'}`;
}

function folderOf(path: string): string | null {
  return /^src\/([^/]+)/.exec(path)?.[1] ?? null;
}
