import type { SourceItem } from '../sources/index.js';

/** Items of one transaction: enough that a commit costs little beside the reading. */
const MOST_ITEMS = 200;
/** Characters after which a batch ends early, so that huge records do not fill the memory. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Groups items for reading and writing.
 * @param skip items at the start that an earlier run is done with
 */
export async function* batchesOf(
  items: AsyncIterable<SourceItem>,
  skip: number,
): AsyncGenerator<readonly SourceItem[]> {
  let batch: SourceItem[] = [];
  let characters = 0;
  let place = 0;
  for await (const item of items) {
    place++;
    if (place <= skip) continue;
    batch.push(item);
    characters += sizeOf(item);
    if (batch.length < MOST_ITEMS && characters < MOST_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

function sizeOf(item: SourceItem): number {
  if ('reject' in item) return item.reject.raw.length;
  return (item.record.title?.length ?? 0) + (item.record.abstract?.length ?? 0) + item.raw.length;
}
