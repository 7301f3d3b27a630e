import { beforeAll, describe, expect, it } from 'vitest';
import { createAsk } from '../../support/api.js';
import { withStore } from '../../support/database.js';
import { MODEL_PAPERS } from '../../support/model-papers.js';
import { storePapers } from '../../support/stored-papers.js';

/** Filters on papers, the condition that they become, and the papers (by the end of their id) that fit. */
const PAPERS: readonly (readonly [filter: string, sql: string, ids: string])[] = [
  ['{ method: { eq: "LoRA" } }', "m.kind = 'method' AND m.slug = $1::text", '4 5 8'],
  ['{ method: { eq: "lora", role: [BASELINE] } }', 'm.role = $2::text', '4'],
  ['{ method: { in: ["BERT", "TinyNet"] } }', 'm.slug = ANY($1::text[])', '6 7'],
  ['{ method: { ne: "LoRA" } }', 'NOT EXISTS (SELECT 1 FROM mentions', '6 7 9'],
  ['{ method: { isNull: false, role: [PROPOSED] } }', "m.kind = 'method'", '4 5 6 9'],
  ['{ method: { eq: "AdaST" } }', 'm.slug = $1::text', '9'],
  ['{ dataset: { isNull: true } }', "m.kind = 'dataset'", '9'],
  ['{ task: { eq: "image classification" } }', "m.kind = 'task'", '4'],
  ['{ metric: { eq: "top-1 accuracy" } }', 'r.metric_slug = $1::text', '5'],
  ['{ score: { metric: "accuracy", value: { gte: 0.86 } } }', "r.form = 'absolute'", '6 7'],
  ['{ score: { metric: "memory", baseValue: { lt: 4e9 } } }', 'r.base_value < $2', '6'],
  ['{ gain: { category: MEMORY, factor: { gte: 2 } } }', 'r.gain_factor >= $2', '4 8'],
  ['{ gain: { baseline: "LoRA" } }', 'r.baseline_slug = $1::text', '4 5'],
  ['{ text: "language models" }', 'websearch_to_tsquery', '4 8'],
  ['{ text: "\\"large language\\" -SlimNet" }', 'websearch_to_tsquery', '8'],
  ['{ text: "& | ! ( : * \\\\" }', 'websearch_to_tsquery', ''],
  ['{ title: { contains: "slim" } }', 'strpos(lower(p.title)', '4 7'],
  ['{ title: { contains: "%" } }', 'strpos(lower(p.title)', ''],
  ['{ publishedAt: { eq: "2022" } }', 'p.published_on', '4 5'],
  ['{ publishedAt: { lte: "2022-07" } }', 'p.published_on', '4 5'],
  ['{ publishedAt: { gt: "2022-07", lt: "2024" } }', 'p.published_on', '6 7'],
  ['{ publishedAt: { between: ["2022-07", "2023-01"] } }', 'p.published_on', '5 6'],
  ['{ publishedAt: { ne: "2022" } }', 'p.published_on', '6 7 8'],
  ['{ publishedAt: { isNull: true } }', 'p.published_on IS NULL', '9'],
  ['{ source: { eq: "openalex" } }', 'p.source = $1::text', '8'],
  ['{ source: { notIn: ["openalex"] } }', 'p.source <> ALL($1::text[])', '4 5 6 7 9'],
  ['{ hasCode: true }', 'WHERE p.has_code', '4'],
  ['{ hasCode: false }', 'NOT p.has_code', '5 6 7 8 9'],
  ['{ results: { some: { value: { gt: 95 } } } }', 'EXISTS (SELECT 1 FROM results', '5'],
  ['{ results: { none: { form: { eq: RATIO } } } }', 'NOT EXISTS', '6 7 9'],
  [
    '{ results: { some: {}, every: { form: { eq: ABSOLUTE } } } }',
    'NOT coalesce(r.form = $1::text, FALSE)',
    '6 7',
  ],
  ['{ quantities: { some: { what: { eq: PARAMETERS } } } }', 'FROM quantities q', '4'],
  ['{ or: [{ hasCode: true }, { source: { eq: "openalex" } }] }', ' OR ', '4 8'],
  ['{ or: [] }', 'FALSE', ''],
  ['{ and: [{ hasCode: false }, { method: { eq: "LoRA" } }] }', ' AND ', '5 8'],
  ['{ not: { publishedAt: { gte: "2022" } } }', 'NOT coalesce(', '9'],
];

