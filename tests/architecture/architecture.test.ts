import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { forbidden } from './arrows.js';
import { importsOf, sourceFiles } from './imports.js';

const FILES = ['src', 'migrations'].flatMap(sourceFiles);
const LONGEST = 350;

describe('folders', () => {
  it('import along the arrows alone', () => {
    const faults = FILES.flatMap((file) => importsOf(file)).map(forbidden);
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });

  it.each([
    ['src/domain/paper.ts', "import { x } from '../knowledge/rows.js';"],
    ['src/store/open.ts', "import type { X } from '../graphql/context.js';"],
    ['src/extraction/a.ts', "export { x } from '../normalisation/index.js';"],
    ['src/extraction/claims.ts', "import nlp from 'compromise/one';"],
    ['src/graphql/a.ts', "const { x } = await import('../pipeline/index.js');"],
    ['src/pipeline/a.ts', "import { DataSource } from 'typeorm';"],
    ['src/http/a.ts', "import '@apollo/server/standalone';"],
  ])('are kept apart: %s may not say %s', (file, text) => {
    expect(importsOf(file, text).map(forbidden)).not.toContain(null);
  });

  it('read the environment in the composition roots alone', () => {
    const readers = FILES.filter((file) => /process\.env\b/.test(readFileSync(file, 'utf8')));
    const allowed = ['src/cli.ts', 'src/config.ts', 'src/server.ts'];
    expect(readers.filter((file) => !allowed.includes(file))).toEqual([]);
  });
});

describe('files', () => {
  it(`have ${LONGEST} lines at most`, () => {
    const long = FILES.filter((file) => readFileSync(file, 'utf8').split('\n').length > LONGEST);
    expect(long).toEqual([]);
  });
});
