import { readFileSync } from 'node:fs';
import type { Store } from '../../src/store/index.js';

/** Fills an empty store with so many invented papers, as scripts/bench/generate-store.mjs does. */
export async function generateStore(store: Store, papers: number): Promise<void> {
  const text = readFileSync('scripts/bench/generate-store.sql', 'utf8');
  const statements = text.replaceAll('$PAPERS', String(papers)).split(';;\n');
  for (const statement of statements) {
    if (statement.trim() !== '') await store.dataSource.query(statement);
  }
}
