import { ClaimgraphError } from '../domain/index.js';

export type NodeKind = 'Paper' | 'Result' | 'Method' | 'Dataset' | 'Task' | 'Metric' | 'Correction';
const KINDS: readonly NodeKind[] = [
  ...(['Paper', 'Result', 'Method', 'Dataset', 'Task', 'Metric', 'Correction'] as const),
];
/** Kinds whose rows have a UUID; the others have a slug. */
const UUID_KINDS: readonly NodeKind[] = ['Paper', 'Result', 'Correction'];
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const UUID_OF_ROW = new RegExp(UUID, 'i');

/** An id that is unique over all types; opaque to clients. */
export function toGlobalId(kind: NodeKind, id: string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64url');
}

/**
 * What an id is of; `kind` is null for the UUID of a row as exports and the views have it.
 * @throws ClaimgraphError for what is no id of ours
 */
export function fromGlobalId(id: string): { kind: NodeKind | null; id: string } {
  if (UUID_OF_ROW.test(id)) return { kind: null, id: id.toLowerCase() };
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const colon = text.indexOf(':');
  const kind = KINDS.find((known) => known === text.slice(0, colon));
  const rowId = text.slice(colon + 1);
  if (!kind || !(UUID_KINDS.includes(kind) ? UUID.test(rowId) : isSlug(rowId))) {
    throw new ClaimgraphError(
      'BAD_USER_INPUT',
      `"${id.slice(0, 60)}" is no id of this API; take ids from its answers.`,
    );
  }
  return { kind, id: rowId };
}

function isSlug(text: string): boolean {
  return text !== '' && !text.includes('\0') && text.isWellFormed();
}

/**
 * The row's id in the id of a thing of that kind, or the row's id itself.
 * @throws ClaimgraphError for the id of anything else
 */
export function rowIdOf(kind: NodeKind, globalId: string): string {
  const found = fromGlobalId(globalId);
  if (found.kind !== null && found.kind !== kind)
    throw new ClaimgraphError(
      'BAD_USER_INPUT',
      `The id is that of a ${found.kind}, not of a ${kind}.`,
    );
  return found.id;
}
