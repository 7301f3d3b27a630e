import { type Differences, TABLES } from './compare-readings.js';

/** How much of a kind of finding two versions read differently. */
export interface TableCounts {
  readonly added: number;
  readonly removed: number;
  readonly altered: number;
  /** How often each field differs among the altered. */
  readonly fields: Readonly<Record<string, number>>;
}

export type DifferenceCounts = Readonly<Record<keyof Differences, TableCounts>>;

const NONE: TableCounts = Object.freeze({ added: 0, removed: 0, altered: 0, fields: {} });
export const NO_DIFFERENCES: DifferenceCounts = Object.freeze({
  ...{ mentions: NONE, results: NONE, quantities: NONE, links: NONE },
});

/** The counts with one paper's differences added. */
export function addDifferences(counts: DifferenceCounts, more: Differences): DifferenceCounts {
  const entries = TABLES.map((table) => {
    const { added, removed, altered } = more[table];
    const fields: Record<string, number> = { ...counts[table].fields };
    for (const { fields: changed } of altered) {
      for (const field of Object.keys(changed)) fields[field] = (fields[field] ?? 0) + 1;
    }
    return [
      table,
      {
        added: counts[table].added + added.length,
        removed: counts[table].removed + removed.length,
        altered: counts[table].altered + altered.length,
        fields,
      },
    ];
  });
  return Object.fromEntries(entries) as DifferenceCounts;
}

export const differs = (differences: Differences): boolean =>
  TABLES.some((table) => {
    const { added, removed, altered } = differences[table];
    return added.length + removed.length + altered.length > 0;
  });
