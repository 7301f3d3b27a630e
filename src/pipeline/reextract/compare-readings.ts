import { isDeepStrictEqual } from 'node:util';

type Row = Readonly<Record<string, unknown>>;
type Table = 'mentions' | 'results' | 'quantities' | 'links';
/** Rows of one reading, by table. */
export type Reading = Readonly<Record<Table, readonly Row[]>>;

/** One finding that two versions read differently. */
export interface Alteration {
  /** Quote, name or address: what a person finds it by. */
  readonly what: string;
  /** The fields that differ, before and after. */
  readonly fields: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
}

export interface TableDifferences {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly altered: readonly Alteration[];
}

export type Differences = Readonly<Record<Table, TableDifferences>>;

/** What makes two rows the same finding, what a person calls it, and what is compared. */
const FINDINGS: Readonly<
  Record<Table, { key(row: Row): string; name: string; fields: readonly string[] }>
> = {
  mentions: {
    key: ({ kind, slug }) => `${kind} ${slug}`,
    name: 'name',
    fields: ['name', 'aliases', 'role', 'spans', 'rule', 'confidence'],
  },
  results: {
    key: ({ id }) => String(id),
    name: 'quote',
    fields: [
      ...['quote', 'value', 'high', 'unit', 'form', 'direction', 'better', 'bound', 'metric'],
      ...['category', 'dataset', 'task', 'subject', 'baseline', 'setting', 'rule', 'confidence'],
      ...['base_value', 'base_high', 'base_unit', 'comparable_value', 'gain_factor', 'gain_high'],
      ...['gain_kind', 'check_status', 'metric_slug', 'dataset_slug', 'task_slug'],
      ...['subject_slug', 'baseline_slug'],
    ],
  },
  quantities: {
    key: ({ id }) => String(id),
    name: 'quote',
    fields: ['quote', 'value', 'unit', 'what', 'rule'],
  },
  links: {
    key: ({ url, field, start_offset }) => `${field} ${start_offset} ${url}`,
    name: 'url',
    fields: ['kind', 'end_offset', 'rule'],
  },
};

export const TABLES = Object.keys(FINDINGS) as Table[];

/** What a new reading of a text adds, removes and alters. */
export function compareReadings(before: Reading, after: Reading): Differences {
  const entries = TABLES.map((table) => [table, compareTable(table, before[table], after[table])]);
  return Object.fromEntries(entries) as Differences;
}

function compareTable(
  table: Table,
  before: readonly Row[],
  after: readonly Row[],
): TableDifferences {
  const { key, name, fields } = FINDINGS[table];
  const earlier = new Map(before.map((row) => [key(row), row]));
  const later = new Map(after.map((row) => [key(row), row]));
  const nameOf = (row: Row) => String(row[name]);
  return {
    added: [...later].filter(([id]) => !earlier.has(id)).map(([, row]) => nameOf(row)),
    removed: [...earlier].filter(([id]) => !later.has(id)).map(([, row]) => nameOf(row)),
    altered: [...later].flatMap(([id, row]) => {
      const was = earlier.get(id);
      if (!was) return [];
      const changed = fields.filter(
        (field) => !isDeepStrictEqual(was[field] ?? null, row[field] ?? null),
      );
      if (changed.length === 0) return [];
      const pairs = changed.map((field) => [field, [was[field] ?? null, row[field] ?? null]]);
      return [{ what: nameOf(row), fields: Object.fromEntries(pairs) }];
    }),
  };
}
