import type { EntityManager } from 'typeorm';
import { insertRows } from './insert-rows.js';
import {
  EXTRACTION_COLUMNS,
  LINK_COLUMNS,
  MENTION_COLUMNS,
  QUANTITY_COLUMNS,
  RESULT_COLUMNS,
  type ReadingRows,
} from './reading-rows.js';

/** Writes readings, one statement a table; their documents and canonical names are there already. */
export async function writeReadings(
  manager: EntityManager,
  readings: readonly ReadingRows[],
): Promise<void> {
  await insertRows(
    manager,
    'extractions',
    EXTRACTION_COLUMNS,
    readings.map(({ extraction }) => extraction),
  );
  const all = <K extends 'mentions' | 'results' | 'quantities' | 'links'>(table: K) =>
    readings.flatMap((reading) => reading[table]);
  await insertRows(manager, 'mentions', MENTION_COLUMNS, all('mentions'));
  await insertRows(manager, 'results', RESULT_COLUMNS, all('results'));
  await insertRows(manager, 'quantities', QUANTITY_COLUMNS, all('quantities'));
  await insertRows(manager, 'links', LINK_COLUMNS, all('links'));
}
