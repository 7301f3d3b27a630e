/** A name without case, punctuation and LaTeX: two that fold to one are the same name. */
export function foldName(name: string | null | undefined): string {
  return (name ?? '')
    .replace(/\\[a-zA-Z]+|[{}$\\]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9+]/g, '');
}

/** All folded forms of a thing that is written in several ways. */
export function foldedForms(thing: {
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}): ReadonlySet<string> {
  const forms = new Set([thing.name, ...(thing.aliases ?? [])].map(foldName));
  forms.delete('');
  return forms;
}

export function intersects<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
  for (const item of one) if (other.has(item)) return true;
  return false;
}
