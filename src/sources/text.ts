import { TextDecoder } from 'node:util';

/** Decodes bytes as they come: UTF-8, with or without its mark, UTF-16 by its mark, else Latin-1. */
export async function* decoded(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const chunk of bytes) {
    decoder ??= decoderFor(chunk);
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield rest;
}

function decoderFor(head: Buffer): TextDecoder {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be');
  return isUtf8(head) ? new TextDecoder('utf-8') : new TextDecoder('latin1');
}

function isUtf8(head: Buffer): boolean {
  try {
    // The last bytes may be half a character.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const SAMPLE = 4096;

/** Whether the first bytes are those of a binary file: a zero byte, or mostly control characters. */
export function isBinary(head: Buffer): boolean {
  if (head[0] === 0xff || head[0] === 0xfe) return false;
  const sample = head.subarray(0, SAMPLE);
  if (sample.includes(0)) return true;
  let control = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32)) control++;
  return control * 20 > sample.length;
}
