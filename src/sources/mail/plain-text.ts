import { once } from 'node:events';
import { Readable, type Transform } from 'node:stream';
import { TextDecoder } from 'node:util';
import { type MailEvent, type MimeNode, Splitter } from 'mailsplit';
import { linesOf } from '../text/lines.js';

/** Characters of one line of a message, beyond which the rest of the line is dropped. */
const MAX_LINE = 100_000;
const MBOX_FROM = /^From \S+.*\d{4}\s*$/;

/** The plain text of mail: one message after the other, transfer encodings undone, other parts left out. */
export async function* plainTextOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  const splitter = new Splitter();
  const source = Readable.from(messageLines(text), { objectMode: false });
  source.on('error', (error) => splitter.destroy(error));
  source.pipe(splitter);
  let part = null as Part | null;
  try {
    for await (const event of splitter as AsyncIterable<MailEvent>) {
      if (event.type !== 'body' || !event.value || !isPlain(event.node)) continue;
      if (part?.node !== event.node) {
        if (part) yield await part.body.end();
        part = { node: event.node, body: new BodyDecoder(event.node) };
      }
      yield await part.body.write(event.value);
    }
    if (part) yield await part.body.end();
  } finally {
    source.destroy();
    splitter.destroy();
  }
}

interface Part {
  readonly node: MimeNode;
  readonly body: BodyDecoder;
}

/** A mailbox reads as one message: the headers of its later ones are text, in which no paper stands. */
async function* messageLines(text: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const { text: line } of linesOf(text)) {
    if (!MBOX_FROM.test(line)) yield Buffer.from(`${line.slice(0, MAX_LINE)}\r\n`);
  }
}

function isPlain(node: MimeNode): boolean {
  return !node.multipart && (node.contentType === false || node.contentType === 'text/plain');
}

/** Undoes quoted-printable or base64, then the charset, piece by piece. */
class BodyDecoder {
  private readonly transfer: Transform;
  private readonly charset: TextDecoder;
  private pieces: Buffer[] = [];

  constructor(node: MimeNode) {
    const isEncoded = node.encoding === 'quoted-printable' || node.encoding === 'base64';
    // What was not encoded for transfer has been decoded with the whole text.
    this.charset = decoderFor(isEncoded ? node.charset : false);
    this.transfer = node.getDecoder();
    this.transfer.on('data', (piece: Buffer) => this.pieces.push(piece));
  }

  async write(value: Buffer): Promise<string> {
    await new Promise<void>((resolve) => this.transfer.write(value, () => resolve()));
    return this.taken();
  }

  async end(): Promise<string> {
    const ended = once(this.transfer, 'end');
    this.transfer.end();
    await ended;
    return this.taken() + this.charset.decode();
  }

  private taken(): string {
    const { pieces } = this;
    this.pieces = [];
    return pieces.map((piece) => this.charset.decode(piece, { stream: true })).join('');
  }
}

function decoderFor(charset: string | false): TextDecoder {
  try {
    return new TextDecoder(charset || 'utf-8');
  } catch {
    return new TextDecoder('windows-1252');
  }
}
