/** Statements that are kept planned on each connection, by their text. */
const names = new Map<string, string>();
/** Each takes some 100 kB of a connection's memory on the server. */
const MOST_PREPARED = 60;

/**
 * Marks a statement to be planned once a connection instead of every time, which for short ones costs more than
 * running them. Only for those whose best plan is the same whatever their values are: rows by their ids, and what
 * single papers have. Those past the first {@link MOST_PREPARED} texts are planned every time.
 */
export function prepared(sql: string): string {
  if (!names.has(sql) && names.size < MOST_PREPARED) names.set(sql, `claimgraph_${names.size}`);
  return sql;
}

/** The name that a statement is prepared under; undefined for one that is planned every time. */
export function preparedName(sql: string): string | undefined {
  return names.get(sql);
}
