import pg from 'pg';

export interface HeldTable {
  /** How many statements wait for it. */
  waiting(): Promise<number>;
  release(): Promise<void>;
}

/** Holds a table, so that every query of it waits, as a slow statement does. */
export async function holdTable(connectionString: string, table: string): Promise<HeldTable> {
  const connect = async () => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    return client;
  };
  const [holder, watcher] = await Promise.all([connect(), connect()]);
  await holder.query('BEGIN');
  await holder.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  return {
    async waiting() {
      const { rows } = await watcher.query(
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      return rows[0].n;
    },
    async release() {
      await Promise.all([holder.end(), watcher.end()]);
    },
  };
}
