import { ClaimgraphError } from '../domain/index.js';
import { inputPaths, openInput, unpacked } from './input.js';
import { SOURCES } from './registry.js';
import type { SourceAdapter, SourceItem } from './source.js';
import { decoded, isBinary } from './text.js';

export interface OpenSource {
  /** The file's name, or `standard input`. */
  readonly name: string;
  readonly format: string;
  readonly totalBytes: number | null;
  /** Bytes of the file read so far. */
  bytesRead(): number;
  items(): AsyncIterable<SourceItem>;
}

export interface OpenOptions {
  /** `auto`, or a source's name. */
  readonly format?: string;
}

const HEAD = 64 * 1024;

/**
 * Opens every file that a path stands for; `-` is standard input.
 *
 * @throws ClaimgraphError for a path that is not there, an empty or binary file, an unknown format
 */
export async function* openSources(
  path: string,
  options: OpenOptions = {},
): AsyncGenerator<OpenSource> {
  const format = options.format ?? 'auto';
  const wanted = format === 'auto' ? null : adapterNamed(format);
  for (const file of await inputPaths(path)) yield await openOne(file, wanted);
}

/** @throws ClaimgraphError that lists the formats, for a name that is none */
export function adapterNamed(name: string): SourceAdapter {
  const adapter = SOURCES.find((source) => source.name === name);
  if (adapter) return adapter;
  const names = SOURCES.map((source) => source.name).join(', ');
  throw new ClaimgraphError(
    'BAD_USER_INPUT',
    `There is no format "${name}"; the formats are auto, ${names}.`,
  );
}

async function openOne(path: string, wanted: SourceAdapter | null): Promise<OpenSource> {
  const input = await openInput(path);
  const label = path === '-' ? input.name : path;
  let bytesRead = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of input.bytes) {
      bytesRead += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
  };
  const bytes = unpacked(counted(), label);
  const first = await nonEmpty(bytes, label);
  if (isBinary(first)) {
    throw new ClaimgraphError(
      'BAD_USER_INPUT',
      `${label}: this is a binary file; claimgraph reads text formats, plain or gzipped.`,
    );
  }
  const text = decoded(prefixed(first, bytes));
  const [head, whole] = await headOf(text);
  if (head.trim() === '')
    throw new ClaimgraphError('BAD_USER_INPUT', `${label}: the file is empty.`);
  const adapter = wanted ?? bestFor(head, input.name.toLowerCase(), label);
  return {
    name: label,
    format: adapter.name,
    totalBytes: input.totalBytes,
    bytesRead: () => bytesRead,
    items: () => adapter.read(whole),
  };
}

async function nonEmpty(bytes: AsyncIterator<Buffer>, label: string): Promise<Buffer> {
  for (;;) {
    const next = await bytes.next();
    if (next.done) throw new ClaimgraphError('BAD_USER_INPUT', `${label}: the file is empty.`);
    if (next.value.length > 0) return next.value;
  }
}

async function* prefixed(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

async function headOf(text: AsyncGenerator<string>): Promise<[string, AsyncIterable<string>]> {
  const seen: string[] = [];
  let length = 0;
  while (length < HEAD) {
    const next = await text.next();
    if (next.done) break;
    seen.push(next.value);
    length += next.value.length;
  }
  async function* whole(): AsyncGenerator<string> {
    yield* seen;
    yield* text;
  }
  return [seen.join('').slice(0, HEAD), whole()];
}

function bestFor(head: string, fileName: string, label: string): SourceAdapter {
  let best: SourceAdapter | null = null;
  let sure = 0;
  for (const source of SOURCES) {
    const confidence = source.detect(head, fileName);
    if (confidence > sure) [best, sure] = [source, confidence];
  }
  if (best) return best;
  const names = SOURCES.map((source) => source.name).join(', ');
  throw new ClaimgraphError(
    'BAD_USER_INPUT',
    `${label}: the format is not recognised; name it with --format (${names}).`,
  );
}
