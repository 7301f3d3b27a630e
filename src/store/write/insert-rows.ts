import type { EntityManager } from 'typeorm';

/** Column names and their Postgres types, in the order in which they are written. */
export type Columns = Readonly<Record<string, string>>;
export type Row = Readonly<Record<string, unknown>>;

/**
 * Writes all rows of a table in one statement, sent as one JSON text: no limit of parameters, no statement
 * for each row. Rows are objects by column name; what one leaves out is null.
 * @param onConflict such as `ON CONFLICT (slug) DO NOTHING`
 */
export async function insertRows(
  manager: EntityManager,
  table: string,
  columns: Columns,
  rows: readonly Row[],
  onConflict = '',
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns).join(', ');
  const types = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  await manager.query(
    `INSERT INTO ${table} (${names})
     SELECT ${names} FROM json_to_recordset($1::json) AS row (${types.join(', ')}) ${onConflict}`,
    [JSON.stringify(rows)],
  );
}

/** `SET a = excluded.a, …` for an upsert that replaces everything but the id. */
export function replacing(columns: Columns, id: string): string {
  const others = Object.keys(columns).filter((name) => name !== id);
  return `ON CONFLICT (${id}) DO UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`;
}
