declare module 'mailsplit' {
  import type { Transform } from 'node:stream';

  /** A part of a message. */
  export interface MimeNode {
    readonly root: boolean;
    readonly multipart: string | false;
    /** Lower case, `text/plain`; false where the header names none. */
    readonly contentType: string | false;
    readonly charset: string | false;
    readonly encoding: string | false;
    /** Undoes the transfer encoding. */
    getDecoder(): Transform;
  }

  export type MailEvent =
    | ({ readonly type: 'node' } & MimeNode)
    | { readonly type: 'body'; readonly node: MimeNode; readonly value?: Buffer }
    | { readonly type: 'data'; readonly node: MimeNode; readonly value?: Buffer };

  export class Splitter extends Transform {
    constructor(options?: { maxHeadSize?: number; maxChildNodes?: number });
    /** The beginning of a line whose end has not come yet; false for none. */
    protected line: Buffer | false;
    protected hasFailed: boolean;
    /** Takes one line with its end; `next` is called before it returns, without an event for a header's line. */
    protected processLine(
      line: Buffer,
      final: boolean,
      next: (error: Error | null, event?: MailEvent) => void,
    ): void;
  }
}
