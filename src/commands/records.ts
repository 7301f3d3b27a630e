import type { PaperRecord } from '../domain/index.js';
import { type OpenOptions, openSources } from '../sources/index.js';
import { say } from './output.js';

/** The records of an input one by one; rejects are said and counted, and so is a source without any record. */
export async function* recordsOf(
  path: string,
  options: OpenOptions,
  onReject: () => void,
): AsyncGenerator<PaperRecord> {
  for await (const source of openSources(path, options)) {
    let empty = true;
    for await (const item of source.items()) {
      empty = false;
      if ('record' in item) yield item.record;
      else {
        onReject();
        const { line, record } = item.reject.position;
        const where = line === null ? `record ${record}` : `line ${line}`;
        say(`${source.name}, ${where}: ${item.reject.reason}.`);
      }
    }
    if (empty) say(`${source.name} (${source.format}): there are no papers in it.`);
  }
}
