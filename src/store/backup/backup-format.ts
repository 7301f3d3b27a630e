import { MIGRATIONS } from '../../../migrations/index.js';

/**
 * A backup is JSON lines: a `BackupHead`, one line a paper with every row of it, one line a row of the other
 * tables, and a `BackupEnd`, without which the file was cut off.
 */
export interface BackupHead {
  /** Of this format. */
  readonly claimgraphBackup: 1;
  /** ISO 8601 time. */
  readonly madeAt: string;
  /** Migrations of the store that it was made of: rows have the columns that these make. */
  readonly schema: readonly string[];
}

export type BackupRow = Readonly<Record<string, unknown>>;

/** Every row of one paper, by table. */
export type BackupPaper = Readonly<Record<PaperTable, readonly BackupRow[]>>;

export interface BackupOther {
  readonly table: string;
  readonly row: BackupRow;
}

export interface BackupEnd {
  readonly end: {
    readonly papers: number;
    readonly rows: number;
  };
}

/** Tables whose rows belong to one paper, in the order in which they refer to each other. */
export const PAPER_TABLES = [
  ...(['papers', 'documents', 'paper_keys', 'paper_records', 'extractions'] as const),
  ...(['mentions', 'results', 'quantities', 'links'] as const),
] as const;
export type PaperTable = (typeof PAPER_TABLES)[number];

/** All others that are worth keeping, in the order in which they refer to each other. */
export const OTHER_TABLES: readonly string[] = [
  ...['methods', 'datasets', 'tasks', 'metrics'],
  ...['ingest_runs', 'rejects', 'corrections', 'correction_events', 'forgotten_papers'],
];

/** Made by the store itself: one counts on, and means nothing in another; one counts what is written. */
export const LEFT_OUT: readonly string[] = ['data_version', 'name_counts'];

export const SCHEMA: readonly string[] = MIGRATIONS.map(({ name }) => name);
