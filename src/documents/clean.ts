import { decodeHTML } from 'entities';
import { ACCENTS, SKIPPED, STYLES, SYMBOLS } from './latex-symbols.js';

/** A cleaned reading and, for each of its characters and its end, the place in the original. */
export interface CleanReading {
  readonly clean: string;
  /** Null where nothing had to be cleaned. */
  readonly offsets: Int32Array | null;
}

const DEBRIS =
  /[\\{}$&~\n\r\t\u00a0\u00ad\u2000-\u200f\u202f\u205f\u3000\ufeff\uff05\uff10-\uff19]| {2}|\dtimes\b|--/;
const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,24}\d{0,2});/y;
const COMMAND = /\\([a-zA-Z]{1,40})\*?/y;
const ACCENT = /\\(['`^"~=.]|[cvuHkr](?=[{ ]))\s?\{?\\?(\p{L})\}?/uy;
const SPACE = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]/;
const INVISIBLE = /[\u00ad\u200b-\u200f\ufeff]/;
const LETTERS = /[a-zA-Z]+/y;
/** A dollar sign that opens no formula: the number behind it ends in plain text. */
const PRICE =
  /\$(?=\d[\d,]{0,12}(?:\.\d{1,6})?(?:[kKMB]|\s(?:million|billion|thousand))?(?:[).,;:]?(?:\s\p{L}{2}|$)|[-/]\p{L}|\s?[-–/]\s?\$\d))/uy;
const MAX_ARGUMENT = 200;

/** Makes LaTeX, entities and lost symbols plain, in one pass from left to right. */
export function cleanText(original: string): CleanReading {
  if (!DEBRIS.test(original)) return { clean: original, offsets: null };
  const reader = new Reader(original);
  while (reader.at < original.length) if (!reader.copyLetters()) step(reader);
  return reader.finish();
}

class Reader {
  at = 0;
  /** Braces of `\frac` still open before its second argument. */
  fraction = 0;
  /** A dollar sign has opened a formula that none has closed. */
  formula = false;
  #clean: string[] = [];
  #offsets: number[] = [];
  #length = 0;
  last = '';

  constructor(readonly text: string) {}

  /** Writes `text` for the next `width` characters of the original. */
  write(text: string, width: number): void {
    for (let index = 0; index < text.length; index++) this.#offsets.push(this.at);
    if (text !== '') {
      this.#clean.push(text);
      this.#length += text.length;
      this.last = text[text.length - 1] as string;
    }
    this.at += width;
  }

