import type { PaperRecord } from '../../domain/index.js';
import { authorList } from '../authors.js';
import { parseMailDate } from '../dates.js';
import { parseArxivId, parseDoi } from '../identifiers.js';
import { linesOf } from './lines.js';
import { oneLine } from './white-space.js';

export interface ListedPaper {
  readonly parts: Partial<PaperRecord>;
  /** Line on which it begins, from 1. */
  readonly line: number;
  readonly raw: string;
  /** Null where all is well. */
  readonly problem: string | null;
}

/** Characters of one record. */
const MAX_RECORD = 4_000_000;
const BAR = /^-{20,}\s*$/;
const MARK = /^\\\\\s*$/;
const END = /^\\\\ \( .*\)?\s*$/;
const FIELD = /^([A-Za-z][\w-]{1,20}):\s?(.*)$/;
const NAMES_PAPER = /^(?:arXiv|Paper):/i;

interface Open {
  readonly line: number;
  readonly lines: string[];
  length: number;
}

/**
 * Reads arXiv's own text format, of its `.abs` files and its announcement mail: marked by lines of `\\`,
 * fields, then the abstract. A line of dashes ends a record; within an abstract `\\` is text.
 */
export async function* arxivListing(text: AsyncIterable<string>): AsyncGenerator<ListedPaper> {
  let open: Open | null = null;
  for await (const { text: content, number } of linesOf(text)) {
    if (BAR.test(content)) {
      const paper = open ? paperOf(open, true) : null;
      if (paper) yield paper;
      open = null;
    } else if (open) {
      open.length += content.length + 1;
      if (open.length <= MAX_RECORD) open.lines.push(content);
    } else if (MARK.test(content)) {
      open = { line: number, lines: [], length: 0 };
    }
  }
  const last = open ? paperOf(open, false) : null;
  if (last) yield last;
}

/** Null for a block that names no paper. */
function paperOf({ line, lines, length }: Open, isEnded: boolean): ListedPaper | null {
  if (!lines.some((content) => NAMES_PAPER.test(content))) return null;
  const raw = ['\\\\', ...lines].join('\n');
  const at = { line, raw };
  if (length > MAX_RECORD) {
    return { ...at, parts: {}, problem: `the record is longer than ${MAX_RECORD} characters` };
  }
  const mark = lines.findIndex((content) => MARK.test(content) || END.test(content));
  const rest = mark === -1 ? [] : lines.slice(mark + 1);
  const end = rest.findLastIndex((content) => MARK.test(content) || END.test(content));
  if (mark === -1 && !isEnded)
    return { ...at, parts: {}, problem: 'the text ends within the record' };
  if (end === -1 && !isEnded && rest.some((content) => content.trim() !== '')) {
    return { ...at, parts: {}, problem: 'the text ends within the abstract' };
  }
  const abstract = oneLine(rest.slice(0, end === -1 ? rest.length : end).join(' '));
  const head = fieldsOf(mark === -1 ? lines : lines.slice(0, mark));
  return { ...at, parts: { ...partsOf(head), abstract }, problem: null };
}

/** Fields with their folded lines; of one that comes twice (`Date`) the first, and all dates beside. */
function fieldsOf(lines: readonly string[]): {
  first: ReadonlyMap<string, string>;
  dates: string[];
} {
  const first = new Map<string, string>();
  const dates: string[] = [];
  let last: string | null = null;
  for (const content of lines) {
    const [, name, value = ''] = /^\s/.test(content) ? [] : (FIELD.exec(content) ?? []);
    if (name !== undefined) {
      const key = name.toLowerCase();
      if (/^date$|^revised$/.test(key) || /^date /.test(key)) dates.push(value);
      last = first.has(key) ? null : key;
      if (last !== null) first.set(last, value);
    } else if (/^(?:Date \(|replaced with)/.test(content)) {
      dates.push(content);
      last = null;
    } else if (last !== null && /^\s/.test(content)) {
      first.set(last, `${first.get(last)}\n${content}`);
    } else last = null;
  }
  return { first, dates };
}

function partsOf({ first, dates }: ReturnType<typeof fieldsOf>): Partial<PaperRecord> {
  const text = (name: string): string | null => {
    const value = oneLine(first.get(name) ?? '');
    return value === '' ? null : value;
  };
  // The mail adds `(*cross-listing*)` or the like to the id.
  const id = parseArxivId((text('arxiv') ?? text('paper'))?.split(/[\s(*]/)[0]);
  const all = dates.flatMap((date) => parseMailDate(date) ?? []);
  return {
    id: id?.id ?? null,
    title: text('title'),
    authors: authorList(text('authors') ?? text('author') ?? ''),
    publishedAt: parseMailDate(text('date') ?? ''),
    updatedAt: all.toSorted().at(-1) ?? null,
    arxivId: id?.id ?? null,
    arxivVersion: id?.version ?? null,
    doi: parseDoi(text('doi')),
    url: id ? `https://arxiv.org/abs/${id.id}` : null,
  };
}
