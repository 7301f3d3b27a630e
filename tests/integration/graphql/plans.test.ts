import { beforeAll, describe, expect, it } from 'vitest';
import { readOperations } from '../../../src/http/operations.js';
import { createAsk, type Statement } from '../../support/api.js';
import { withStore } from '../../support/database.js';
import { generateStore } from '../../support/generated-store.js';
import { MODEL_VARIABLES } from '../../support/model-variables.mjs';

const PAPERS = 20_000;
/** Tables that grow with the papers. */
const BIG = ['papers', 'documents', 'mentions', 'results', 'quantities', 'links', 'extractions'];

/** Asked for the first rows of long lists; LoRA, ImageNet and accuracy have thousands of results. */
const HEADS = [
  '{ results(filter: { gain: { category: [SPEED], factor: { gte: 1.5 } } }, orderBy: [{ field: GAIN_FACTOR, direction: DESC }], first: 10) { nodes { quote } } }',
  '{ results(filter: { gain: { category: [SPEED, MEMORY], factor: { gte: 1.5 } } }, orderBy: [{ field: GAIN_FACTOR, direction: DESC }], first: 10) { nodes { quote } } }',
  '{ results(filter: { gain: { category: [SPEED] } }, orderBy: [{ field: GAIN_FACTOR, direction: DESC }], first: 10) { nodes { quote } } }',
  '{ results(orderBy: [{ field: GAIN_FACTOR, direction: DESC }], first: 10) { nodes { quote } } }',
  '{ results(orderBy: [{ field: CONFIDENCE, direction: DESC }], first: 10) { nodes { quote } } }',
  '{ results(filter: { publishedAt: { gte: "2020" } }, orderBy: [{ field: PUBLISHED_AT, direction: ASC }], first: 10) { nodes { quote } } }',
  '{ results(filter: { metric: { eq: "accuracy" } }, orderBy: [{ field: COMPARABLE_VALUE, direction: DESC }], first: 10) { nodes { quote } } }',
  '{ results(filter: { metric: { eq: "latency" } }, orderBy: [{ field: COMPARABLE_VALUE, direction: ASC }], first: 10) { nodes { quote } } }',
  '{ results(orderBy: [{ field: PUBLISHED_AT, direction: ASC }], first: 10) { nodes { quote } } }',
  '{ method(slug: "lora") { results(first: 10) { nodes { quote } } } }',
  '{ method(slug: "lora") { results(first: 10, orderBy: [{ field: CONFIDENCE, direction: DESC }]) { nodes { quote } } } }',
  '{ method(slug: "lora") { comparedAgainst(first: 10) { nodes { quote } } } }',
  '{ dataset(slug: "imagenet") { results(first: 10) { nodes { quote } } } }',
  '{ metric(slug: "accuracy") { paperCount results(first: 10) { nodes { quote } } } }',
  '{ datasets(first: 3) { nodes { results(first: 3) { nodes { quote } } } } }',
];
/** Papers that name or report one thing. */
const OF_ONE_THING = [
  'gain: { category: [MEMORY], factor: { gte: 2 } }',
  'gain: { category: [MEMORY] }',
  'score: { metric: "accuracy", value: { gte: 0.8 } }',
  'method: { eq: "LoRA" }',
  'method: { eq: "LoRA", role: [BASELINE] }',
  'dataset: { eq: "ImageNet" }',
];
/** Rows that may be looked at for a row that is shown. */
const PER_ROW = 10;

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

describe('query plans', async () => {
  const store = await withStore();
  const ask = createAsk(store);
  beforeAll(() => generateStore(store, PAPERS), 300_000);

  async function scansOf({ sql, parameters }: Statement): Promise<string[]> {
    const [row] = await store.dataSource.query(`EXPLAIN (FORMAT JSON) ${sql}`, [...parameters]);
    return nodesOf(row['QUERY PLAN'][0].Plan)
      .filter((node) => node['Node Type'] === 'Seq Scan')
      .map((node) => node['Relation Name'] ?? '')
      .filter((table) => BIG.includes(table));
  }

  it.each(readOperations())('of $id read no big table from end to end', async ({ id, query }) => {
    const { statements, errors } = await ask(query, MODEL_VARIABLES[id]);
    expect(errors).toEqual([]);
    for (const statement of statements) {
      expect(await scansOf(statement), statement.sql).toEqual([]);
    }
  });

  /** How many rows of a table a statement fetches. */
  async function rowsRead(table: string, { sql, parameters }: Statement): Promise<number> {
    const [row] = await store.dataSource.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, [
      ...parameters,
    ]);
    return nodesOf(row['QUERY PLAN'][0].Plan)
      .filter((node) => node['Relation Name'] === table)
      .reduce((sum, node) => {
        const { 'Actual Rows': rows = 0, 'Rows Removed by Filter': removed = 0 } = node;
        return sum + (rows + removed) * (node['Actual Loops'] ?? 0);
      }, 0);
  }

  it.each(HEADS)('of the first rows read no more than those: %s', async (query) => {
    const { statements, errors } = await ask(query);
    expect(errors).toEqual([]);
    for (const statement of statements) {
      expect(await rowsRead('results', statement), statement.sql).toBeLessThan(10 * PER_ROW);
    }
  });

  it.each(OF_ONE_THING)('of the total for %s leave papers alone', async (filter) => {
    const { statements, data } = await ask(`{ papers(filter: { ${filter} }) { totalCount } }`);
    const count = statements.at(-1) as Statement;
    expect(count.sql).not.toContain('FROM papers');
    expect(data.papers.totalCount).toBeGreaterThan(10);
    const general = await ask(`{ papers(filter: { and: [{ ${filter} }] }) { totalCount } }`);
    expect(data.papers.totalCount).toBe(general.data.papers.totalCount);
  });

  it('are seen to read more', async () => {
    const sql = 'SELECT quote FROM results ORDER BY end_offset, id LIMIT 10';
    expect(await rowsRead('results', { sql, parameters: [] })).toBeGreaterThan(4 * PAPERS);
  });

  it('are seen to read one', async () => {
    const sql = 'SELECT count(*) FROM results WHERE quote = $1';
    expect(await scansOf({ sql, parameters: ['x'] })).toEqual(['results']);
  });
});
