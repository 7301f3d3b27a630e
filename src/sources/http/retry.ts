import { setTimeout as delay } from 'node:timers/promises';

/** How long is waited, in milliseconds; in tests a clock of their own. */
export type Sleep = (milliseconds: number) => Promise<unknown>;

export const sleep: Sleep = (milliseconds) => delay(milliseconds);

export const MAX_ATTEMPTS = 6;
const FIRST_DELAY = 1_000;
const MAX_DELAY = 60_000;
/** A service that asks for more is not waited for. */
export const MAX_RETRY_AFTER = 10 * 60_000;

/** What may go better another time: too many requests, and faults of the server. */
export function isWorthRetrying(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/**
 * Milliseconds before the next attempt: what the server asks for, else a random time below a bound that
 * doubles with each attempt ("full jitter"), so that many clients do not come back at once.
 *
 * @param attempt attempts made so far, from 1
 */
export function retryDelay(
  attempt: number,
  retryAfter: number | null,
  random: () => number,
): number {
  if (retryAfter !== null) return retryAfter;
  return Math.round(random() * Math.min(MAX_DELAY, FIRST_DELAY * 2 ** attempt));
}

/** Milliseconds of a `Retry-After` header, in seconds or a date; null where there is none. */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
