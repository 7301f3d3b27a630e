import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A named client query of `schema/operations`: a README sample, a playground example and a test input in one. */
export interface Operation {
  /** File name without its ending, for addresses. */
  readonly id: string;
  /** The file's first comment line. */
  readonly title: string;
  readonly query: string;
}

/** The package's own folder, from the source as from the build. */
export function packageFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return here.includes(`${join('dist', 'src')}`) ? join(here, '../../..') : join(here, '../..');
}

/** Reads the operations in the order of their file names. */
export function readOperations(
  folder = join(packageFolder(), 'schema', 'operations'),
): Operation[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => {
      const query = readFileSync(join(folder, name), 'utf8');
      const id = name.replace(/^\d+-|\.graphql$/g, '');
      return { id, query, title: /^#\s*(.+)$/m.exec(query)?.[1] ?? id };
    });
}
