import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many papers name a thing, kept as papers come and go, so that lists of names are sorted and counted
 * without looking through all mentions. Triggers keep it: whatever writes readings, it stays right.
 */
export class CountPapersOfNames1700000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE name_counts (
      kind text COLLATE "C" NOT NULL CHECK (kind IN ('dataset', 'method', 'task', 'metric')),
      slug text COLLATE "C" NOT NULL,
      papers integer NOT NULL,
      PRIMARY KEY (kind, slug)
    )`);
    await runner.query('CREATE INDEX name_counts_papers ON name_counts (kind, papers, slug)');
    for (const source of [MENTIONED, MEASURED]) {
      await runner.query(counter(source));
      for (const event of EVENTS) await runner.query(trigger(source, event));
      await runner.query(`INSERT INTO name_counts SELECT ${source.kind}, ${source.slug}, count(DISTINCT paper_id)
        FROM ${source.table} WHERE ${source.counts} GROUP BY 1, 2`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, counter } of [MENTIONED, MEASURED]) {
      for (const { name } of EVENTS) {
        await runner.query(`DROP TRIGGER ${counter}_${name.toLowerCase()} ON ${table}`);
      }
      await runner.query(`DROP FUNCTION ${counter}()`);
    }
    await runner.query('DROP TABLE name_counts');
  }
}

/** Rows by which papers name things. */
interface Source {
  readonly table: string;
  readonly counter: string;
  readonly kind: string;
  readonly slug: string;
  /** Which of them count. */
  readonly counts: string;
}

const MENTIONED: Source = {
  ...{ table: 'mentions', counter: 'count_mentioned' },
  ...{ kind: 'kind', slug: 'slug', counts: 'active' },
};
const MEASURED: Source = {
  ...{ table: 'results', counter: 'count_measured', kind: `'metric'`, slug: 'metric_slug' },
  counts: 'active AND metric_slug IS NOT NULL',
};

const EVENTS = [
  { name: 'INSERT', rows: 'NEW TABLE AS new_rows' },
  { name: 'UPDATE', rows: 'OLD TABLE AS old_rows NEW TABLE AS new_rows' },
  { name: 'DELETE', rows: 'OLD TABLE AS old_rows' },
] as const;

function trigger({ table, counter }: Source, { name, rows }: (typeof EVENTS)[number]): string {
  return `CREATE TRIGGER ${counter}_${name.toLowerCase()} AFTER ${name} ON ${table}
    REFERENCING ${rows} FOR EACH STATEMENT EXECUTE FUNCTION ${counter}()`;
}

/**
 * A paper that names a thing several times counts once: it is counted in when the first of these rows comes,
 * and out when the last one goes. Indexes alone are read: the plan is kept from when the table was small.
 */
function counter(source: Source): string {
  return `CREATE FUNCTION ${source.counter}() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan TO off AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        ${countSql(source, side(source, 'new_rows', 1))};
      ELSIF TG_OP = 'UPDATE' THEN
        ${countSql(source, `${side(source, 'new_rows', 1)} UNION ALL ${side(source, 'old_rows', -1)}`)};
        ${dropUnnamed(source)};
      ELSE
        ${countSql(source, side(source, 'old_rows', -1))};
        ${dropUnnamed(source)};
      END IF;
      RETURN NULL;
    END $$`;
}

function side({ kind, slug, counts }: Source, rows: string, change: 1 | -1): string {
  return `SELECT paper_id, ${kind} AS kind, ${slug} AS slug, ${change} AS change FROM ${rows} WHERE ${counts}`;
}

function countSql({ table, kind, slug, counts }: Source, changed: string): string {
  const now = `(SELECT count(*) FROM ${table} s
          WHERE s.paper_id = c.paper_id AND s.${slug} = c.slug AND ${kind} = c.kind AND ${counts})`;
  return `INSERT INTO name_counts AS n (kind, slug, papers)
        SELECT kind, slug, sum((now > 0)::integer - (now - change > 0)::integer)
        FROM (SELECT c.*, ${now} AS now
          FROM (SELECT paper_id, kind, slug, sum(change) AS change FROM (${changed}) r GROUP BY 1, 2, 3) c
          WHERE c.change <> 0) d
        GROUP BY 1, 2 HAVING sum((now > 0)::integer - (now - change > 0)::integer) <> 0 ORDER BY 1, 2
        ON CONFLICT (kind, slug) DO UPDATE SET papers = n.papers + excluded.papers`;
}

function dropUnnamed({ kind, slug, counts }: Source): string {
  return `DELETE FROM name_counts n WHERE n.papers = 0
        AND (n.kind, n.slug) IN (SELECT ${kind}, ${slug} FROM old_rows WHERE ${counts})`;
}
