import { fileURLToPath } from 'node:url';
import { createReaderPool, ingest } from '../../pipeline/index.js';
import { type OpenSource, openSources } from '../../sources/index.js';
import { SAMPLE_SOURCE, type Store } from '../../store/index.js';
import { readCounts } from '../../store/queries/index.js';

const PAPERS = fileURLToPath(new URL('./papers.json', import.meta.url));

/** Puts the bundled papers into an empty store; they leave with the first paper of the user's own. */
export async function loadSample(store: Store): Promise<void> {
  const { papers } = await readCounts(store.dataSource);
  if (papers > 0) return;
  const pool = createReaderPool(1);
  for await (const source of openSources(PAPERS, { format: 'json' })) {
    await ingest(asSample(source), { store, pool });
  }
}

function asSample(source: OpenSource): OpenSource {
  return {
    ...source,
    name: 'the bundled sample',
    async *items() {
      for await (const item of source.items()) {
        yield 'record' in item
          ? { ...item, record: { ...item.record, source: SAMPLE_SOURCE } }
          : item;
      }
    },
  };
}
