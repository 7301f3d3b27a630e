import type { CanonicalKind } from '../domain/index.js';
import { ClaimgraphError } from '../domain/index.js';
import {
  type NameCandidate,
  type NamedRow,
  namesByAlias,
  type PaperFilter,
  type QuantityFilter,
  type ResultFilter,
  similarNames,
} from '../store/queries/index.js';
import { checkInput, checkText } from './check-input.js';
import type { Context } from './context.js';
import { keyOfName } from './loaders.js';
import { nearest } from './nearest.js';
import { paperFilter, quantityFilter, resultFilter, type SlugOf } from './read-filters.js';

type NameSource = Pick<Context, 'names' | 'source' | 'loaders' | 'once'>;

/**
 * Builds something out of names that clients wrote, every name checked against the store in one statement. A
 * short form that papers use for one thing alone leads to that thing.
 * @throws ClaimgraphError with the nearest names for one that no paper has, with the candidates for one that
 * means several things
 */
export async function withNames<T>(
  { names, source, loaders }: Omit<NameSource, 'once'>,
  build: (slugOf: SlugOf) => T,
): Promise<T> {
  const asked = new Map<string, { kind: CanonicalKind; slug: string; name: string }>();
  const built = build((kind, name) => {
    checkText(name);
    const slug = names.slugOf(kind, name);
    asked.set(keyOfName({ kind, slug }), { kind, slug, name });
    return slug;
  });
  const moved = new Map<string, string>();
  await Promise.all(
    [...asked].map(async ([key, { kind, slug, name }]) => {
      const known = await loaders.known.load({ kind, slug });
      if (known === null) moved.set(key, await byAlias(source, kind, slug, name));
    }),
  );
  if (moved.size === 0) return built;
  return build((kind, name) => {
    const slug = names.slugOf(kind, name);
    return moved.get(keyOfName({ kind, slug })) ?? slug;
  });
}

async function byAlias(
  source: Context['source'],
  kind: CanonicalKind,
  slug: string,
  name: string,
): Promise<string> {
  const only = oneOf(kind, name, await namesByAlias(source, kind, name));
  if (only) return only.slug;
  throw await unknownName(source, kind, slug, name, ': a filter on it cannot match');
}

/** Says that no paper has the name, what follows from it, and which names are nearest. */
async function unknownName(
  source: Context['source'],
  kind: CanonicalKind,
  slug: string,
  name: string,
  consequence = '',
): Promise<ClaimgraphError> {
  const near = nearest(name, await similarNames(source, kind, slug));
  const hint = near.length ? ` Did you mean ${near.map((one) => `"${one}"`).join(', ')}?` : '';
  const fact =
    kind === 'metric'
      ? 'reports a number on a metric'
      : `names a ${kind === 'dataset' ? 'data set' : kind}`;
  return new ClaimgraphError(
    'BAD_USER_INPUT',
    `No paper in the store ${fact} "${name}"${consequence}.${hint}`,
    { detail: { kind, name, nearest: near } },
  );
}

/**
 * The canonical thing that a client names.
 * @throws ClaimgraphError with the nearest names for one that no paper has, with the candidates for a short
 * form that means several things
 */
export async function findName(
  { names, source, loaders }: Pick<Context, 'names' | 'source' | 'loaders'>,
  kind: CanonicalKind,
  name: string,
): Promise<NamedRow> {
  checkText(name);
  const slug = names.slugOf(kind, name);
  const row = await loaders.named(kind).load(slug);
  if (row) return row;
  const only = oneOf(kind, name, await namesByAlias(source, kind, name));
  const found = only && (await loaders.named(kind).load(only.slug));
  if (!found) throw await unknownName(source, kind, slug, name);
  return found;
}

/** @throws ClaimgraphError when there are several */
function oneOf(
  kind: CanonicalKind,
  name: string,
  candidates: readonly NameCandidate[],
): NameCandidate | null {
  if (candidates.length < 2) return candidates[0] ?? null;
  throw new ClaimgraphError(
    'BAD_USER_INPUT',
    `"${name}" means several things: ${candidates.map((one) => `"${one.name}"`).join(', ')}. Ask for one of them.`,
    { detail: { kind, name, candidates } },
  );
}

/** The filter of an input, read once in a request however many parents its list has. */
export function readPaperFilter(
  context: NameSource,
  input: PaperFilter | null | undefined,
): Promise<PaperFilter | null> {
  return read(context, 'papers', input, paperFilter);
}

export function readResultFilter(
  context: NameSource,
  input: ResultFilter | null | undefined,
): Promise<ResultFilter | null> {
  return read(context, 'results', input, resultFilter);
}

export function readQuantityFilter(
  context: NameSource,
  input: QuantityFilter | null | undefined,
): Promise<QuantityFilter | null> {
  return read(context, 'quantities', input, quantityFilter);
}

function read<Filter>(
  context: NameSource,
  of: string,
  input: Filter | null | undefined,
  build: (input: Filter | null | undefined, slugOf: SlugOf) => Filter | null,
): Promise<Filter | null> {
  checkInput(input);
  return context.once(`filter:${of}:${JSON.stringify(input)}`, () =>
    withNames(context, (slugOf) => build(input, slugOf)),
  );
}
