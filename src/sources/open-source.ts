import { ClaimgraphError } from '../domain/index.js';
import type { HttpOptions } from './http/client.js';
import { isAddress, openHttp } from './http/open-http.js';
import type { PagePosition } from './http/paged-source.js';
import { BrokenInput } from './input/broken-input.js';
import { decoded, isBinary } from './input/decode.js';
import { withLineFeeds } from './input/line-ends.js';
import { type Input, inputPaths, openInput } from './input/open-input.js';
import { unpacked } from './input/unpack.js';
import { rejectItem } from './record.js';
import { SOURCES } from './registry.js';
import type { SourceAdapter, SourceItem } from './source.js';
import { peek } from './text/peek.js';

export interface OpenSource {
  /** The file's path, its address, or `standard input`. */
  readonly name: string;
  readonly format: string;
  readonly totalBytes: number | null;
  /** Bytes of the file read so far. */
  bytesRead(): number;
  /** @param from where an earlier reading of a list in pages stood; a file begins at its start */
  items(from?: PagePosition | null): AsyncIterable<SourceItem>;
  /** Where a list that comes in pages stands; null for a file. */
  position(): PagePosition | null;
}

export interface OpenOptions {
  /** `auto`, or a source's name. */
  readonly format?: string;
  /** How addresses are called; private ones only where it says so. */
  readonly http?: HttpOptions;
}

/**
 * Opens every file that a path stands for, or what stands at an http(s) address; `-` is standard input.
 *
 * A file of a folder that is no source is given as one reject.
 *
 * @throws ClaimgraphError for a path that is not there, an address that may not be read, an empty or binary
 *   file, an unknown format
 */
export async function* openSources(
  path: string,
  options: OpenOptions = {},
): AsyncGenerator<OpenSource> {
  const format = options.format ?? 'auto';
  if (format !== 'auto') adapterNamed(format);
  if (isAddress(path)) {
    yield* openAddress(path, format, options.http);
    return;
  }
  const files = await inputPaths(path);
  for (const file of files) {
    try {
      const input = await openInput(file);
      yield await openInputAs(input, file === '-' ? input.name : file, format);
    } catch (error) {
      // One file of a folder that is no source must not keep the others from being read.
      if (file === path || !(error instanceof ClaimgraphError)) throw error;
      yield refusedFile(file, error.message);
    }
  }
}

/**
 * Whether what a path names is there; an address is not called for it.
 *
 * @throws ClaimgraphError for a path that is not there, a folder without files
 */
export async function checkIsThere(path: string): Promise<void> {
  if (!isAddress(path)) await inputPaths(path);
}

/** A file of a folder that cannot be read at all: one reject that says why. */
function refusedFile(name: string, message: string): OpenSource {
  const reason = message.replace(`${name}: `, '').replace(/\.$/, '');
  return {
    name,
    format: 'auto',
    totalBytes: 0,
    bytesRead: () => 0,
    position: () => null,
    async *items() {
      yield rejectItem(reason, { record: 1, line: null }, '');
    },
  };
}

async function* openAddress(
  address: string,
  format: string,
  options?: HttpOptions,
): AsyncGenerator<OpenSource> {
  const adapterFor = (own: string): SourceAdapter => adapterNamed(format === 'auto' ? own : format);
  const { source, close } = await openHttp(address, adapterFor, options);
  try {
    if ('file' in source) yield await openInputAs(source.file, address, format);
    else {
      const { list } = source;
      yield {
        name: address,
        format: source.format,
        totalBytes: null,
        bytesRead: () => list.bytesRead(),
        items: (from = null) => list.items(from),
        position: () => list.position(),
      };
    }
  } finally {
    await close();
  }
}

/** @throws ClaimgraphError that lists the formats, for a name that is none */
export function adapterNamed(name: string): SourceAdapter {
  const adapter = SOURCES.find((source) => source.name === name);
  if (adapter) return adapter;
  throw bad(`There is no format "${name}"; the formats are auto, ${formatNames()}.`);
}

/**
 * Opens an input that is there already.
 *
 * @param label what a person knows it by
 * @param format `auto`, or a source's name
 */
export async function openInputAs(
  input: Input,
  label: string,
  format: string,
): Promise<OpenSource> {
  const wanted = format === 'auto' ? null : adapterNamed(format);
  let bytesRead = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of input.bytes) {
      bytesRead += chunk.length;
      yield chunk;
    }
  };
  const bytes = unpacked(counted());
  const first = await firstBytes(bytes, label);
  if (isBinary(first)) {
    throw bad(`${label}: this is a binary file; claimgraph reads text formats, plain or gzipped.`);
  }
  const [head, whole] = withLineFeeds(...(await peek(decoded(prefixed(first, bytes)))));
  if (head.trim() === '') throw bad(`${label}: the file is empty.`);
  const adapter = wanted ?? bestFor(head, input.name.toLowerCase(), label);
  return {
    name: label,
    format: adapter.name,
    totalBytes: input.totalBytes,
    bytesRead: () => bytesRead,
    items: () => itemsOf(adapter, whole),
    position: () => null,
  };
}

/** An input that breaks off ends with a reject that says so; the records before it are kept. */
async function* itemsOf(
  adapter: SourceAdapter,
  text: AsyncIterable<string>,
): AsyncGenerator<SourceItem> {
  let record = 0;
  try {
    for await (const item of adapter.read(text)) {
      record++;
      yield item;
    }
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    yield rejectItem(error.message, { record: record + 1, line: null }, '');
  }
}

/** Some kilobytes, or all there is: enough to tell what they are. */
async function firstBytes(bytes: AsyncIterator<Buffer>, label: string): Promise<Buffer> {
  try {
    const next = await bytes.next();
    if (!next.done) return next.value;
  } catch (error) {
    if (error instanceof BrokenInput) throw bad(`${label}: ${error.message}.`, error);
    throw error;
  }
  throw bad(`${label}: the file is empty.`);
}

async function* prefixed(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

function bestFor(head: string, fileName: string, label: string): SourceAdapter {
  let best: SourceAdapter | null = null;
  let sure = 0;
  for (const source of SOURCES) {
    const confidence = source.detect(head, fileName);
    if (confidence > sure) [best, sure] = [source, confidence];
  }
  if (best) return best;
  throw bad(`${label}: the format is not recognised; name it with --format (${formatNames()}).`);
}

const formatNames = (): string => SOURCES.map((source) => source.name).join(', ');

const bad = (message: string, cause?: unknown): ClaimgraphError =>
  new ClaimgraphError('BAD_USER_INPUT', message, { cause });
