import { beforeAll, describe, expect, it } from 'vitest';
import { readOperations } from '../../../src/http/operations.js';
import { createAsk, type Statement } from '../../support/api.js';
import { withStore } from '../../support/database.js';
import { generateStore } from '../../support/generated-store.js';
import { MODEL_VARIABLES } from '../../support/model-variables.mjs';

const PAPERS = 20_000;
/** Tables that grow with the papers. */
const BIG = ['papers', 'documents', 'mentions', 'results', 'quantities', 'links', 'extractions'];

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

describe('query plans', async () => {
  const store = await withStore();
  const ask = createAsk(store);
  beforeAll(() => generateStore(store, PAPERS), 300_000);

  async function scansOf({ sql, parameters }: Statement): Promise<string[]> {
    const [row] = await store.dataSource.query(`EXPLAIN (FORMAT JSON) ${sql}`, [...parameters]);
    const walk = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(walk)];
    return walk(row['QUERY PLAN'][0].Plan)
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

  it('are seen to read one', async () => {
    const sql = 'SELECT count(*) FROM results WHERE quote = $1';
    expect(await scansOf({ sql, parameters: ['x'] })).toEqual(['results']);
  });
});
