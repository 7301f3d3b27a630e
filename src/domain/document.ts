/** The two parts of a paper that are read. */
export type Field = 'title' | 'abstract';

/**
 * A place in the original text of a field: UTF-16 offsets, `start` inclusive, `end` exclusive, so that
 * `text.slice(start, end)` is exactly what was found.
 */
export interface Span {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

/** A field's cleaned reading: LaTeX, entities and lost symbols made plain, with the way back. */
export interface FieldText {
  readonly field: Field;
  /** Verbatim, as the source gave it. */
  readonly original: string;
  /** What the rules read. Equal to `original` where there was nothing to clean. */
  readonly clean: string;
  /**
   * `offsets[i]` is the place in `original` where character `i` of `clean` begins; one longer than
   * `clean`, so that ends map as well. Null where the two are equal.
   */
  readonly offsets: Int32Array | null;
}

export interface Document {
  readonly title: FieldText;
  readonly abstract: FieldText;
}
