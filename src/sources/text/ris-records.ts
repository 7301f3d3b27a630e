import { linesOf } from './lines.js';
import { oneLine } from './white-space.js';

/** Values by tag, in their order. */
export type RisFields = ReadonlyMap<string, readonly string[]>;

export interface RisRecord {
  readonly fields: RisFields;
  /** Line on which it begins, from 1. */
  readonly line: number;
  readonly raw: string;
  /** Null where all is well. */
  readonly problem: string | null;
}

/** Characters of one record. */
const MAX_RECORD = 8_000_000;
/**
 * Exporters differ in the spaces around the dash; a word as `AB-testing` that begins a folded line has none,
 * so only the beginning of a record may do without.
 */
const TAGGED =
  /^(?:([A-Z][A-Z0-9])(?:[ \t\u00A0]{1,4}-[ \t\u00A0]?|-[ \t\u00A0]|-$)|(TY)-(?=[A-Z]{3,7}\s*$))(.*)$/;

interface Open {
  readonly values: Map<string, string[]>;
  readonly line: number;
  readonly lines: string[];
  length: number;
  /** The values that the next line without a tag goes on with. */
  last: string[] | null;
}

/**
 * Reads RIS as it comes. The format is lines of a tag and a value, so there is nothing to parse beyond
 * them; the libraries there are want whole files, and cut values at a dash.
 */
export async function* risRecords(text: AsyncIterable<string>): AsyncGenerator<RisRecord> {
  let open: Open | null = null;
  for await (const { text: content, number } of linesOf(text)) {
    const [, spaced, bare, value = ''] = TAGGED.exec(content.trimStart()) ?? [];
    const tag = spaced ?? bare ?? '';
    if (tag === 'TY') {
      // Some exporters leave out the end of a record; the next one's beginning is as good.
      if (open) yield closed(open, null);
      open = { values: new Map(), line: number, lines: [], length: 0, last: null };
    }
    if (!open) continue;
    if (tag === 'ER') {
      yield closed(open, null);
      open = null;
    } else add(open, content, tag, value);
  }
  if (open) yield closed(open, 'the text ends within the record');
}

function add(open: Open, content: string, tag: string, value: string): void {
  open.length += content.length + 1;
  if (open.length > MAX_RECORD) return;
  open.lines.push(content);
  if (tag !== '') {
    open.last = open.values.get(tag) ?? [];
    open.last.push(value);
    open.values.set(tag, open.last);
  } else if (open.last && content.trim() !== '') {
    // Adding to a string is cheap however long it is; it is put on one line at the end.
    open.last.push(`${open.last.pop()}\n${content}`);
  }
}

function closed({ values, line, lines, length }: Open, problem: string | null): RisRecord {
  const fields = new Map([...values].map(([tag, all]) => [tag, all.map(oneLine)]));
  const long = length > MAX_RECORD ? `the record is longer than ${MAX_RECORD} characters` : null;
  const end = problem === null ? ['ER  - '] : [];
  return { fields, line, raw: [...lines, ...end].join('\n'), problem: long ?? problem };
}
