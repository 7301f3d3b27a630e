import sax from 'sax';
import { MAX_RAW } from '../source.js';
import type { XmlElement } from './element.js';

/** A wanted element with its content, or the reason why it could not be read whole. */
export interface XmlRecord {
  /** Of a broken one what was read until then. */
  readonly element: XmlElement;
  /** The elements around it, outermost first, without their content. */
  readonly ancestors: readonly XmlElement[];
  readonly line: number;
  readonly raw: string;
  /** Null where all is well. */
  readonly problem: string | null;
}

/** Elements within one record that are nested deeper make it a reject. */
const MAX_RECORD_DEPTH = 100;
/** Nesting beyond which a text is not read further. */
const MAX_DEPTH = 2_000;
/** Characters of one record. */
const MAX_RECORD = 16_000_000;
/** Characters of one tag, comment or declaration. */
const MAX_TAG = 1_000_000;
Object.assign(sax, { MAX_BUFFER_LENGTH: MAX_TAG });

/** Faults since the last record, beyond which a text is not taken for XML any more. */
const MAX_FAULTS = 10_000;

/** Faults that leave a record's shape in doubt; others (a bare `&`, an unknown entity) leave its text whole. */
const STRUCTURAL =
  /^(?:Unexpected close tag|Unmatched closing tag|Unexpected end|Unclosed root tag)/;

/**
 * Reads the elements of some names out of XML as it comes; all else is passed over. No entities are
 * expanded but the predefined and HTML's characters, nothing outside of the text is read, and depth and
 * size are bounded. Never throws for what the text holds.
 */
export async function* xmlRecords(
  text: AsyncIterable<string>,
  names: ReadonlySet<string>,
): AsyncGenerator<XmlRecord> {
  const reader = new RecordReader(names);
  for await (const chunk of text) {
    reader.write(chunk);
    yield* reader.take();
    if (reader.stopped) return;
  }
  reader.end();
  yield* reader.take();
}

interface Open {
  readonly element: XmlElement;
  readonly ancestors: readonly XmlElement[];
  /** The elements that are open within it, itself first. */
  readonly stack: XmlElement[];
  readonly line: number;
  readonly from: number;
  raw: string;
  problem: string | null;
}

class RecordReader {
  /** True once nothing more can be read. */
  stopped = false;
  private readonly parser = sax.parser(true, { xmlns: false, position: true });
  private readonly around: XmlElement[] = [];
  private ready: XmlRecord[] = [];
  private open: Open | null = null;
  private chunk = '';
  private previous = '';
  private chunkFrom = 0;
  private startLine = 1;
  private startAt = 0;
  private sawElement = false;
  private fault: string | null = null;
  private faults = 0;

  constructor(private readonly names: ReadonlySet<string>) {
    const { parser } = this;
    parser.onopentagstart = () => {
      this.startLine = parser.line + 1;
      this.startAt = parser.startTagPosition - 1;
    };
    parser.onopentag = (tag) => this.onOpen(tag.name, tag.attributes as Record<string, string>);
    parser.onclosetag = () => this.onClose();
    parser.ontext = (piece) => this.onText(piece);
    parser.oncdata = (piece) => this.onText(piece);
    parser.onerror = (error) => this.onError(error.message.split('\n')[0] ?? '');
  }

  write(chunk: string): void {
    this.previous = this.chunk;
    this.chunkFrom += this.previous.length;
    this.chunk = chunk;
    this.parser.write(chunk);
    const { open } = this;
    if (!open) return;
    this.addRaw(open, this.chunkFrom + chunk.length);
    if (this.parser.position - open.from > MAX_RECORD) {
      open.problem ??= `the record is longer than ${MAX_RECORD} characters`;
    }
  }

  end(): void {
    if (this.open) {
      this.finish('the text ends within the record');
      return;
    }
    const isCut = this.around.length > 0;
    this.parser.close();
    if (isCut) this.report('the text ends before its last element is closed');
    else if (this.fault !== null) this.report(this.fault);
    else if (!this.sawElement) this.report('the text holds no XML element');
  }

