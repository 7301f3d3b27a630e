import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOperations } from '../../../src/http/operations.js';
import { type Answer, ask } from '../../support/ask.js';
import { withServer } from '../../support/server.js';

const SAMPLE = 'src/commands/sample/papers.json';

/** Operations that have no row to show on the sample, and why. */
const WITHOUT_ROWS: Readonly<Record<string, string>> = {
  contradictions: 'no two papers of the sample give a level of one method on one data set',
  'how-good-is-the-reading': 'measured on annotated papers, for the versions that were measured',
};

/** The rows of each other operation: what a newcomer is to see. */
const ROWS: Readonly<Record<string, (data: Answer['data']) => readonly unknown[]>> = {
  'memory-gains': ({ papers }) => papers.nodes,
  'biggest-speedups': ({ results }) => results.nodes,
  'papers-using-a-method': ({ papers }) => papers.nodes,
  'numbers-on-a-dataset': ({ results }) => results.nodes,
  'one-paper': ({ paper }) => paper?.results.nodes ?? [],
  'search-papers': ({ papers }) => papers.nodes,
  'one-method': ({ method }) => method?.papers.nodes ?? [],
  'what-beats-a-method': ({ results }) => results.nodes,
  'scores-at-least': ({ papers }) => papers.nodes,
  leaderboard: ({ leaderboard }) => leaderboard.entries.nodes,
  'compare-methods': ({ compare }) =>
    compare.pairs.filter(({ verdict }: { verdict: string }) => verdict === 'COMPARABLE'),
  'head-to-head': ({ headToHead }) => headToHead.matches.nodes,
  'trade-offs': ({ paretoFront }) => paretoFront.points,
  'what-is-measured': ({ metrics }) => metrics.buckets,
  'gains-over-time': ({ stats }) => stats,
  'dashboard-rows': ({ resultRows }) => resultRows.nodes,
  'most-used-datasets': ({ datasets }) => datasets.nodes,
  'ingest-report': ({ ingestRuns }) => ingestRuns.nodes,
  'read-a-text': ({ extract }) => extract.results,
};

describe('the operations on the bundled sample', async () => {
  const server = await withServer({ papers: JSON.parse(readFileSync(SAMPLE, 'utf8')) });
  const operations = readOperations();
  const queryOf = (id: string) => operations.find((operation) => operation.id === id)?.query ?? '';

  it('are all looked at', () => {
    const looked = [...Object.keys(ROWS), ...Object.keys(WITHOUT_ROWS)].sort();
    expect(operations.map(({ id }) => id).sort()).toEqual(looked);
  });

  it.each(Object.entries(ROWS))('%s has rows', async (id, rowsOf) => {
    const { data, errors } = await ask(server, queryOf(id));
    expect(errors).toBeUndefined();
    expect(rowsOf(data)).not.toEqual([]);
  });

  it.each(Object.keys(WITHOUT_ROWS))('%s is answered without an error', async (id) => {
    const { data, errors } = await ask(server, queryOf(id));
    expect(errors).toBeUndefined();
    expect(data).toBeTruthy();
  });

  it('memory-gains shows the gains that were asked for alone', async () => {
    const { data } = await ask(server, queryOf('memory-gains'));
    for (const { title, results } of data.papers.nodes) {
      expect(results.nodes, title).not.toEqual([]);
      for (const { category, gain } of results.nodes) {
        expect(category).toBe('MEMORY');
        expect(gain.factor).toBeGreaterThanOrEqual(2);
      }
    }
  });
});
