import type { CanonicalKind, Category, GainKind } from '../domain/index.js';
import { ClaimgraphError } from '../domain/index.js';
import {
  type AskedName,
  type GainFilter,
  knownSlugs,
  type PaperFilter,
  type ResultFilter,
  type ScoreFilter,
  similarNames,
} from '../store/queries/index.js';
import type { Context } from './context.js';
import type { PaperFilterInput } from './inputs/paper-filter.input.js';
import type {
  GainFilterInput,
  ResultFilterInput,
  ScoreFilterInput,
} from './inputs/result-filter.input.js';
import { nearest } from './nearest.js';

const MAX_NESTING = 5;
const MAX_LIST = 100;
const MAX_TEXT = 256;

/** Turns inputs into filters, names into slugs, and remembers which names were asked for. */
export class FilterReader {
  readonly #asked: (AskedName & { readonly name: string })[] = [];

  constructor(readonly context: Pick<Context, 'names' | 'source'>) {}

  paper(input: PaperFilterInput | null | undefined, depth = 0): PaperFilter | null {
    if (!input) return null;
    checkDepth(depth);
    checkLimits(input);
    return {
      ...pick(input, ['text', 'publishedAt', 'updatedAt', 'source', 'hasCode']),
      and: input.and?.map((part) => this.paper(part, depth + 1) as PaperFilter),
      or: input.or?.map((part) => this.paper(part, depth + 1) as PaperFilter),
      not: this.paper(input.not, depth + 1),
      method: input.method && {
        slug: this.slug('method', input.method.name),
        roles: input.method.role,
      },
      dataset: input.dataset && {
        slug: this.slug('dataset', input.dataset.name),
        roles: input.dataset.role,
      },
      task: input.task ? { slug: this.slug('task', input.task) } : null,
      metric: this.optional('metric', input.metric),
      score: this.score(input.score),
      gain: this.gain(input.gain),
      results: input.results && {
        some: this.result(input.results.some, depth + 1),
        none: this.result(input.results.none, depth + 1),
      },
    };
  }

  result(input: ResultFilterInput | null | undefined, depth = 0): ResultFilter | null {
    if (!input) return null;
    checkDepth(depth);
    checkLimits(input);
    return {
      ...pick(input, [
        'better',
        'setting',
        'unit',
        'value',
        'baseValue',
        'comparableValue',
        'confidence',
        'publishedAt',
      ]),
      and: input.and?.map((part) => this.result(part, depth + 1) as ResultFilter),
      or: input.or?.map((part) => this.result(part, depth + 1) as ResultFilter),
      not: this.result(input.not, depth + 1),
      method: this.optional('method', input.method),
      baseline: this.optional('method', input.baseline),
      dataset: this.optional('dataset', input.dataset),
      task: this.optional('task', input.task),
      metric: this.optional('metric', input.metric),
      categories: input.category,
      forms: input.form,
      directions: input.direction,
      bounds: input.bound,
      checks: input.check,
      gain: this.gain(input.gain),
      paper: this.paper(input.paper, depth + 1),
    };
  }

  gain(input: GainFilterInput | null | undefined): GainFilter | null {
    if (!input) return null;
    checkLimits(input);
    return {
      categories: input.category as Category[] | null | undefined,
      kinds: input.kind as GainKind[] | null | undefined,
      direction: input.direction,
      metric: this.optional('metric', input.metric),
      dataset: this.optional('dataset', input.dataset),
      subject: this.optional('method', input.method),
      baseline: this.optional('method', input.baseline),
      factor: input.factor,
      percent: input.percent,
    };
  }

  score(input: ScoreFilterInput | null | undefined): ScoreFilter | null {
    if (!input) return null;
    return {
      metric: this.optional('metric', input.metric),
      dataset: this.optional('dataset', input.dataset),
      subject: this.optional('method', input.method),
      value: input.value,
    };
  }

  /** The slug of a name asked for. */
  slug(kind: CanonicalKind, name: string): string {
    checkText(name);
    const slug = this.context.names.slugOf(kind, name);
    this.#asked.push({ kind, slug, name });
    return slug;
  }

  /**
   * Looks whether the store knows every name asked for, in one statement.
   * @throws ClaimgraphError with the nearest known names for one that it does not
   */
  async check(): Promise<void> {
    if (this.#asked.length === 0) return;
    const known = await knownSlugs(this.context.source, this.#asked);
    const missing = this.#asked.find(({ kind, slug }) => !known.has(`${kind}:${slug}`));
    if (!missing) return;
    const near = nearest(
      missing.name,
      await similarNames(this.context.source, missing.kind, missing.slug),
    );
    const hint = near.length ? ` Did you mean ${near.map((name) => `"${name}"`).join(', ')}?` : '';
    throw new ClaimgraphError(
      'BAD_USER_INPUT',
      `No paper in the store names a ${missing.kind} "${missing.name}".${hint}`,
      {
        detail: { kind: missing.kind, name: missing.name, nearest: near },
      },
    );
  }

  private optional(kind: CanonicalKind, name: string | null | undefined): string | null {
    return name === null || name === undefined ? null : this.slug(kind, name);
  }
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}

function checkDepth(depth: number): void {
  if (depth >= MAX_NESTING) {
    throw new ClaimgraphError('BAD_USER_INPUT', `Filters may be nested ${MAX_NESTING} deep.`);
  }
}

function checkText(text: string): void {
  if (text.length > MAX_TEXT) {
    throw new ClaimgraphError(
      'BAD_USER_INPUT',
      `A text in a filter may have ${MAX_TEXT} characters.`,
    );
  }
  if (text.includes('\0'))
    throw new ClaimgraphError('BAD_USER_INPUT', 'A text in a filter may not hold a NUL character.');
}

/** Bounds what one filter may hold, comparisons included. */
function checkLimits(input: object): void {
  for (const value of Object.values(input)) {
    if (typeof value === 'string') checkText(value);
    else if (Array.isArray(value)) {
      if (value.length > MAX_LIST) {
        throw new ClaimgraphError(
          'BAD_USER_INPUT',
          `A list in a filter may have ${MAX_LIST} entries.`,
        );
      }
      for (const entry of value) if (typeof entry === 'string') checkText(entry);
    } else if (value && typeof value === 'object' && isComparison(value)) checkLimits(value);
  }
}

function isComparison(value: object): boolean {
  return (
    /(?:Number|Text|Date)FilterInput$/.test(value.constructor.name) ||
    Object.getPrototypeOf(value) === null
  );
}