  take(): XmlRecord[] {
    const taken = this.ready;
    this.ready = [];
    return taken;
  }

  private onOpen(name: string, attributes: Record<string, string>): void {
    this.sawElement = true;
    const element: XmlElement = {
      name: local(name),
      attributes: localNames(attributes),
      children: [],
    };
    // A record within one of its own kind: the end of the first was lost.
    if (this.open && element.name === this.open.element.name)
      this.finish('the record is not closed');
    if (this.open) this.onOpenWithin(this.open, element);
    else if (this.names.has(element.name)) {
      const { startLine: line, startAt: from } = this;
      const ancestors = [...this.around];
      this.open = { element, ancestors, stack: [element], line, from, raw: '', problem: null };
    }
    this.around.push({ ...element, children: [] });
    if (this.around.length > MAX_DEPTH) {
      this.stop(`the text is nested deeper than ${MAX_DEPTH} elements; it was not read further`);
    }
  }

  private onOpenWithin(open: Open, element: XmlElement): void {
    open.stack.at(-1)?.children.push(open.problem === null ? element : '');
    open.stack.push(element);
    if (open.stack.length > MAX_RECORD_DEPTH) {
      open.problem ??= `the record is nested deeper than ${MAX_RECORD_DEPTH} elements`;
    }
  }

  private onClose(): void {
    this.around.pop();
    const { open } = this;
    if (!open) return;
    open.stack.pop();
    if (open.stack.length === 0) this.finish(null);
  }

  private onText(piece: string): void {
    if (this.open && this.open.problem === null) this.open.stack.at(-1)?.children.push(piece);
  }

  private onError(message: string): void {
    // The parser goes on after an error that is taken from it.
    (this.parser as { error: Error | null }).error = null;
    if (++this.faults > MAX_FAULTS) {
      this.stop(`broken XML: more than ${MAX_FAULTS} faults; the text was not read further`);
    } else if (/^Max buffer length exceeded/.test(message)) {
      this.stop(
        `a tag, comment or declaration is longer than ${MAX_TAG} characters; the text was not read further`,
      );
    } else if (STRUCTURAL.test(message)) {
      if (this.open) this.open.problem ??= `broken XML: ${message.toLowerCase()}`;
      else this.fault ??= `broken XML: ${message.toLowerCase()}`;
    }
  }

  private stop(problem: string): void {
    if (this.stopped) return;
    this.stopped = true;
    if (this.open) this.finish(problem);
    else this.report(problem);
    // What the parser still says of this piece of text is of no use.
    this.parser.onopentag = this.parser.onclosetag = this.parser.ontext = () => undefined;
    this.parser.oncdata = this.parser.onerror = () => undefined;
  }

  private finish(problem: string | null): void {
    const { open } = this;
    if (!open) return;
    this.addRaw(open, this.parser.position);
    this.open = null;
    this.faults = 0;
    this.ready.push({
      element: open.element,
      ancestors: open.ancestors,
      line: open.line,
      raw: open.raw,
      problem: open.problem ?? problem,
    });
  }

  /** Something that is wrong outside of any record. */
  private report(problem: string): void {
    const element: XmlElement = { name: '', attributes: {}, children: [] };
    const line = this.parser.line + 1;
    this.ready.push({ element, ancestors: [], line, raw: '', problem });
  }

  /** Keeps the record's own text up to a place, which lies in this chunk. */
  private addRaw(open: Open, until: number): void {
    if (open.raw.length >= MAX_RAW) return;
    const from = open.from + open.raw.length - this.chunkFrom;
    const before = from < 0 ? this.previous.slice(from) : '';
    const seen = before + this.chunk.slice(Math.max(from, 0), until - this.chunkFrom);
    open.raw += seen.slice(0, MAX_RAW - open.raw.length);
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function localNames(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [local(name), value]),
  );
}
