import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { codegen } from '@graphql-codegen/core';
import * as documentsPlugin from '@graphql-codegen/typed-document-node';
import * as operationsPlugin from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { readOperations } from '../../../src/http/operations.js';
import { send } from '../../support/ask.js';
import { PAPERS } from '../../support/papers.js';
import { withServer } from '../../support/server.js';

const run = promisify(execFile);
const ADDRESS = 'http://127.0.0.1:4000';
/** Where Infinity puts the cursor. */
const CURSOR_PLACE = '$' + '{__pagination.cursor}';

/** The code blocks of a recipe that are marked so, in their order. */
function blocks(recipe: string, mark: string): string[] {
  const text = readFileSync(`docs/recipes/${recipe}.md`, 'utf8');
  return [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)]
    .filter(([, info]) => info === mark)
    .map(([, , code]) => code as string);
}

async function has(program: string): Promise<boolean> {
  return run(program, ['--version']).then(
    () => true,
    () => false,
  );
}

const withCurl = await has('curl');
const withPython = await has('python3');

describe('recipes', async () => {
  const server = await withServer({ papers: PAPERS });
  const here = (code: string) => code.replaceAll(ADDRESS, server.url);
  const shell = (code: string) => run('sh', ['-ec', here(code)]);

  it.skipIf(!withCurl).each(blocks('curl', 'sh'))('curl: %s', async (code) => {
    const { stdout } = await shell(code);
    expect(stdout).not.toBe('');
    expect(stdout).not.toContain('"errors"');
    if (code.includes('--etag-compare')) expect(stdout).toBe('304\n');
  });

  it('Metabase: a role that may read the views and nothing else runs every query', async () => {
    const admin = new pg.Client({ connectionString: server.databaseUrl });
    await admin.connect();
    const role = `dashboards_${Date.now()}`;
    const [grants] = blocks('metabase', 'sql admin') as [string];
    await admin.query(grants.replaceAll('dashboards', role));
    await admin.query(`SET ROLE ${role}`);
    const queries = blocks('metabase', 'sql');
    const rows = [];
    for (const query of queries) rows.push((await admin.query(query)).rows);
    expect(rows.map((found) => found.length > 0)).toEqual(queries.map(() => true));
    await expect(admin.query('SELECT 1 FROM results')).rejects.toThrow('permission denied');
    await admin.query('RESET ROLE');
    await admin.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    await admin.end();
  });

  it.skipIf(!withPython)('Notebook: the program pages to the end', async () => {
    const [program] = blocks('notebook', 'python') as [string];
    const { stdout } = await run('python3', ['-c', here(program)]);
    const rows = JSON.parse(stdout);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.every((row: { gain: { factor: number } }) => row.gain.factor >= 1.5)).toBe(true);
  });

  it('Grafana: the export has the columns that the panel names', async () => {
    const panel = JSON.parse(here((blocks('grafana', 'json csv') as [string])[0]));
    const [header] = (await (await fetch(panel.url)).text()).split('\r\n');
    const columns = header?.split(',') ?? [];
    for (const { selector } of panel.columns) expect(columns).toContain(selector);
  });

  it('Grafana: the query pages by the cursor from where the panel takes it', async () => {
    const panel = JSON.parse(here((blocks('grafana', 'json graphql') as [string])[0]));
    const query = panel.url_options.body_graphql_query.replace('first: 100', 'first: 1');
    const rows: unknown[] = [];
    let cursor = '';
    for (let page = 0; page < panel.pagination_max_pages; page++) {
      const variables = panel.url_options.body_graphql_variables.replace(CURSOR_PLACE, cursor);
      const answer = await send(panel.url, {
        method: panel.url_options.method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: JSON.parse(variables) }),
      });
      expect(answer.errors).toBeUndefined();
      rows.push(...(at(answer, panel.root_selector) as unknown[]));
      cursor = String(at(answer, panel.pagination_param_cursor_extraction_path));
      if (!at(answer, 'data.resultRows.pageInfo.hasNextPage')) break;
    }
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      for (const { selector } of panel.columns) expect(at(row, selector)).not.toBeUndefined();
    }
  });

  it('TypeScript: the generated client type-checks, runs, and refuses wrong variables', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'claimgraph-client-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, 'node_modules'));
    for (const name of ['graphql', '@graphql-typed-document-node'])
      symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    write('claimgraph.ts', await generatedClient());
    write('client.ts', (blocks('typescript-client', 'ts client') as [string])[0]);
    const usage = here((blocks('typescript-client', 'ts usage') as [string])[0]);
    write('usage.ts', usage);
    write('package.json', '{"type":"module"}');
    write(
      'tsconfig.json',
      '{"compilerOptions":{"strict":true,"target":"es2022","module":"nodenext","moduleResolution":"nodenext","skipLibCheck":true,"lib":["es2023","dom"],"types":[]}}',
    );
    const tsc = resolve('node_modules/.bin/tsc');
    await compiled(tsc, folder);
    const { stdout } = await run(process.execPath, [join(folder, 'usage.js')]);
    expect(stdout).toContain('QuickNet: Lighter Backbones 2.7');
    write('usage.ts', usage.replace('{ first: 5 }', '{ first: "five" }'));
    await expect(compiled(tsc, folder)).rejects.toThrow("'string' is not assignable");
  });
});

/** @throws Error with what the compiler says */
async function compiled(tsc: string, folder: string): Promise<void> {
  await run(tsc, ['-p', folder]).catch((error: { stdout: string }) => {
    throw new Error(error.stdout);
  });
}

function generatedClient(): Promise<string> {
  return codegen({
    filename: 'claimgraph.ts',
    schema: parse(readFileSync('schema/schema.graphql', 'utf8')),
    documents: readOperations().map(({ id, query }) => ({ location: id, document: parse(query) })),
    config: { useTypeImports: true },
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations: operationsPlugin, documents: documentsPlugin },
  });
}

/** The value at a path of names joined by dots. */
function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown>)?.[name], value);
}
