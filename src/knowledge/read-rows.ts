import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/**
 * Reads a data file of this folder, checks every row against its schema and freezes the lot.
 *
 * @throws Error naming the file and row when a row does not fit or an id stands twice.
 */
export function readRows<Row extends { id: string }>(
  file: string,
  schema: z.ZodType<Row>,
): readonly Row[] {
  const raw: unknown = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
  if (!Array.isArray(raw)) throw new Error(`knowledge/${file} is not an array of rows`);
  const ids = new Set<string>();
  const rows = raw.map((row, index) => {
    const parsed = schema.safeParse(row);
    if (!parsed.success) {
      throw new Error(`knowledge/${file}, row ${index + 1}: ${parsed.error.issues[0]?.message}`);
    }
    if (ids.has(parsed.data.id)) throw new Error(`knowledge/${file}: id ${parsed.data.id} twice`);
    ids.add(parsed.data.id);
    return Object.freeze(parsed.data);
  });
  return Object.freeze(rows);
}