/** Filters on results, the condition, and how many fit. */
const RESULTS: readonly (readonly [filter: string, sql: string, count: number])[] = [
  ['{ method: { eq: "LoRA" } }', 'r.subject_slug = $1::text', 4],
  ['{ method: { eq: "LoRA", role: [BASELINE] } }', 'm.role = $', 2],
  ['{ baseline: { isNull: false } }', 'r.baseline_slug IS NOT NULL', 3],
  ['{ dataset: { notIn: ["ImageNet"] } }', 'r.dataset_slug <> ALL', 3],
  ['{ metric: { in: ["top-1 accuracy", "top-5 accuracy"] } }', 'r.metric_slug = ANY', 2],
  ['{ category: { in: [MEMORY, SPEED] } }', 'r.category = ANY', 6],
  ['{ form: { ne: ABSOLUTE } }', 'r.form <> $1::text', 3],
  ['{ direction: { isNull: true } }', 'r.direction IS NULL', 16],
  ['{ better: true }', 'r.better = $1::boolean', 3],
  ['{ setting: { contains: "SET" } }', 'strpos(lower(r.setting)', 2],
  ['{ unit: { eq: "GB" } }', 'r.unit = $1::text', 3],
  ['{ baseUnit: { eq: BYTES }, baseValue: { between: [8e9, 16e9] } }', 'r.base_value BETWEEN', 2],
  ['{ comparableValue: { in: [0.85] } }', 'r.comparable_value = $', 2],
  ['{ confidence: { lt: 0.5 } }', 'r.confidence <', 0],
  ['{ gain: { category: [MEMORY, SPEED], factor: { gt: 2 } } }', 'r.gain_factor IS NOT NULL', 2],
  ['{ gain: { category: [MEMORY, SPEED] } }', "r.form <> 'absolute' OR", 3],
  ['{ score: { metric: "accuracy", dataset: "GSM8K" } }', "r.form = 'absolute'", 3],
  ['{ rule: { eq: "test" }, check: { eq: UNCHECKED }, bound: { eq: EXACT } }', 'r.rule = ', 19],
  ['{ publishedAt: { gte: "2024" } }', 'r.published_on', 3],
  ['{ hasCode: true }', 'p.has_code', 5],
  ['{ text: "TinyNet" }', 'websearch_to_tsquery', 4],
  ['{ paper: { title: { contains: "again" } } }', 'FROM papers p WHERE p.id = r.paper_id', 4],
];

