/**
 * Fills an empty store with invented papers, five results each:
 * `npm run build && node scripts/bench/generate-store.mjs 200000` writes to DATABASE_URL, or to the
 * embedded Postgres in CLAIMGRAPH_DATA. About 40 s for 100,000 results.
 */
import { readFileSync } from 'node:fs';
import { loadConfig } from '../../dist/src/config.js';
import { openStore } from '../../dist/src/store/index.js';

const papers = Number(process.argv[2] ?? 20_000);
if (!Number.isInteger(papers) || papers < 1) throw new Error('give the number of papers');
const { config } = loadConfig();
const store = await openStore(config, { migrate: true });
try {
  const [{ filled }] = await store.dataSource.query('SELECT EXISTS (SELECT FROM papers) AS filled');
  if (filled) throw new Error('the store already holds papers: give an empty one');
  for (const statement of generatingStatements(papers)) await store.dataSource.query(statement);
  console.log(`${papers} papers and ${5 * papers} results`);
} finally {
  await store.close();
}

function generatingStatements(count) {
  const text = readFileSync(new URL('generate-store.sql', import.meta.url), 'utf8');
  return text
    .replaceAll('$PAPERS', String(count))
    .split(';;\n')
    .filter((statement) => statement.trim() !== '');
}
