import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PaperRecord } from '../../../src/domain/index.js';

/** What must be read of one record: some of its fields, or the beginning of the reject's reason. */
export type ExpectedItem = Partial<PaperRecord> | { readonly reject: string };

export interface Fixture {
  /** Name of the source that reads it. */
  readonly source: string;
  readonly file: string;
  readonly text: string;
  readonly expected: readonly ExpectedItem[];
}

const FOLDER = new URL('../../fixtures/sources/', import.meta.url).pathname;

/** Every hand-made input, with what must be read of it beside it in `<name>.expected.json`. */
export function fixtures(): Fixture[] {
  return readdirSync(FOLDER).flatMap((source) =>
    readdirSync(join(FOLDER, source))
      .filter((file) => !file.endsWith('.expected.json'))
      .map((file) => ({
        source,
        file,
        text: readFileSync(join(FOLDER, source, file), 'utf8'),
        expected: JSON.parse(
          readFileSync(join(FOLDER, source, file.replace(/\.[^.]+$/, '.expected.json')), 'utf8'),
        ) as ExpectedItem[],
      })),
  );
}
