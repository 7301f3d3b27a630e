import { TextDecoder } from 'node:util';

/**
 * Decodes bytes as they come. What they are encoded in is decided by their mark, by an XML declaration, or
 * else at the first bytes beyond ASCII: UTF-8 where most of them are valid UTF-8, Windows-1252 otherwise.
 * Bytes that are not valid become U+FFFD.
 */
export async function* decoded(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let first = true;
  for await (const chunk of bytes) {
    decoder ??= (first ? declared(chunk) : null) ?? guessed(chunk);
    first = false;
    const text = decoder === null ? chunk.toString('latin1') : decoder.decode(chunk, STREAM);
    if (text !== '') yield text;
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield rest;
}

const STREAM = { stream: true };
const XML_ENCODING = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/;

/** The encoding that the first bytes themselves name; null where they name none that is known. */
function declared(head: Buffer): TextDecoder | null {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be');
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return new TextDecoder('utf-8');
  const wide = wideWithoutMark(head);
  if (wide) return new TextDecoder(wide);
  const label = XML_ENCODING.exec(head.subarray(0, 300).toString('latin1'))?.[1];
  if (label === undefined || /^utf-?(8|16)/i.test(label)) return null;
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

/** UTF-16 without its mark shows as ASCII with a zero byte beside each character. */
function wideWithoutMark(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head.length < 4) return null;
  const [a, b, c, d] = head;
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be';
  return null;
}

/** Null while all is ASCII, which reads the same in either encoding. */
function guessed(chunk: Buffer): TextDecoder | null {
  const from = chunk.findIndex((byte) => byte > 127);
  if (from === -1) return null;
  const bytes = chunk.subarray(from);
  // The chunk's last bytes may be half a character, which is no fault.
  const text = new TextDecoder('utf-8').decode(bytes, STREAM);
  const beyond = text.match(/[^\u0000-\u007F\uFFFD]/gu)?.length ?? 0;
  // A text may well hold the character that stands for broken ones.
  const written = bytes.toString('latin1').split('\u00EF\u00BF\u00BD').length - 1;
  const broken = (text.match(/\uFFFD/g)?.length ?? 0) - written;
  return new TextDecoder(broken > beyond ? 'windows-1252' : 'utf-8');
}

const SAMPLE = 4096;

/** Whether the first bytes are those of a binary file: a zero byte, or mostly control characters. */
export function isBinary(head: Buffer): boolean {
  if (head[0] === 0xff || head[0] === 0xfe || wideWithoutMark(head) !== null) return false;
  const sample = head.subarray(0, SAMPLE);
  if (sample.includes(0)) return true;
  let control = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32)) control++;
  return control * 20 > sample.length;
}
