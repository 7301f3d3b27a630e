import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import { MAX_RAW } from '../source.js';
import { jsonProblem } from './problem.js';
import { type JsonRecord, MAX_RECORD, MAX_RECORD_DEPTH } from './records.js';

/** Bytes of what stands around the records. */
const MAX_ENVELOPE = 4_000_000;
const STRING_BUFFER = 64 * 1024;
const NEWLINE = 10;
const SPACE = 32;

/** Reads arrays, answers, and values one after the other. */
export async function* readDocument(
  text: AsyncIterable<string>,
  arrays: readonly string[],
): AsyncGenerator<JsonRecord> {
  const reader = new DocumentReader(arrays);
  for await (const chunk of text) {
    reader.write(Buffer.from(chunk));
    yield* reader.take();
    if (reader.stopped) return;
  }
  reader.end();
  yield* reader.take();
}

interface Container {
  readonly isArray: boolean;
  /** True for an array whose elements are records. */
  readonly holdsItems: boolean;
  /** Keys on the way to it; null below where records are looked for. */
  readonly path: string | null;
  /** The key that comes before the next value. */
  key: string | null;
  /** Whether a string is the next key rather than a value. */
  wantsKey: boolean;
}

/** A record that is being read. */
interface Item {
  readonly from: number;
  readonly line: number;
  readonly depth: number;
  parts: Buffer[];
  bytes: number;
  problem: string | null;
}

type Token = { token: TokenType; value?: unknown; offset: number };

class DocumentReader {
  stopped = false;
  private readonly tokenizer = new Tokenizer({ stringBufferSize: STRING_BUFFER });
  private readonly stack: Container[] = [];
  private envelope: TokenParser | null = null;
  private envelopeBytes = 0;
  private sawItem = false;
  private item: Item | null = null;
  private ready: JsonRecord[] = [];
  private chunk: Buffer = Buffer.alloc(0);
  private chunkFrom = 0;
  private sinceToken = 0;
  private line = 1;
  private lineAt = 0;
  /** Lines that begin within the white space at the end of what was read. */
  private blankLines = 0;

  constructor(private readonly arrays: readonly string[]) {
    this.tokenizer.onToken = (token) => this.onToken(token as Token);
    this.tokenizer.onError = (error) => this.fail(jsonProblem(error));
  }

  write(chunk: Buffer): void {
    this.chunk = chunk;
    this.sinceToken += chunk.length;
    this.tokenizer.write(chunk);
    const { item } = this;
    if (item && !this.stopped) this.keep(item, this.chunkFrom + chunk.length);
    if (this.sinceToken > MAX_RECORD) {
      this.fail(`a single value is longer than ${MAX_RECORD} bytes; the text was not read further`);
    }
    this.countLines(this.chunkFrom + chunk.length);
    this.countBlankLines(chunk);
    this.chunkFrom += chunk.length;
  }

  end(): void {
    if (this.stopped) return;
    this.chunk = Buffer.alloc(0);
    // A text ends where its last word does.
    this.line -= this.blankLines;
    // A number may be the last of a text; everything else that is open is cut.
    if (!this.tokenizer.isEnded && this.stack.length === 0 && this.item === null) {
      this.tokenizer.onError = () => this.fail('broken JSON: the text ends within a value');
      this.tokenizer.end();
    } else {
      this.fail('broken JSON: the text ends before its last value is closed');
    }
  }

  take(): JsonRecord[] {
    const taken = this.ready;
    this.ready = [];
    return taken;
  }

  private onToken(token: Token): void {
    if (this.stopped) return;
    this.sinceToken = this.chunk.length - (token.offset - this.chunkFrom);
    const closes = token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET;
    const top = this.stack.at(-1);
    if (!this.item && !closes && token.token !== TokenType.COMMA && top?.holdsItems) {
      this.beginItem(token.offset);
    }
    const outside = this.item === null;
    this.follow(token, closes);
    if (this.stopped) return;
    if (this.item) this.followItem(token.offset, token);
    else if (outside && !(top?.holdsItems && token.token === TokenType.COMMA))
      this.feedEnvelope(token);
  }

