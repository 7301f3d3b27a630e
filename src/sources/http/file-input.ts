import { basename } from 'node:path';
import type { Response } from 'undici';
import { BrokenInput } from '../input/broken-input.js';
import type { Input } from '../input/open-input.js';
import type { HttpClient } from './client.js';
import { MAX_ATTEMPTS } from './retry.js';

/** A file at an address, read as it comes. A connection that is cut is taken up where it broke. */
export async function httpFile(client: HttpClient, url: URL): Promise<Input> {
  const response = await client.file(url, 0, null);
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  return {
    name: basename(decodeURIComponent(url.pathname)) || url.host,
    bytes: bytesOf(client, url, response),
    totalBytes: Number.isFinite(length) ? length : null,
  };
}

async function* bytesOf(client: HttpClient, url: URL, first: Response): AsyncGenerator<Buffer> {
  let response = first;
  let offset = 0;
  let breaks = 0;
  const validator = first.headers.get('etag') ?? first.headers.get('last-modified');
  const canResume = first.headers.get('accept-ranges') === 'bytes' && !validator?.startsWith('W/');
  for (;;) {
    try {
      for await (const chunk of response.body ?? []) {
        offset += chunk.length;
        breaks = 0;
        yield Buffer.from(chunk);
      }
      return;
    } catch (error) {
      const reason = `the connection was cut after ${offset} bytes; nothing after this was read`;
      if (!canResume || ++breaks >= MAX_ATTEMPTS) throw new BrokenInput(reason, { cause: error });
      await client.waitAfterBreak(breaks);
      response = await client.file(url, offset, validator);
      // Anything but the rest means that the file has changed.
      if (response.status !== 206) throw new BrokenInput(reason, { cause: error });
    }
  }
}
