import { createHash, timingSafeEqual } from 'node:crypto';
import { ClaimgraphError } from '../domain/index.js';

/** Whether a request may change something: mutations may be off, want a key, or have it. */
export type Authority = 'off' | 'missing' | 'wrong' | 'granted';

interface Headers {
  readonly authorization?: string | undefined;
  readonly 'x-api-key'?: string | string[] | undefined;
}

/**
 * Looks for the key in `Authorization: Bearer …` or `X-API-Key`, in a time that tells nothing of it.
 * @param apiKey null where mutations are off
 */
export function authorityOf(headers: Headers, apiKey: string | null): Authority {
  if (apiKey === null) return 'off';
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const given = bearer ?? [headers['x-api-key']].flat()[0];
  if (!given) return 'missing';
  return timingSafeEqual(digest(given), digest(apiKey)) ? 'granted' : 'wrong';
}

/** Of one length, whatever was given. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** @throws ClaimgraphError that says what to do */
export function requireAuthority(authority: Authority): void {
  if (authority === 'granted') return;
  if (authority === 'off') {
    throw new ClaimgraphError(
      'FORBIDDEN',
      'This server takes no corrections: whoever runs it can switch them on with API_KEY.',
    );
  }
  throw new ClaimgraphError(
    'UNAUTHENTICATED',
    authority === 'missing'
      ? 'Corrections ask for the key of this server: send it as "Authorization: Bearer …" or "X-API-Key".'
      : 'The key is not the one of this server.',
  );
}
