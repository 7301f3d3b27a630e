import type { EntityManager } from 'typeorm';
import { copyRows } from './copy-rows.js';
import {
  EXTRACTION_COLUMNS,
  LINK_COLUMNS,
  MENTION_COLUMNS,
  QUANTITY_COLUMNS,
  RESULT_COLUMNS,
} from './reading-columns.js';
import type { ReadingRows } from './reading-rows.js';

/** Writes new readings, one statement a table; their documents and canonical names are there already. */
export async function writeReadings(
  manager: EntityManager,
  readings: readonly ReadingRows[],
): Promise<void> {
  await copyRows(
    manager,
    'extractions',
    EXTRACTION_COLUMNS,
    readings.map(({ extraction }) => extraction),
  );
  const all = <K extends 'mentions' | 'results' | 'quantities' | 'links'>(table: K) =>
    readings.flatMap((reading) => reading[table]);
  await copyRows(manager, 'mentions', MENTION_COLUMNS, all('mentions'));
  await copyRows(manager, 'results', RESULT_COLUMNS, all('results'));
  await copyRows(manager, 'quantities', QUANTITY_COLUMNS, all('quantities'));
  await copyRows(manager, 'links', LINK_COLUMNS, all('links'));
}