  /** Copies the letters that come next, of which no mark-up begins; none behind a digit, where `times` may be a lost `×`. */
  copyLetters(): boolean {
    const last = this.last.charCodeAt(0);
    if (last >= 48 && last <= 57) return false;
    LETTERS.lastIndex = this.at;
    if (!LETTERS.test(this.text)) return false;
    const run = this.text.slice(this.at, LETTERS.lastIndex);
    for (let index = 0; index < run.length; index++) this.#offsets.push(this.at + index);
    this.#clean.push(run);
    this.#length += run.length;
    this.last = run[run.length - 1] as string;
    this.at += run.length;
    return true;
  }

  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text);
  }

  finish(): CleanReading {
    const offsets = new Int32Array(this.#length + 1);
    offsets.set(this.#offsets);
    offsets[this.#length] = this.text.length;
    return { clean: this.#clean.join(''), offsets };
  }
}

function step(reader: Reader): void {
  const { text, at } = reader;
  const character = text[at] as string;
  switch (character) {
    case '\\':
      return command(reader);
    case '$':
      return dollar(reader);
    case '{':
      return openBrace(reader);
    case '}':
      return closeBrace(reader);
    case '~':
      return tilde(reader);
    case '&':
      return entity(reader);
    case '-':
      return dashes(reader);
    case 't':
      // A lost `×`: "14.1times".
      if (
        /\d/.test(reader.last) &&
        text.startsWith('times', at) &&
        !/\p{L}/u.test(text[at + 5] ?? '')
      ) {
        return reader.write('x', 5);
      }
      return reader.write(character, 1);
    default:
      return plain(reader, character);
  }
}

function dollar(reader: Reader): void {
  if (!reader.formula && reader.match(PRICE)) return reader.write('$', 1);
  reader.formula = !reader.formula;
  reader.write('', 1);
}

function plain(reader: Reader, character: string): void {
  if (SPACE.test(character)) return reader.write(reader.last === ' ' ? '' : ' ', 1);
  if (INVISIBLE.test(character)) return reader.write('', 1);
  const code = character.charCodeAt(0);
  if (code >= 0xff10 && code <= 0xff19) return reader.write(String(code - 0xff10), 1);
  reader.write(character === '％' ? '%' : character, 1);
}

function command(reader: Reader): void {
  const { text, at } = reader;
  const accent = reader.match(ACCENT);
  const named = reader.match(COMMAND);
  const mark = accent && ACCENTS[accent[1] as string];
  if (accent && mark && !(named && (named[1] as string).length > 1)) {
    return reader.write(`${accent[2]}${mark}`.normalize('NFC'), accent[0].length);
  }
  if (!named) return escaped(reader, text[at + 1]);
  const [whole, name = ''] = named;
  if (SKIPPED.has(name))
    return reader.write('', whole.length + argumentLength(text, at + whole.length));
  if (name === 'frac' || name === 'tfrac' || name === 'nicefrac' || name === 'dfrac') {
    reader.fraction++;
    return reader.write('', whole.length);
  }
  const symbol = SYMBOLS.get(name);
  if (symbol !== undefined) return reader.write(symbol, whole.length);
  if (STYLES.has(name))
    return reader.write(
      '',
      whole.length + (text[at + whole.length] === ' ' && text[at - 1] === '{' ? 1 : 0),
    );
  reader.write(whole, whole.length);
}

/** `\%` is a percent sign, `\,` a thin space of no width, `\\` a line break. */
function escaped(reader: Reader, next: string | undefined): void {
  if (next === undefined) return reader.write('\\', 1);
  if ('%&$_#{}'.includes(next)) return reader.write(next, 2);
  if (next === '\\' || next === ' ') return reader.write(reader.last === ' ' ? '' : ' ', 2);
  if (',;!:@/()[]'.includes(next)) return reader.write('', 2);
  reader.write('\\', 1);
}

function argumentLength(text: string, from: number): number {
  const open = text[from] === '[' ? text.indexOf(']', from) + 1 || from : from;
  if (text[open] !== '{') return open - from;
  const close = text.indexOf('}', open);
  return close === -1 || close - open > MAX_ARGUMENT ? open - from : close + 1 - from;
}

/** `1{16}` is what is left of a fraction; other braces only group. */
function openBrace(reader: Reader): void {
  const { text, at } = reader;
  const lost = /^\{\d{1,6}\}/.exec(text.slice(at, at + 9));
  const before = text[at - 1] ?? '';
  if (lost && /\d/.test(before) && reader.fraction === 0) return reader.write('/', 1);
  reader.write('', 1);
}

function closeBrace(reader: Reader): void {
  if (reader.fraction > 0 && reader.text[reader.at + 1] === '{') {
    reader.fraction--;
    return reader.write('/', 1);
  }
  reader.write(reader.text[reader.at + 1] === '{' && reader.last !== ' ' ? ' ' : '', 1);
}

/** A tie between words is a space; before a number at the start of a word it says "about", between numbers it is a dash. */
function tilde(reader: Reader): void {
  const next = reader.text[reader.at + 1] ?? '';
  // `31~FPS` is tied as `Fig.~3` is; `5~10` is a range.
  const tie =
    (/[\p{L}.,)\]]/u.test(reader.last) && /[\p{L}\d\\(]/u.test(next)) ||
    (/\d/.test(reader.last) && /[\p{L}\\]/u.test(next));
  reader.write(tie ? ' ' : '~', 1);
}

function entity(reader: Reader): void {
  const found = reader.match(ENTITY);
  const decoded = found ? decodeHTML(found[0]) : '&';
  if (!found || decoded === found[0]) return reader.write('&', 1);
  reader.write(SPACE.test(decoded) ? ' ' : decoded, found[0].length);
}

/** `--` is an en dash, `---` an em dash. */
function dashes(reader: Reader): void {
  const { text, at } = reader;
  if (text.startsWith('---', at)) return reader.write('—', 3);
  if (text.startsWith('--', at)) return reader.write('–', 2);
  reader.write('-', 1);
}