  /** Keeps track of where in the text a token stands. */
  private follow({ token, value }: Token, closes: boolean): void {
    const top = this.stack.at(-1);
    if (closes) {
      this.stack.pop();
    } else if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) {
      this.push(token === TokenType.LEFT_BRACKET);
    } else if (top && token === TokenType.STRING && top.wantsKey) {
      top.key = String(value);
      top.wantsKey = false;
    } else if (top && token === TokenType.COMMA) {
      top.wantsKey = !top.isArray;
    }
  }

  private push(isArray: boolean): void {
    const top = this.stack.at(-1);
    const path = this.pathBelow(top);
    const holdsItems =
      isArray && this.item === null && path !== null && (path === '' || this.arrays.includes(path));
    this.stack.push({ isArray, holdsItems, path, key: null, wantsKey: !isArray });
    if (this.item && this.stack.length - this.item.depth > MAX_RECORD_DEPTH) {
      this.item.problem ??= `the record is nested deeper than ${MAX_RECORD_DEPTH} levels`;
    }
    if (!this.item && this.stack.length > MAX_RECORD_DEPTH) {
      this.fail(
        `the text is nested deeper than ${MAX_RECORD_DEPTH} levels; it was not read further`,
      );
    }
  }

  private pathBelow(top: Container | undefined): string | null {
    if (!top) return '';
    if (top.isArray || top.path === null || top.key === null) return null;
    return top.path === '' ? top.key : `${top.path}.${top.key}`;
  }

  private beginItem(offset: number): void {
    this.sawItem = true;
    this.countLines(offset);
    const { line } = this;
    const depth = this.stack.length;
    this.item = { from: offset, line, depth, parts: [], bytes: 0, problem: null };
  }

  private followItem(offset: number, { token, value }: Token): void {
    const { item } = this;
    if (!item || this.stack.length > item.depth) return;
    this.item = null;
    const isContainer = token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET;
    if (isContainer) this.keep(item, offset + 1);
    const raw = isContainer ? Buffer.concat(item.parts).toString() : JSON.stringify(value);
    this.emit(item, raw, item.problem === null ? parsed(raw) : { problem: item.problem });
  }

  private emit(
    item: Pick<Item, 'line'>,
    raw: string,
    outcome: { value: unknown } | { problem: string },
  ): void {
    const at = { line: item.line, raw, isEnvelope: false };
    this.ready.push(
      'value' in outcome
        ? { ...at, value: outcome.value, problem: null }
        : { ...at, value: undefined, problem: outcome.problem },
    );
  }

  /** Keeps the record's bytes up to an offset; of one that is too long or too deep only its head. */
  private keep(item: Item, until: number): void {
    const from = Math.max(item.from, this.chunkFrom) - this.chunkFrom;
    const part = this.chunk.subarray(from, until - this.chunkFrom);
    item.bytes += part.length;
    if (item.bytes > MAX_RECORD) item.problem ??= `the record is longer than ${MAX_RECORD} bytes`;
    if (item.problem === null || item.bytes <= MAX_RAW) item.parts.push(part);
    else item.parts = [Buffer.concat(item.parts).subarray(0, MAX_RAW)];
  }

  private feedEnvelope({ token, value, offset }: Token): void {
    if (this.envelope === null) {
      const { line } = this;
      this.countLines(offset);
      this.envelopeBytes = 0;
      this.sawItem = false;
      this.envelope = new TokenParser({ paths: ['$'], separator: '' });
      this.envelope.onValue = ({ value: whole }) => this.endEnvelope(whole, line);
      this.envelope.onError = (error) => this.fail(jsonProblem(error));
    }
    this.envelopeBytes += typeof value === 'string' ? value.length : 1;
    if (this.envelopeBytes > MAX_ENVELOPE) {
      this.fail(`what stands around the records is longer than ${MAX_ENVELOPE} bytes`);
      return;
    }
    this.envelope.write({ token, value } as Parameters<TokenParser['write']>[0]);
  }

  private endEnvelope(whole: unknown, line: number): void {
    this.envelope = null;
    // An array's brackets, left empty when its elements were taken out.
    if (Array.isArray(whole)) return;
    const isEnvelope = this.sawItem || this.holdsEmptyArray(whole);
    this.ready.push({ value: whole, isEnvelope, line, raw: JSON.stringify(whole), problem: null });
  }

  /** An answer without any record: its array is there, and empty. */
  private holdsEmptyArray(whole: unknown): boolean {
    return this.arrays.some((path) => {
      let at = whole;
      for (const key of path.split('.')) at = (at as Record<string, unknown> | null)?.[key];
      return Array.isArray(at);
    });
  }

  private fail(problem: string): void {
    if (this.stopped) return;
    this.stopped = true;
    this.countLines(this.chunkFrom);
    const { item } = this;
    if (item) this.keep(item, this.chunkFrom + this.chunk.length);
    const raw = item ? Buffer.concat(item.parts).subarray(0, MAX_RAW).toString() : '';
    this.emit({ line: item?.line ?? this.line }, raw, { problem });
  }

  private countBlankLines(chunk: Buffer): void {
    let end = chunk.length;
    let lines = 0;
    while (end > 0 && (chunk[end - 1] as number) <= SPACE) if (chunk[--end] === NEWLINE) lines++;
    this.blankLines = end === 0 ? this.blankLines + lines : lines;
  }

  private countLines(until: number): void {
    const from = this.lineAt - this.chunkFrom;
    const to = until - this.chunkFrom;
    for (let at = this.chunk.indexOf(NEWLINE, from); at !== -1 && at < to; ) {
      this.line++;
      at = this.chunk.indexOf(NEWLINE, at + 1);
    }
    this.lineAt = Math.max(this.lineAt, until);
  }
}

function parsed(raw: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(raw) };
  } catch (error) {
    return { problem: jsonProblem(error) };
  }
}
