import { isIPv6 } from 'node:net';
import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { ClaimgraphError } from '../domain/index.js';

const WINDOW_SECONDS = 60;

/** Cost points that one client has used in its current minute. */
export interface Budget {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Seconds until the minute is over. */
  readonly resetIn: number;
  /** The points asked for were not there. */
  readonly refused?: boolean;
}

/** Counts in this process: each replica has a count of its own. */
export interface RateLimit {
  /**
   * @param address of the client; all of an IPv6 /64 are one client
   * @param tell is told what is left, also where the points are refused
   * @throws ClaimgraphError RATE_LIMITED with `retryAfter` in seconds; COST_LIMIT_EXCEEDED where waiting is no use
   */
  charge(address: string, points: number, tell: (budget: Budget) => void): Promise<Budget>;
}

/** @param limit points a client may use in a minute; 0: no limit, and null is returned */
export function createRateLimit(limit: number): RateLimit | null {
  if (limit === 0) return null;
  const limiter = new RateLimiterMemory({ points: limit, duration: WINDOW_SECONDS });
  return {
    async charge(address, points, tell) {
      const client = clientOf(address);
      if (points > limit) throw neverEnough(points, limit);
      try {
        const budget = budgetOf(await limiter.consume(client, points), limit);
        tell(budget);
        return budget;
      } catch (refused) {
        if (refused instanceof Error) throw refused;
        // What was refused was not used.
        const budget = { ...budgetOf(await limiter.reward(client, points), limit), refused: true };
        tell(budget);
        const { resetIn, remaining } = budget;
        throw new ClaimgraphError(
          'RATE_LIMITED',
          `The query costs ${points} points, and ${remaining} of your ${limit} for this minute are left; try again in ${resetIn} s.`,
          { detail: { retryAfter: resetIn, requestedQueryCost: points, remaining, limit } },
        );
      }
    },
  };
}

function neverEnough(points: number, limit: number): ClaimgraphError {
  return new ClaimgraphError(
    'COST_LIMIT_EXCEEDED',
    `The query costs ${points} points; a client has ${limit} for a minute. Ask for fewer rows at once.`,
    { detail: { requestedQueryCost: points, maximumAvailable: limit } },
  );
}

function budgetOf(answer: RateLimiterRes, limit: number): Budget {
  const used = Math.min(answer.consumedPoints, limit);
  return {
    limit,
    used,
    remaining: limit - used,
    resetIn: Math.max(1, Math.ceil(answer.msBeforeNext / 1000)),
  };
}

/** Says in the headers of the answer what the client has left. */
export function tellBudget(reply: FastifyReply, budget: Budget): void {
  const { limit, remaining, used, resetIn, refused } = budget;
  if (refused) reply.header('retry-after', resetIn);
  reply.headers({
    'x-ratelimit-limit': limit,
    'x-ratelimit-remaining': remaining,
    'x-ratelimit-used': used,
    'x-ratelimit-reset': resetIn,
  });
}

/** A network's machines can take any address of its /64. */
function clientOf(address: string): string {
  if (!isIPv6(address)) return address;
  if (address.startsWith('::ffff:')) return address.slice('::ffff:'.length);
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = 8 - groups.length - tail.split(':').filter(Boolean).length;
  const all = [...groups, ...Array(missing).fill('0'), ...tail.split(':').filter(Boolean)];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
