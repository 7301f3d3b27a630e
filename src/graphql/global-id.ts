import { ClaimgraphError } from '../domain/index.js';

export type NodeKind = 'Paper' | 'Result' | 'Method' | 'Dataset' | 'Task' | 'Metric';
const KINDS: readonly NodeKind[] = ['Paper', 'Result', 'Method', 'Dataset', 'Task', 'Metric'];

/** An id that is unique over all types; opaque to clients. */
export function toGlobalId(kind: NodeKind, id: string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64url');
}

/** @throws ClaimgraphError for what is no id of ours */
export function fromGlobalId(id: string): { kind: NodeKind; id: string } {
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const colon = text.indexOf(':');
  const kind = KINDS.find((known) => known === text.slice(0, colon));
  if (!kind || colon === text.length - 1) {
    throw new ClaimgraphError(
      'BAD_USER_INPUT',
      `"${id.slice(0, 60)}" is no id of this API; take ids from its answers.`,
    );
  }
  return { kind, id: text.slice(colon + 1) };
}
