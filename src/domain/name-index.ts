/** The four kinds of canonical things. */
export type CanonicalKind = 'method' | 'dataset' | 'task' | 'metric';

/** Turns a name as a person writes it into the slug under which its canonical thing is stored. */
export interface NameIndex {
  /** Never fails: a name that no list knows is folded to its own slug; empty for a name without letters. */
  slugOf(kind: CanonicalKind, name: string): string;
  /** Other spellings of a known thing; empty for one that no list knows. */
  aliasesOf(kind: CanonicalKind, slug: string): readonly string[];
}
