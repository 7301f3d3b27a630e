import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../support/api.js';
import { withStore } from '../../support/database.js';
import { type InventedPaper, storePapers } from '../../support/stored-papers.js';

const PAPER: InventedPaper = {
  ...{ id: '2402.00001', title: 'TypoNet', abstract: 'TypoNet.', publishedAt: '2024-02-01' },
  methods: { TypoNet: 'proposed' },
  datasets: ['ImageNet'],
  results: [
    {
      ...{ quote: '58% accuracy', value: 58, unit: '%', metric: 'accuracy', subject: 'TypoNet' },
      ...{ dataset: 'ImageNet', comparableValue: 0.58, baseValue: 0.58, baseUnit: 'fraction' },
    },
  ],
};
const RESULT = `{ results { nodes { id value corrected comparableValue dataset { slug } } } }`;
const PROPOSE = `mutation ($result: ID!, $changes: CorrectionChangesInput!) {
  proposeCorrection(result: $result, changes: $changes, reason: "digits swapped", by: "a reader") {
    id status original { fields value dataset } corrected { value dataset }
  }
}`;
const DECIDE = `mutation ($id: ID!, $decision: Decision!) {
  decideCorrection(correction: $id, decision: $decision, note: "checked in the PDF", by: "an editor") {
    status result { value corrected } history { status by note }
  }
}`;
const LIST =
  '{ corrections { totalCount nodes { status result { value } history { status by } } } }';

describe('corrections', async () => {
  const store = await withStore();
  const ask = createAsk(store);
  const edit = createAsk(store, { authority: 'granted' });
  const resultNow = async () => (await ask(RESULT)).data.results.nodes[0];
  let result = '';
  beforeAll(async () => {
    await storePapers(store, [PAPER]);
    result = (await resultNow()).id;
  });

  it.each([
    ['off', 'FORBIDDEN', /API_KEY/],
    ['missing', 'UNAUTHENTICATED', /Bearer/],
    ['wrong', 'UNAUTHENTICATED', /not the one/],
  ] as const)('are refused where the key is %s', async (authority, code, says) => {
    const refused = createAsk(store, { authority });
    for (const answer of [
      await refused(PROPOSE, { result, changes: { value: 85 } }),
      await refused(DECIDE, { id: result, decision: 'ACCEPT' }),
    ]) {
      expect(answer.errors[0]?.extensions.code).toBe(code);
      expect(answer.errors[0]?.message).toMatch(says);
      expect(answer.statements).toEqual([]);
    }
  });

  it('wait for a decision, then change the result and all that is computed from it', async () => {
    const changes = { value: 85, dataset: 'ImageNet-1K' };
    const proposed = (await edit(PROPOSE, { result, changes })).data.proposeCorrection;
    expect(proposed).toMatchObject({
      status: 'PROPOSED',
      original: { fields: ['value', 'dataset'], value: 58, dataset: 'ImageNet' },
      corrected: changes,
    });
    expect(await resultNow()).toMatchObject({ value: 58, corrected: false });
    const node = await ask(
      `query ($id: ID!) { node(id: $id) { id ... on Correction { reason result { value } } } }`,
      { id: proposed.id },
    );
    expect([node.errors, node.data.node]).toEqual([
      [],
      { id: proposed.id, reason: 'digits swapped', result: { value: 58 } },
    ]);
    const decided = await edit(DECIDE, { id: proposed.id, decision: 'ACCEPT' });
    expect(decided.errors).toEqual([]);
    expect(decided.data.decideCorrection).toEqual({
      status: 'APPLIED',
      result: { value: 85, corrected: true },
      history: [
        { status: 'PROPOSED', by: 'a reader', note: 'digits swapped' },
        { status: 'APPLIED', by: 'an editor', note: 'checked in the PDF' },
      ],
    });
    expect(await resultNow()).toMatchObject({
      comparableValue: 0.85,
      dataset: { slug: 'imagenet-1k' },
    });
    const again = await edit(DECIDE, { id: proposed.id, decision: 'REJECT' });
    expect(again.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('give way to a later one, and are taken back to what was read', async () => {
    const { id } = (await edit(PROPOSE, { result, changes: { value: 86 } })).data.proposeCorrection;
    await edit(DECIDE, { id, decision: 'ACCEPT' });
    expect(await resultNow()).toMatchObject({ value: 86, dataset: { slug: 'imagenet' } });
    const { data } = await ask(LIST);
    expect(data.corrections.nodes.map(({ status }: { status: string }) => status)).toEqual([
      'APPLIED',
      'SUPERSEDED',
    ]);
    await edit(DECIDE, { id, decision: 'WITHDRAW' });
    expect(await resultNow()).toMatchObject({ value: 58, corrected: false });
  });

  it.each([
    [{}, /what should change/],
    [{ value: 58 }, /already/],
    [{ value: null }, /always has a value/],
    [{ unit: 'x'.repeat(301) }, /300 characters/],
  ])('that say %o are refused', async (changes, says) => {
    const { errors } = await edit(PROPOSE, { result, changes });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toMatch(says);
  });

  it('hold over another reading of the same text, and are listed as orphaned when it changes', async () => {
    const { id } = (await edit(PROPOSE, { result, changes: { value: 87 } })).data.proposeCorrection;
    await edit(DECIDE, { id, decision: 'ACCEPT' });
    await storePapers(store, [{ ...PAPER, abstract: 'TypoNet, revised.', version: 2 }]);
    const { data } = await ask(LIST);
    expect(data.corrections.nodes[0]).toMatchObject({ status: 'ORPHANED', result: null });
    expect(data.corrections.nodes[0].history.at(-1)).toEqual({
      status: 'ORPHANED',
      by: 'claimgraph',
    });
    await storePapers(store, [{ ...PAPER, version: 3 }]);
    expect((await ask(LIST)).data.corrections.nodes[0]).toMatchObject({
      status: 'APPLIED',
      result: { value: 87 },
    });
  });
});