describe('filters', async () => {
  const store = await withStore();
  const ask = createAsk(store);
  beforeAll(() => storePapers(store, MODEL_PAPERS));

  it.each(PAPERS)('on papers: %s', async (filter, sql, ids) => {
    const { data, errors, statements } = await ask(
      `{ papers(filter: ${filter}, first: 50) { nodes { arxivId } totalCount } }`,
    );
    expect(errors).toEqual([]);
    expect(
      statements.some((statement) => statement.sql.includes(sql)),
      sql,
    ).toBe(true);
    const found = data.papers.nodes.map(({ arxivId }: { arxivId: string }) => arxivId.at(-1));
    expect(found.sort().join(' ')).toBe(ids);
    expect(data.papers.totalCount).toBe(found.length);
  });

  it.each(RESULTS)('on results: %s', async (filter, sql, count) => {
    const { data, errors, statements } = await ask(
      `{ results(filter: ${filter}, first: 50) { nodes { id } totalCount } }`,
    );
    expect(errors).toEqual([]);
    expect(
      statements.some((statement) => statement.sql.includes(sql)),
      sql,
    ).toBe(true);
    expect(data.results.nodes).toHaveLength(count);
    expect(data.results.totalCount).toBe(count);
  });

  it.each(['method', 'dataset', 'task', 'metric'])(
    'of one %s name the nearest of those that are there',
    async (kind) => {
      const near = { method: 'SlimNett', dataset: 'ImagNet', task: 'image clasification' };
      const name = { ...near, metric: 'acuracy' }[kind as keyof typeof near];
      const { data, errors } = await ask(`{ ${kind}(slug: "${name}") { name } }`);
      expect(data[kind]).toBeNull();
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', kind, name });
      expect(errors[0]?.extensions.nearest).not.toEqual([]);
      expect(errors[0]?.message).toMatch(/Did you mean "(?:SlimNet|ImageNet|image class|accuracy)/);
    },
  );

  it.each([
    ['confidence: { gte: 2 }', /from 0 to 1; gte 2 fits nothing/],
    ['confidence: { eq: -0.1 }', /from 0 to 1/],
    ['confidence: { gte: 0.5, lte: 0.1 }', /confidence gte 0.5 and lte 0.1 at once/],
    ['value: { between: [3, 2] }', /value from 3 and to 2 at once/],
    ['value: { gt: 2, lte: 2 }', /gt 2 and lte 2/],
    ['gain: { factor: { gte: 3, lt: 3 } }', /factor gte 3 and lt 3/],
    ['publishedAt: { gte: "2025", lte: "2024-06" }', /publishedAt gte "2025" and lte "2024-06"/],
    ['or: [{ paper: { text: "an \\"open quote" } }]', /quote is not closed/],
  ])('refuse what can only be a slip: %s', async (filter, says) => {
    const { errors } = await ask(`{ results(filter: { ${filter} }) { totalCount } }`);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toMatch(says);
  });

  it.each([
    'confidence: { gte: 0.5, lte: 0.5 }',
    'publishedAt: { gte: "2024-05", lte: "2024" }',
    'value: { between: [2, 2] }',
    'text: "\\"closed quote\\" -other"',
  ])('take what may fit: %s', async (filter) => {
    expect((await ask(`{ results(filter: { ${filter} }) { totalCount } }`)).errors).toEqual([]);
  });

  it('refuse half of a surrogate pair', async () => {
    const { errors } = await ask(
      'query ($text: String!) { papers(filter: { title: { contains: $text } }) { totalCount } }',
      { text: 'half \ud800' },
    );
    expect(errors[0]?.message).toMatch(/surrogate/);
  });

  it('write no value into SQL', async () => {
    const evil = "x'; DROP TABLE papers; --";
    const { statements } = await ask(
      'query ($text: String!) { papers(filter: { title: { contains: $text }, source: { eq: $text }, text: $text }) { totalCount } }',
      { text: evil },
    );
    expect(statements.length).toBeGreaterThan(0);
    for (const { sql, parameters } of statements) {
      expect(sql).not.toContain('DROP');
      expect(parameters).toContain(evil);
    }
  });

  it.each([
    ['{ method: { eq: "LoRRA" } }', { nearest: ['LoRA'] }, /Did you mean "LoRA"/],
    ['{ metric: { eq: "acuracy" } }', { kind: 'metric', nearest: ['accuracy'] }, /cannot match/],
    ['{ not: { dataset: { eq: "NoSuchSet" } } }', { kind: 'dataset' }, /names a data set/],
  ])('name the nearest for %s', async (filter, detail, says) => {
    const { errors } = await ask(`{ papers(filter: ${filter}) { totalCount } }`);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', ...detail });
    expect(errors[0]?.message).toMatch(says);
  });

  it('name the candidates of a short form that means several things', async () => {
    const { errors } = await ask('{ papers(filter: { method: { eq: "AST" } }) { totalCount } }');
    expect(errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      candidates: [
        { slug: 'adaptive-sparse-trainer', papers: 1 },
        { slug: 'audio-spectrogram-transformer', papers: 1 },
      ],
    });
  });

  it.each([
    [`{ source: { in: [${'"a",'.repeat(101)}] } }`, /100 entries/],
    [`{ title: { contains: "${'a'.repeat(257)}" } }`, /256 characters/],
    ['{ title: { contains: "a\\u0000b" } }', /NUL/],
    ['{ not: { not: { not: { not: { not: { hasCode: true } } } } } }', /5 deep/],
    [
      '{ not: { results: { some: { paper: { results: { some: { paper: { hasCode: true } } } } } } } }',
      /5 deep/,
    ],
    ['{ publishedAt: { gte: "yesterday" } }', /is no date/],
    ['{ publishedAt: { gte: "2023-02-29" } }', /is no date/],
    ['{ score: { value: { between: [1] } } }', /two values/],
  ])('refuse %s', async (filter, says) => {
    const { errors } = await ask(`{ papers(filter: ${filter}) { totalCount } }`);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toMatch(says);
  });
});
