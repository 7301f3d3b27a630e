import { JSONParser } from '@streamparser/json';
import type { PaperRecord } from '../../domain/index.js';
import { parseArxivId, parseDate, parseDoi } from '../identifiers.js';
import { linesOf } from '../lines.js';
import { rejectItem, toItem } from '../record.js';
import type { Position, SourceAdapter, SourceItem } from '../source.js';

/** JSON lines, or one JSON array, of `{id?, title, abstract, …}`. */
export const json: SourceAdapter = {
  name: 'json',
  description: 'JSON lines or a JSON array of {id?, title, abstract, …}',
  detect(head) {
    const start = head.trimStart();
    return /^\[\s*[{\]]|^\{/.test(start) ? 0.4 : 0;
  },
  async *read(text): AsyncGenerator<SourceItem> {
    const [head, rest] = await peek(text);
    yield* head.startsWith('[') || isSpreadOut(head) ? readValue(rest) : readLines(rest);
  },
};

/** One object over several lines rather than an object a line. */
function isSpreadOut(head: string): boolean {
  return /^\{\s*\n/.test(head);
}

/** The first characters past white space, and the whole text all the same. */
async function peek(text: AsyncIterable<string>): Promise<[string, AsyncIterable<string>]> {
  const iterator = text[Symbol.asyncIterator]();
  const seen: string[] = [];
  let head = '';
  while (head.length < 256) {
    const next = await iterator.next();
    if (next.done) break;
    seen.push(next.value);
    head = (head + next.value).trimStart();
  }
  async function* whole(): AsyncGenerator<string> {
    yield* seen;
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield next.value;
  }
  return [head, whole()];
}

async function* readLines(text: AsyncIterable<string>): AsyncGenerator<SourceItem> {
  let record = 0;
  for await (const line of linesOf(text)) {
    if (line.text.trim() === '') continue;
    record++;
    const position = { record, line: line.number };
    if (line.cut) {
      yield rejectItem('the line is too long to be a paper', position, line.text);
      continue;
    }
    let value: unknown;
    try {
      value = JSON.parse(line.text);
    } catch (error) {
      yield rejectItem(`broken JSON: ${reasonOf(error)}`, position, line.text);
      continue;
    }
    yield fromValue(value, position, line.text);
  }
}

const MAX_QUEUE = 10_000;

/** Reads the elements of an array, or the one object, as they come. */
async function* readValue(text: AsyncIterable<string>): AsyncGenerator<SourceItem> {
  const ready: unknown[] = [];
  let failure: string | null = null;
  const parser = new JSONParser({ paths: ['$', '$.*'], keepStack: false });
  let topIsObject = false;
  parser.onValue = ({ value, stack }) => {
    if (stack.length === 1 && !topIsObject) ready.push(value);
    else if (stack.length === 0 && topIsObject) ready.push(value);
  };
  parser.onError = (error) => {
    failure ??= reasonOf(error);
  };
  let record = 0;
  let first = true;
  const drain = function* (): Generator<SourceItem> {
    for (const value of ready.splice(0, MAX_QUEUE)) {
      record++;
      yield fromValue(value, { record, line: null }, JSON.stringify(value) ?? '');
    }
  };
  for await (const chunk of text) {
    if (first && chunk.trim() !== '') {
      topIsObject = chunk.trimStart().startsWith('{');
      first = false;
    }
    try {
      parser.write(chunk);
    } catch (error) {
      failure ??= reasonOf(error);
    }
    yield* drain();
    if (failure !== null) break;
  }
  if (failure === null && !parser.isEnded && !first)
    failure = 'the text ends before the array is closed';
  if (failure !== null) {
    yield rejectItem(`broken JSON: ${failure}`, { record: record + 1, line: null }, '');
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0]!.slice(0, 200) : String(error);
}

function fromValue(value: unknown, position: Position, raw: string): SourceItem {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return rejectItem('the record is no JSON object', position, raw);
  }
  return toItem(recordOf(value as Record<string, unknown>), position, raw);
}

/** Takes what the object names by any of its usual names; text of another type is left out. */
export function recordOf(
  value: Record<string, unknown>,
): Partial<PaperRecord> & { source: string } {
  const text = (...keys: string[]): string | null => {
    for (const key of keys) {
      const found = value[key];
      if (typeof found === 'string' && found.trim() !== '') return found;
      if (typeof found === 'number') return String(found);
    }
    return null;
  };
  const id = text('id', '_id', 'paper_id', 'paperId');
  const arxiv =
    parseArxivId(text('arxivId', 'arxiv_id', 'arxiv') ?? id ?? '') ??
    parseArxivId(text('url', 'link') ?? '');
  const published = text(
    'publishedAt',
    'published_at',
    'published',
    'date',
    'publication_date',
    'year',
  );
  const updated = text('updatedAt', 'updated_at', 'updated');
  const doi = text('doi', 'DOI');
  return {
    id,
    title: text('title'),
    abstract: text('abstract', 'summary'),
    authors: authorsOf(value.authors ?? value.author),
    publishedAt: published === null ? null : parseDate(published),
    updatedAt: updated === null ? null : parseDate(updated),
    arxivId: arxiv?.id ?? null,
    arxivVersion:
      typeof value.arxivVersion === 'number' ? value.arxivVersion : (arxiv?.version ?? null),
    doi: doi === null ? null : parseDoi(doi),
    openAlexId: text('openAlexId'),
    s2Id: text('s2Id'),
    url: text('url', 'link'),
    source: text('source') === 'sample' ? 'sample' : 'json',
  };
}

function authorsOf(value: unknown): string[] {
  if (typeof value === 'string')
    return value
      .split(/;|,\s+(?=\p{Lu})/u)
      .map((name) => name.trim())
      .filter(Boolean);
  if (!Array.isArray(value)) return [];
  return value.flatMap((author: unknown) => {
    if (typeof author === 'string') return [author];
    const name = (author as { name?: unknown } | null)?.name;
    return typeof name === 'string' ? [name] : [];
  });
}
