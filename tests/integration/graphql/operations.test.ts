import { parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../../src/graphql/schema.js';
import { type Operation, readOperations } from '../../../src/http/operations.js';
import { type Answer, createAsk } from '../../support/api.js';
import { withStore } from '../../support/database.js';
import { MODEL_PAPERS } from '../../support/model-papers.js';
import { MODEL_VARIABLES } from '../../support/model-variables.mjs';
import { levelsOf } from '../../support/operation-levels.js';
import { storePapers } from '../../support/stored-papers.js';

const titles = (nodes: readonly { title: string }[]) => nodes.map(({ title }) => title);

/** What each operation of schema/operations has to find among the model papers. */
const FOUND: Readonly<Record<string, (data: Answer['data']) => void>> = {
  'memory-gains': ({ papers }) => {
    expect(papers.totalCount).toBe(2);
    expect(titles(papers.nodes)).toEqual([
      'Tuning less of low-rank large language models',
      'SlimNet for low-rank language models',
    ]);
  },
  'biggest-speedups': ({ results }) => {
    expect(results.nodes).toHaveLength(1);
    expect(results.nodes[0]).toMatchObject({ gain: { factor: 3 }, subjectName: 'FastNet' });
  },
  'papers-using-a-method': ({ papers }) => {
    expect(papers.totalCount).toBe(3);
    expect(papers.nodes[2].methods).toEqual([
      { name: 'SlimNet', role: 'PROPOSED', method: { slug: 'slimnet' } },
      { name: 'LoRA', role: 'BASELINE', method: { slug: 'lora' } },
    ]);
  },
  'numbers-on-a-dataset': ({ results }) => {
    expect(results.totalCount).toBe(10);
    expect(results.nodes[0].paper.title).toBe('SlimNet again, with BERT and CLIP');
  },
  'one-paper': ({ paper }) => {
    expect(paper.results.nodes).toHaveLength(5);
    expect(paper.quantities.nodes).toEqual([
      { quote: 'quote', what: 'PARAMETERS', value: 7e9, unit: '' },
    ]);
    expect(paper.links).toEqual([{ kind: 'CODE', url: 'https://example.org/slimnet' }]);
    expect(paper.tasks).toEqual([{ name: 'image classification' }]);
  },
  'search-papers': ({ papers }) => {
    expect(titles(papers.nodes).sort()).toEqual([
      'SlimNet for low-rank language models',
      'Tuning less of low-rank large language models',
    ]);
  },
  'one-method': ({ method }) => {
    expect(method).toMatchObject({ name: 'LoRA', paperCount: 3 });
    expect(method.results.totalCount).toBe(4);
    expect(method.comparedAgainst.totalCount).toBe(2);
  },
  'what-beats-a-method': ({ results }) => {
    const gains = results.nodes.map((node: { gain: { factor: number } }) => node.gain.factor);
    expect(gains).toEqual([3, 2]);
  },
  'scores-at-least': ({ papers }) => {
    expect(titles(papers.nodes)).toEqual(['SlimNet for low-rank language models']);
    expect(papers.nodes[0].results.nodes).toMatchObject([
      { comparableValue: 0.85 },
      { comparableValue: 0.8 },
    ]);
  },
  leaderboard: ({ leaderboard }) => {
    expect(leaderboard.metric).toEqual({ name: 'accuracy', better: 'HIGHER' });
    expect(
      leaderboard.entries.nodes.map((node: { rank: number; value: number }) => [
        node.rank,
        node.value,
      ]),
    ).toEqual([
      [1, 0.85],
      [1, 0.85],
      [3, 0.83],
      [4, 0.8],
      [5, 0.7],
    ]);
    expect(leaderboard.bestSoFar).toMatchObject([{ publishedAt: '2022-03-10', value: 0.85 }]);
    expect(leaderboard.settings.map(({ key }: { key: string | null }) => key)).toEqual([
      null,
      'test',
      'validation',
      'zero shot',
    ]);
  },
  'compare-methods': ({ compare }) => {
    const verdicts = compare.pairs
      .filter(
        ({ dataset, metric }: Record<string, unknown>) =>
          dataset === 'imagenet' && metric === 'accuracy',
      )
      .map((pair: Record<string, unknown>) => [
        pair.aName,
        pair.bName,
        pair.verdict,
        pair.reason,
        pair.winner,
      ]);
    expect(verdicts).toEqual([
      ['LoRA', 'BERT', 'COMPARABLE', 'SAME_MEASURE', 'A'],
      ['LoRA', 'CLIP', 'UNKNOWN', 'SETTING_UNSTATED', null],
      ['BERT', 'CLIP', 'UNKNOWN', 'SETTING_UNSTATED', null],
    ]);
  },
  'head-to-head': ({ headToHead }) => {
    expect(headToHead.tally).toEqual({ a: 1, b: 1, ties: 0, undecided: 0, papers: 1 });
    expect(headToHead.matches.nodes).toHaveLength(2);
  },
  contradictions: ({ contradictions }) => {
    expect(contradictions.nodes).toMatchObject([
      {
        method: { name: 'SlimNet' },
        lowestValue: 0.83,
        highestValue: 0.85,
        paperCount: 2,
        lowest: { paper: { title: 'SlimNet again, with BERT and CLIP' } },
        highest: { paper: { title: 'SlimNet for low-rank language models' } },
      },
    ]);
  },
  'trade-offs': ({ paretoFront }) => {
    expect(paretoFront.y).toEqual({ better: 'LOWER', unit: 'bytes' });
    expect(paretoFront.points).toMatchObject([{ method: { name: 'TinyNet' }, x: 0.88, y: 2e9 }]);
    expect(paretoFront.dominatedCount).toBe(2);
  },
  'what-is-measured': ({ metrics, methods }) => {
    expect(
      metrics.buckets.map(({ key, count }: { key: string; count: number }) => [key, count]),
    ).toEqual([
      ['accuracy', 8],
      ['top-1-accuracy', 1],
      ['top-5-accuracy', 1],
    ]);
    expect(methods).toMatchObject({ groupsCount: 6, otherCount: 0, missingCount: 0 });
  },
  'gains-over-time': ({ stats }) => {
    expect(stats).toEqual([
      { period: '2022', start: '2022-01-01', papers: 1, results: 1, medianGain: 2, bestGain: 2 },
      { period: '2024', start: '2024-01-01', papers: 1, results: 1, medianGain: 3, bestGain: 3 },
    ]);
  },
  'dashboard-rows': ({ resultRows }) => {
    expect(resultRows.nodes).toHaveLength(19);
    expect(resultRows.nodes[0]).toMatchObject({ publishedAt: '2024-01-01' });
  },
  'most-used-datasets': ({ datasets }) => {
    expect(
      datasets.nodes.map(({ name, paperCount }: Record<string, unknown>) => [name, paperCount]),
    ).toEqual([
      ['ImageNet', 4],
      ['GSM8K', 2],
    ]);
    expect(datasets.nodes[0].results.nodes).toHaveLength(3);
  },
  'ingest-report': ({ ingestRuns }) => {
    expect(ingestRuns.nodes).toMatchObject([
      { status: 'DONE', read: 7, rejects: { nodes: [{ position: 'line 3', reason: 'no title' }] } },
    ]);
  },
  'how-good-is-the-reading': ({ extractionQuality }) => {
    expect(extractionQuality.note).toMatch(/has not been measured/);
  },
  'read-a-text': ({ extract }) => {
    expect(extract.results.length).toBeGreaterThan(0);
  },
};

describe('schema/operations', async () => {
  const store = await withStore();
  const ask = createAsk(store);
  const schema = createSchema();

  beforeAll(async () => {
    await storePapers(store, MODEL_PAPERS);
    const [{ id }] = await store.dataSource.query(
      `INSERT INTO ingest_runs (origin, origin_key, status, read, stored, rejected, finished_at)
       VALUES ('papers.jsonl', 'key', 'done', 7, 6, 1, now()) RETURNING id`,
    );
    await store.dataSource.query(
      `INSERT INTO rejects (id, origin, source, position, reason, raw, run_id)
       VALUES (gen_random_uuid(), 'papers.jsonl', 'json', 'line 3', 'no title', '{}', $1)`,
      [id],
    );
  });

  it('each have rows to find', () => {
    expect(
      readOperations()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Object.keys(FOUND).sort());
  });

  it.each(readOperations())('answer $id', async ({ id, query }: Operation) => {
    const { data, errors } = await ask(query, MODEL_VARIABLES[id]);
    expect(errors).toEqual([]);
    FOUND[id]?.(data);
  });

  it.each(readOperations())(
    '$id asks the store once a level, whatever the page',
    async ({ id, query }) => {
      const most = levelsOf(schema, parse(query)) + 2;
      const few = await ask(query, { ...MODEL_VARIABLES[id], first: 1 });
      const many = await ask(query, { ...MODEL_VARIABLES[id], first: 50 });
      expect(many.errors).toEqual([]);
      expect(many.statements.length, statementsOf(many)).toBeLessThanOrEqual(most);
      expect(few.statements.length).toBeLessThanOrEqual(most);
    },
  );
});

function statementsOf({ statements }: Answer): string {
  return statements.map(({ sql }) => sql.replace(/\s+/g, ' ').slice(0, 100)).join('\n');
}
