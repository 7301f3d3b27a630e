import type { PaperRecord } from '../domain/index.js';

/** Where in its input an item stands, so that a person can find it. */
export interface Position {
  /** Ordinal of the record in the input, from 1. */
  readonly record: number;
  /** Line on which it begins, from 1; null for formats without lines. */
  readonly line: number | null;
}

/** A record that could not be read, with the reason in one sentence. */
export interface Reject {
  readonly reason: string;
  readonly position: Position;
  /** The record as it stood, cut at `MAX_RAW` characters. */
  readonly raw: string;
}

export type SourceItem =
  | { readonly record: PaperRecord; readonly position: Position; readonly raw: string }
  | { readonly reject: Reject };

/** One format that papers come in. */
export interface SourceAdapter {
  /** As given to `--format`. */
  readonly name: string;
  /** One line for the help. */
  readonly description: string;
  /**
   * How sure the adapter is that an input is its own, 0 to 1.
   *
   * @param head the first characters of the decoded text
   * @param fileName the input's name, lower case, for its ending
   */
  detect(head: string, fileName: string): number;
  /** Reads decoded text as it comes; never throws for what the text holds. */
  read(text: AsyncIterable<string>): AsyncIterable<SourceItem>;
}

/** How much of a rejected record is kept. */
export const MAX_RAW = 100_000;
