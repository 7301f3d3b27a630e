import type { Transform } from 'node:stream';

/**
 * Drives a transforming stream by hand, so that all that comes of one piece is there when the piece has
 * been written: nothing waits in buffers that are lost when the input breaks off.
 */
export class Pump<T> {
  /** What was wrong; null while all is well. */
  failure: Error | null = null;
  private ready: T[] = [];
  private readonly closed: Promise<void>;

  constructor(private readonly stream: Transform) {
    this.closed = new Promise((resolve) => stream.once('close', resolve));
    stream.on('data', (piece: T) => this.ready.push(piece));
    stream.on('error', (error) => {
      this.failure ??= error;
    });
  }

  /** What comes of one more piece. */
  async write(piece: Buffer | string): Promise<T[]> {
    if (this.failure === null) {
      const written = new Promise<void>((resolve) => {
        this.stream.write(piece, () => resolve());
      });
      await Promise.race([written, this.closed]);
    }
    return this.taken();
  }

  /** What comes after the last piece. */
  async end(): Promise<T[]> {
    if (this.failure === null) {
      const ended = new Promise<void>((resolve) => this.stream.once('end', resolve));
      this.stream.end();
      await Promise.race([ended, this.closed]);
    }
    return this.taken();
  }

  destroy(): void {
    this.stream.destroy();
  }

  private taken(): T[] {
    const { ready } = this;
    this.ready = [];
    return ready;
  }
}
