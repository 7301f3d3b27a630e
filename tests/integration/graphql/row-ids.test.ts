import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../support/api.js';
import { withStore } from '../../support/database.js';
import { MODEL_PAPERS } from '../../support/model-papers.js';
import { storePapers } from '../../support/stored-papers.js';

describe('the UUID of a row, as exports have it', async () => {
  const store = await withStore();
  const ask = createAsk(store);
  beforeAll(() => storePapers(store, MODEL_PAPERS));
  const row = async (): Promise<{ id: string; paper_id: string }> =>
    (await store.dataSource.query('SELECT id, paper_id FROM v_results ORDER BY id LIMIT 1'))[0];

  it('is an id of the API', async () => {
    const { id, paper_id } = await row();
    const { data, errors } = await ask(
      `query ($ids: [ID!]!, $paper: ID!) {
        nodes(ids: $ids) { __typename id }
        paper(id: $paper) { id }
        corrections(filter: { result: "${id}" }) { totalCount }
      }`,
      { ids: [id, paper_id, id.toUpperCase()], paper: paper_id },
    );
    expect(errors).toEqual([]);
    expect(data.nodes.map((node: { __typename: string }) => node.__typename)).toEqual([
      ...['Result', 'Paper', 'Result'],
    ]);
    const [result, paper] = data.nodes;
    const again = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [result.id, paper.id],
    });
    expect(again.data.nodes).toEqual([{ id: result.id }, { id: paper.id }]);
    expect(data.paper).toEqual({ id: paper.id });
  });

  it('is null where nothing has it, and an error where it is none', async () => {
    const gone = await ask('{ node(id: "0199a90c-0000-4000-8000-000000000000") { id } }');
    expect([gone.data.node, gone.errors]).toEqual([null, []]);
    const { errors } = await ask('{ node(id: "0199a90c-0000-4000-8000-00000000000") { id } }');
    expect(errors[0]?.message).toMatch(/no id of this API/);
  });
});
