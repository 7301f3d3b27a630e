import type { DataSource, QueryRunner } from 'typeorm';
import {
  type BackupEnd,
  type BackupHead,
  OTHER_TABLES,
  PAPER_TABLES,
  SCHEMA,
} from './backup-format.js';

const PAGE = 200;

/**
 * The whole store as the lines of a backup, as it is at one moment, beside readers and writers.
 * @param onPapers called with the papers written so far
 */
export async function* writeBackup(
  dataSource: DataSource,
  onPapers?: (papers: number) => void,
): AsyncGenerator<string> {
  const runner = dataSource.createQueryRunner('master');
  try {
    await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const head: BackupHead = {
      claimgraphBackup: 1,
      madeAt: new Date().toISOString(),
      schema: SCHEMA,
    };
    yield JSON.stringify(head);
    let papers = 0;
    for await (const line of paperLines(runner)) {
      yield line;
      papers++;
      onPapers?.(papers);
    }
    let rows = 0;
    for (const table of OTHER_TABLES) {
      for await (const line of otherLines(runner, table)) {
        yield line;
        rows++;
      }
    }
    const end: BackupEnd = { end: { papers, rows } };
    yield JSON.stringify(end);
  } finally {
    await runner.query('ROLLBACK').catch(() => undefined);
    await runner.release();
  }
}

/** What Postgres makes of other columns is left to it. */
const MADE_COLUMNS: Readonly<Partial<Record<(typeof PAPER_TABLES)[number], string>>> = {
  documents: 'words',
  results: 'setting_key',
};

async function* paperLines(runner: QueryRunner): AsyncGenerator<string> {
  const parts = PAPER_TABLES.map((table) => {
    const owner = table === 'papers' ? 'id' : 'paper_id';
    const made = MADE_COLUMNS[table];
    const row = made ? `to_jsonb(t) - '${made}'` : 't';
    return `'${table}', (SELECT coalesce(json_agg(${row}), '[]') FROM ${table} t WHERE t.${owner} = page.id)`;
  });
  let after: string | null = null;
  for (;;) {
    const page: { id: string; line: string }[] = await runner.query(
      `SELECT id, json_build_object(${parts.join(', ')})::text AS line
       FROM (SELECT id FROM papers WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT ${PAGE}) page
       ORDER BY id`,
      [after],
    );
    for (const { line } of page) yield oneLine(line);
    after = page.at(-1)?.id ?? null;
    if (after === null) return;
  }
}

async function* otherLines(runner: QueryRunner, table: string): AsyncGenerator<string> {
  await runner.query(
    `DECLARE rows NO SCROLL CURSOR FOR SELECT to_json(t)::text AS row FROM ${table} t`,
  );
  for (;;) {
    const page: { row: string }[] = await runner.query(`FETCH ${PAGE} FROM rows`);
    if (page.length === 0) break;
    for (const { row } of page) yield `{"table":${JSON.stringify(table)},"row":${oneLine(row)}}`;
  }
  await runner.query('CLOSE rows');
}

/** Postgres puts line ends between the parts of an array; within texts they are escaped. */
const oneLine = (json: string): string => json.replaceAll('\n', ' ');
