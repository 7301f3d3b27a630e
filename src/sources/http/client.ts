import { Agent, fetch, type Response } from 'undici';
import { ClaimgraphError } from '../../domain/index.js';
import { decoded } from '../input/decode.js';
import { checkUrl, guardedLookup } from './address-guard.js';
import {
  isWorthRetrying,
  MAX_ATTEMPTS,
  MAX_RETRY_AFTER,
  parseRetryAfter,
  retryDelay,
  type Sleep,
  sleep,
} from './retry.js';

export interface HttpOptions {
  /** Whether addresses of the own machine and network may be called. */
  readonly allowPrivate?: boolean;
  readonly sleep?: Sleep;
  readonly now?: () => number;
  readonly random?: () => number;
}

const MAX_REDIRECTS = 5;
/** Bytes of one page of an answer, unpacked. */
const MAX_PAGE = 64 * 1024 * 1024;
const CONNECT_TIMEOUT = 15_000;
/** Without a byte for so long a connection is given up. */
const IDLE_TIMEOUT = 90_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Asks servers politely: spaced, patient where they are busy, within bounds, to public addresses only. */
export class HttpClient {
  readonly allowPrivate: boolean;
  private readonly agent: Agent;
  private readonly sleep: Sleep;
  private readonly now: () => number;
  private readonly random: () => number;
  /** When each host was asked last. */
  private readonly lastAsked = new Map<string, number>();

  constructor(options: HttpOptions = {}) {
    this.allowPrivate = options.allowPrivate ?? false;
    this.sleep = options.sleep ?? sleep;
    this.now = options.now ?? Date.now;
    this.random = options.random ?? Math.random;
    this.agent = new Agent({
      connect: { lookup: guardedLookup(this.allowPrivate), timeout: CONNECT_TIMEOUT },
      headersTimeout: IDLE_TIMEOUT,
      bodyTimeout: IDLE_TIMEOUT,
      connections: 1,
    });
  }

  /**
   * One page of an answer, whole.
   *
   * @param interval milliseconds between two requests to the same host
   * @throws ClaimgraphError for an answer that is refused, too long, or does not come
   */
  page(url: URL, interval: number): Promise<string> {
    return this.attempt(url, interval, { 'accept-encoding': 'gzip, deflate, br' }, (response) =>
      pageOf(response, url),
    );
  }

  /** Asks for a file from an offset on; its bytes are the caller's to read. */
  file(url: URL, offset: number, validator: string | null): Promise<Response> {
    const range: Record<string, string> =
      offset === 0
        ? {}
        : { range: `bytes=${offset}-`, ...(validator && { 'if-range': validator }) };
    return this.attempt(
      url,
      0,
      { 'accept-encoding': 'identity', ...range },
      async (response) => response,
    );
  }

  /** Waits before a broken connection is taken up again. */
  async waitAfterBreak(attempt: number): Promise<void> {
    await this.sleep(retryDelay(attempt, null, this.random));
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private async attempt<T>(
    url: URL,
    interval: number,
    headers: Record<string, string>,
    use: (response: Response) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      await this.space(url.host, interval);
      const outcome = await this.once(url, headers, use);
      if ('value' in outcome) return outcome.value;
      const wait = retryDelay(attempt, outcome.retryAfter, this.random);
      if (attempt >= MAX_ATTEMPTS || wait > MAX_RETRY_AFTER) {
        const asked =
          wait > MAX_RETRY_AFTER ? `; it asks to wait ${Math.round(wait / 1000)} s` : '';
        throw new ClaimgraphError(
          'SERVICE_UNAVAILABLE',
          `${url.href}: ${outcome.reason}${asked}.`,
          {
            cause: outcome.cause,
          },
        );
      }
      await this.sleep(wait);
    }
  }

  /** The value, or why there is none yet; throws where another attempt would be no use. */
  private async once<T>(
    url: URL,
    headers: Record<string, string>,
    use: (response: Response) => Promise<T>,
  ): Promise<{ value: T } | { reason: string; retryAfter: number | null; cause?: unknown }> {
    try {
      const response = await this.follow(url, headers);
      if (response.ok) return { value: await use(response) };
      const retryAfter = parseRetryAfter(response.headers.get('retry-after'), this.now());
      const reason = `the server answered ${response.status}`;
      if (isWorthRetrying(response.status)) {
        await response.body?.cancel().catch(() => undefined);
        return { reason, retryAfter };
      }
      const said = (await pageOf(response, url))
        .replace(/<[^>]*>|\s+/g, ' ')
        .trim()
        .slice(0, 200);
      throw new ClaimgraphError(
        'BAD_USER_INPUT',
        `${url.href}: ${reason}${said ? `: ${said}` : ''}`,
      );
    } catch (error) {
      const known = knownError(error);
      if (known) throw known;
      if (/bad port/.test(reasonOf(error))) {
        throw new ClaimgraphError('BAD_USER_INPUT', `${url.href}: this port is not for http.`);
      }
      return {
        reason: `the connection failed (${reasonOf(error)})`,
        retryAfter: null,
        cause: error,
      };
    }
  }

  /** Follows redirects by hand, so that each address is checked. */
  private async follow(url: URL, headers: Record<string, string>): Promise<Response> {
    let at = url;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      checkUrl(at.href, this.allowPrivate);
      const response = await fetch(at, {
        dispatcher: this.agent,
        redirect: 'manual',
        headers: { 'user-agent': 'claimgraph', ...headers },
      });
      const location = REDIRECTS.has(response.status) ? response.headers.get('location') : null;
      if (location === null) return response;
      await response.body?.cancel();
      at = new URL(location, at);
    }
    throw new ClaimgraphError(
      'BAD_USER_INPUT',
      `${url.href}: more than ${MAX_REDIRECTS} redirects.`,
    );
  }

  private async space(host: string, interval: number): Promise<void> {
    const since = this.now() - (this.lastAsked.get(host) ?? Number.NEGATIVE_INFINITY);
    if (since < interval) await this.sleep(interval - since);
    this.lastAsked.set(host, this.now());
  }
}

async function pageOf(response: Response, url: URL): Promise<string> {
  async function* bytes(): AsyncGenerator<Buffer> {
    let length = 0;
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > MAX_PAGE) {
        throw new ClaimgraphError(
          'BAD_USER_INPUT',
          `${url.href}: the answer is longer than ${MAX_PAGE} bytes.`,
        );
      }
      yield Buffer.from(chunk);
    }
  }
  let text = '';
  for await (const piece of decoded(bytes())) text += piece;
  return text;
}

/** An error of ours, which may be wrapped by the library it passed through. */
function knownError(error: unknown): ClaimgraphError | null {
  for (let at = error; at instanceof Error; at = at.cause)
    if (at instanceof ClaimgraphError) return at;
  return null;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { code, message } = cause as { code?: string; message?: string };
  return code ?? message ?? String(cause);
}
