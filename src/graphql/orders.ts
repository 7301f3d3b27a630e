import type { Order } from '../store/queries/index.js';

/** The sort that a client asks for, or the list's own. */
export function orderOr<Field extends string>(
  asked: readonly Order<Field>[] | null | undefined,
  field: Field,
  direction: 'ASC' | 'DESC',
): readonly Order<Field>[] {
  return asked?.length ? asked : [{ field, direction }];
}
