import { TextDecoder } from 'node:util';
import type { MailEvent, MimeNode } from 'mailsplit';
import { BrokenInput } from '../input/broken-input.js';
import { Pump } from '../input/pump.js';
import { linesOf } from '../text/lines.js';
import { LineSplitter } from './line-splitter.js';

/** Characters of one line of a message, beyond which the rest of the line is dropped. */
const MAX_LINE = 100_000;
/** Characters that are split at once. */
const STEP = 32 * 1024;
const MBOX_FROM = /^From \S+.*\d{4}\s*$/;

/**
 * The plain text of mail: one message after the other, transfer encodings undone, other parts left out.
 *
 * @throws BrokenInput after the text before it, where a header or the number of parts is beyond bounds
 */
export async function* plainTextOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  const splitter = new Pump<MailEvent>(new LineSplitter());
  const reader = new BodyReader();
  try {
    for await (const piece of messageText(text))
      yield await reader.read(await splitter.write(piece));
    yield await reader.read(await splitter.end());
    yield await reader.end();
    if (splitter.failure) {
      const { message } = splitter.failure;
      throw new BrokenInput(`the message cannot be read further: ${message.toLowerCase()}`);
    }
  } finally {
    splitter.destroy();
  }
}

/** A mailbox reads as one message: the headers of its later ones are text, in which no paper stands. */
async function* messageText(text: AsyncIterable<string>): AsyncGenerator<string> {
  let lines = '';
  let wasBlank = false;
  for await (const { text: line } of linesOf(text)) {
    // One blank line says as much as a million.
    if (line === '' && wasBlank) continue;
    wasBlank = line === '';
    if (!MBOX_FROM.test(line)) lines += `${line.slice(0, MAX_LINE)}\r\n`;
    if (lines.length < STEP) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}

/** Undoes the transfer encoding, then the charset, part by part. */
class BodyReader {
  private node: MimeNode | null = null;
  private pending = Buffer.alloc(0);
  private charset = new TextDecoder();

  async read(events: readonly MailEvent[]): Promise<string> {
    let text = '';
    // A piece of body is a line; decoding them one by one takes longer than all else.
    let body: Buffer[] = [];
    const flush = async (): Promise<void> => {
      const bytes = Buffer.concat([this.pending, ...body]);
      body = [];
      const whole = bytes.lastIndexOf('\n') + 1;
      this.pending = bytes.subarray(whole);
      text += await this.decoded(bytes.subarray(0, whole));
    };
    for (const event of events) {
      if (event.type !== 'body' || !event.value || !isPlain(event.node)) continue;
      if (this.node !== event.node) {
        await flush();
        text += await this.end();
        this.node = event.node;
        // What was not encoded for transfer has been decoded with the whole text.
        this.charset = decoderFor(isEncoded(event.node) ? event.node.charset : false);
      }
      body.push(event.value);
    }
    await flush();
    return text;
  }

  /** The rest of the part that is being read. */
  async end(): Promise<string> {
    const { pending } = this;
    this.pending = Buffer.alloc(0);
    return (await this.decoded(pending)) + this.charset.decode();
  }

  /** Both encodings may be undone line by line; the decoders there are wait for the end of the part. */
  private async decoded(lines: Buffer): Promise<string> {
    if (this.node === null || lines.length === 0) return '';
    const transfer = new Pump<Buffer>(this.node.getDecoder());
    const pieces = [...(await transfer.write(lines)), ...(await transfer.end())];
    return pieces.map((piece) => this.charset.decode(piece, { stream: true })).join('');
  }
}

const isEncoded = ({ encoding }: MimeNode): boolean =>
  encoding === 'quoted-printable' || encoding === 'base64';

function isPlain(node: MimeNode): boolean {
  return !node.multipart && (node.contentType === false || node.contentType === 'text/plain');
}

function decoderFor(charset: string | false): TextDecoder {
  try {
    return new TextDecoder(charset || 'utf-8');
  } catch {
    return new TextDecoder('windows-1252');
  }
}
