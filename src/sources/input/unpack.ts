import { createGunzip } from 'node:zlib';
import { BrokenInput } from './broken-input.js';
import { Pump } from './pump.js';

/** Unpacked text may be this many times its packed size before it is taken for a bomb, past `FREE_BYTES`. */
const MAX_RATIO = 200;
const FREE_BYTES = 64 * 1024 * 1024;
/** Packed bytes that are unpacked at once, so that a bomb is seen before it fills the memory. */
const STEP = 16 * 1024;

/**
 * Unpacks gzip where the first bytes say so; anything else passes through.
 *
 * @throws BrokenInput after the last good bytes of gzip data that is damaged, cut off, or a bomb
 */
export async function* unpacked(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  let pump: Pump<Buffer> | null = null;
  let packedBytes = 0;
  let unpackedBytes = 0;
  const checked = function* (pieces: readonly Buffer[]): Generator<Buffer> {
    for (const piece of pieces) {
      unpackedBytes += piece.length;
      if (unpackedBytes > FREE_BYTES && unpackedBytes > MAX_RATIO * packedBytes) {
        throw new BrokenInput(
          `the gzip data unpacks to more than ${MAX_RATIO} times its size; nothing after this was read`,
        );
      }
      yield piece;
    }
    if (pump?.failure) {
      const reason = 'the gzip data is broken or cut off; nothing after this was read';
      throw new BrokenInput(reason, { cause: pump.failure });
    }
  };
  try {
    for await (const chunk of bytes) {
      if (chunk.length === 0) continue;
      if (isFirst && chunk[0] === 0x1f && (chunk.length === 1 || chunk[1] === 0x8b)) {
        pump = new Pump(createGunzip());
      }
      isFirst = false;
      if (pump === null) yield chunk;
      for (let at = 0; pump !== null && at < chunk.length; at += STEP) {
        const step = chunk.subarray(at, at + STEP);
        packedBytes += step.length;
        yield* checked(await pump.write(step));
      }
    }
    if (pump) yield* checked(await pump.end());
  } finally {
    pump?.destroy();
  }
}
