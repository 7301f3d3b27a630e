import type { FieldText, Span } from '../domain/index.js';

/** The place in the original text of a place in the clean text. */
export function toOriginal(field: FieldText, start: number, end: number): Span {
  if (!field.offsets) return { field: field.field, start, end };
  const from = field.offsets[start] ?? start;
  return {
    field: field.field,
    start: from,
    end: trimmed(field.original, from, field.offsets[end] ?? end),
  };
}

/** Leaves out what the cleaning dropped behind the last character: white space, `$`, a brace that closes nothing of the span. */
function trimmed(original: string, start: number, end: number): number {
  let last = end;
  while (last > start + 1) {
    const mark = original[last - 1] as string;
    const opener = mark === '}' ? '{' : mark === '$' ? '$' : '';
    if (!/\s/.test(mark) && (opener === '' || original.slice(start, last - 1).includes(opener)))
      break;
    last--;
  }
  return last;
}
