import { ClaimgraphError } from '../../domain/index.js';
import {
  type BackupEnd,
  type BackupHead,
  type BackupOther,
  type BackupPaper,
  OTHER_TABLES,
  PAPER_TABLES,
  SCHEMA,
} from './backup-format.js';

export type BackupLine = { readonly paper: BackupPaper } | { readonly other: BackupOther };

/**
 * Reads a backup's lines, and checks that it is one, that this program knows its schema, and that it is whole.
 * @throws ClaimgraphError at the first fault: what was taken from it before must be undone
 */
export async function* readBackupLines(lines: AsyncIterable<string>): AsyncGenerator<BackupLine> {
  let number = 0;
  let papers = 0;
  let rows = 0;
  let end: BackupEnd['end'] | null = null;
  for await (const line of lines) {
    number++;
    if (end) throw faulty(`line ${number} comes after its end`);
    const value = parse(line, number);
    if (number === 1) checkHead(value);
    else if ('papers' in value) {
      if (PAPER_TABLES.some((table) => !Array.isArray(value[table]))) {
        throw faulty(`line ${number} lacks rows of a paper`);
      }
      papers++;
      yield { paper: value as unknown as BackupPaper };
    } else if ('table' in value) {
      const other = value as unknown as BackupOther;
      if (!OTHER_TABLES.includes(other.table))
        throw faulty(`line ${number} is of an unknown table`);
      rows++;
      yield { other };
    } else if ('end' in value) end = value.end as BackupEnd['end'];
    else throw faulty(`line ${number} is none of a backup's`);
  }
  if (number === 0) throw faulty('it is empty');
  if (!end) throw faulty(`it is cut off after line ${number}`);
  if (end.papers !== papers || end.rows !== rows) {
    throw faulty(
      `it has ${papers} papers and ${rows} rows, not the ${end.papers} and ${end.rows} of its end`,
    );
  }
}

function parse(line: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    if (number > 1) throw faulty(`line ${number} is broken or cut off`);
  }
  throw faulty(number === 1 ? 'it is no backup of claimgraph' : `line ${number} is no object`);
}

function checkHead(value: Record<string, unknown>): void {
  const { claimgraphBackup, schema = [] } = value as unknown as BackupHead;
  if (claimgraphBackup === undefined) throw faulty('it is no backup of claimgraph');
  if (claimgraphBackup !== 1 || schema.some((name) => !SCHEMA.includes(name))) {
    throw faulty('it was made by a newer claimgraph: use that version');
  }
}

/** The error of a backup that cannot be restored. */
export function faulty(why: string): ClaimgraphError {
  return new ClaimgraphError(
    'BAD_USER_INPUT',
    `The backup cannot be restored: ${why}. Nothing was changed.`,
  );
}
