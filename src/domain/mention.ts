import type { Span } from './document.js';

export type DatasetRole = 'evaluated' | 'training' | 'introduced' | 'mentioned';
export type MethodRole = 'proposed' | 'baseline' | 'base' | 'mentioned';

/** A named thing of a paper: one entry for each distinct thing, however often and however written. */
export interface Mention<Role extends string> {
  /** The form an index would use, exactly as it stands in the text. */
  readonly name: string;
  /** The other forms in this text; they hold within this paper only. */
  readonly aliases: readonly string[];
  readonly role: Role;
  /** Every place it stands at, in reading order; the first is the evidence. */
  readonly spans: readonly Span[];
  /** Id of the row of knowledge or the rule that found it. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export type DatasetMention = Mention<DatasetRole>;
export type MethodMention = Mention<MethodRole>;
/** A task has no role; main ones come first. */
export type TaskMention = Mention<'task'>;

export type LinkKind = 'code' | 'project' | 'demo' | 'data' | 'other';

/** An address that the text gives. */
export interface Link {
  readonly url: string;
  readonly kind: LinkKind;
  readonly span: Span;
  readonly rule: string;
}
