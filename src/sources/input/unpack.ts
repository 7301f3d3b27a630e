import { once } from 'node:events';
import { createGunzip, type Gunzip } from 'node:zlib';
import { BrokenInput } from './broken-input.js';

/** Unpacked text may be this many times its packed size before it is taken for a bomb, past `FREE_BYTES`. */
const MAX_RATIO = 200;
const FREE_BYTES = 64 * 1024 * 1024;

/**
 * Unpacks gzip where the first bytes say so; anything else passes through.
 *
 * @throws BrokenInput after the last good bytes of gzip data that is damaged, cut off, or a bomb
 */
export async function* unpacked(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let unpacker: Unpacker | null = null;
  let isFirst = true;
  for await (const chunk of bytes) {
    if (chunk.length === 0) continue;
    if (isFirst && chunk[0] === 0x1f && chunk[1] === 0x8b) unpacker = new Unpacker();
    isFirst = false;
    if (unpacker) yield* unpacker.write(chunk);
    else yield chunk;
  }
  if (unpacker) yield* unpacker.end();
}

class Unpacker {
  private readonly gunzip: Gunzip = createGunzip();
  private pieces: Buffer[] = [];
  private packedBytes = 0;
  private bytes = 0;
  private failure: string | null = null;

  constructor() {
    this.gunzip.on('data', (piece: Buffer) => {
      this.bytes += piece.length;
      this.pieces.push(piece);
      if (this.bytes > FREE_BYTES && this.bytes > MAX_RATIO * this.packedBytes) {
        this.failure ??= `the gzip data unpacks to more than ${MAX_RATIO} times its size`;
        this.gunzip.destroy();
      }
    });
    this.gunzip.on('error', () => {
      this.failure ??= 'the gzip data is broken or cut off';
    });
  }

  async *write(chunk: Buffer): AsyncGenerator<Buffer> {
    this.packedBytes += chunk.length;
    const closed = once(this.gunzip, 'close').catch(() => undefined);
    await Promise.race([
      new Promise<void>((resolve) => this.gunzip.write(chunk, () => resolve())),
      closed,
    ]);
    yield* this.taken();
  }

  async *end(): AsyncGenerator<Buffer> {
    const closed = once(this.gunzip, 'close').catch(() => undefined);
    this.gunzip.end();
    await closed;
    yield* this.taken();
  }

  private *taken(): Generator<Buffer> {
    const { pieces } = this;
    this.pieces = [];
    yield* pieces;
    if (this.failure === null) return;
    this.gunzip.destroy();
    throw new BrokenInput(`${this.failure}; nothing after this was read`);
  }
}
