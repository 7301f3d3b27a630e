import type { FieldText, Span } from '../domain/index.js';

/** The place in the original text of a place in the clean text. */
export function toOriginal(field: FieldText, start: number, end: number): Span {
  const at = (place: number): number => field.offsets?.[place] ?? place;
  return { field: field.field, start: at(start), end: at(end) };
}
