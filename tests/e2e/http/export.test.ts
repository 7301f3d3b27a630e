import { readFileSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../support/cli.js';
import { holdTable } from '../../support/held-table.js';
import { PAPERS } from '../../support/papers.js';
import { withServer } from '../../support/server.js';

const RESULT_COLUMNS =
  'id,paper_id,arxiv_id,doi,title,published_at,source,field,quote,start_offset,end_offset,value,high,unit,form,direction,better,bound,category,metric,metric_name,dataset,dataset_name,task,subject,subject_name,baseline,baseline_name,setting,base_value,base_unit,comparable_value,gain_factor,gain_kind,check_result,confidence,rule,extractor_version,corrected';

describe('an export', async () => {
  const server = await withServer({ papers: PAPERS });
  const get = (path: string, init?: RequestInit) => fetch(`${server.url}/export/${path}`, init);

  it('of results as CSV has the columns of v_results and a line a result', async () => {
    const response = await get('results.csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    const [header, ...lines] = (await response.text()).trimEnd().split('\r\n');
    expect(header).toBe(RESULT_COLUMNS);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.every((line) => /^[0-9a-f-]{36},[0-9a-f-]{36},/.test(line))).toBe(true);
  });

  it('as NDJSON is one object a line, numbers as numbers and days as days', async () => {
    const response = await get('results.ndjson');
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const rows = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(Object.keys(rows[0]).join(',')).toBe(RESULT_COLUMNS);
    const memory = rows.find(({ quote }) => quote.includes('63.3%'));
    expect(memory).toMatchObject({ value: 63.3, published_at: '2024-03-05', corrected: false });
    const papers = (await (await get('papers.ndjson')).text()).trimEnd().split('\n');
    expect(papers.map((line) => JSON.parse(line).result_count).every(Number.isInteger)).toBe(true);
  });

  it('runs no formula of a title in a spreadsheet, and leaves numbers alone', async () => {
    const csv = await (await get('papers.csv')).text();
    expect(csv).toContain(`"'=HYPERLINK(""http://example.invalid"",""click"")"`);
    expect(csv).not.toMatch(/(?:^|,)"?=HYPERLINK/m);
  });

  it.each([
    ['results', 'csv'],
    ['papers', 'ndjson'],
  ])('of %s from the command line has the same rows as %s', async (rows, format) => {
    const run = await runCli(['export', rows, '--to', format], {
      DATABASE_URL: server.databaseUrl,
    });
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toBe(await (await get(`${rows}.${format}`)).text());
  });

  it('whose client goes away ends without a word of trouble', async () => {
    const hold = await holdTable(server.databaseUrl, 'papers');
    const gone = new AbortController();
    const asking = get('papers.ndjson', { signal: gone.signal }).catch((error) => error.name);
    await expect.poll(hold.waiting).toBe(1);
    gone.abort();
    expect(await asking).toBe('AbortError');
    await expect.poll(hold.waiting).toBe(0);
    await hold.release();
    expect((await get('papers.ndjson')).status).toBe(200);
    expect(server.log()).not.toMatch(/"level":[4-6]0|stack|[Pp]remature/);
  });

  it('takes no parameters rather than pass them over', async () => {
    const refused = await get('results.csv?dataset=imagenet');
    expect(refused.status).toBe(400);
    expect((await refused.json()).errors[0].message).toMatch(/no "dataset".*resultRows/);
  });

  it('is not sent again while the data stays', async () => {
    const etag = (await get('papers.csv')).headers.get('etag') as string;
    const again = await get('papers.csv', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('of other names and forms is not there', async () => {
    expect((await get('rejects.csv')).status).toBe(404);
    const json = await get('results.json');
    expect([json.status, await json.text()]).toEqual([
      404,
      expect.stringMatching(/\/export\/results\.csv, \/export\/results\.ndjson/),
    ]);
    expect((await get('results.parquet')).status).toBe(404);
    const run = await runCli(['export', 'rejects'], { DATABASE_URL: server.databaseUrl });
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('results, papers')]);
  });
});

describe('a large export', async () => {
  const server = await withServer({ settings: { MAX_EXPORTS: '2' } });
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  await client.query(
    `INSERT INTO papers (id, key, document_id, title, source, source_id)
     SELECT md5(n::text)::uuid, 'x:' || n, md5(n::text)::uuid, repeat('long title ', 40), 'x', n::text
     FROM generate_series(1, 40000) n`,
  );

  it('waits for a slow reader, keeps little in memory, and is given up with its reader', async () => {
    const before = memoryOf(server.pid);
    const readers = await Promise.all([open(), open()]);
    const refused = await fetch(`${server.url}/export/papers.csv`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(memoryOf(server.pid) - before).toBeLessThan(150);
    expect(await statements()).toBe(2);
    for (const { abort } of readers) abort.abort();
    await expect.poll(statements, { timeout: 5000 }).toBe(0);
    await client.end();
    const whole = await fetch(`${server.url}/export/papers.ndjson`);
    expect((await whole.text()).split('\n')).toHaveLength(40_001);
  });

  /** Reads the first piece of an export and no more. */
  async function open() {
    const abort = new AbortController();
    const response = await fetch(`${server.url}/export/papers.ndjson`, { signal: abort.signal });
    await response.body?.getReader().read();
    return { abort };
  }

  async function statements(): Promise<number> {
    const { rows } = await client.query(
      "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%v_papers ORDER%' AND state <> 'idle' AND pid <> pg_backend_pid()",
    );
    return rows[0].n;
  }
});

/** Megabytes of memory that a process holds. */
function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
