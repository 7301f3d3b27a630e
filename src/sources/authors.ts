import { oneLine } from './text/white-space.js';

/**
 * Splits a list of names as people write it: by semicolons where there are any, else by commas and "and".
 * What stands in parentheses (affiliations, as arXiv writes them) is no name.
 */
export function authorList(text: string): string[] {
  let bare = text;
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(/\([^()]*\)/g, ' ');
  }
  const names = bare.includes(';') ? bare.split(';') : bare.split(/,\s*and\s+|,|\s+and\s+/);
  return names.map(oneLine).filter((name) => /\p{L}/u.test(name));
}

/** "Ada" and "Example" as one name; empty where neither is given. */
export function fullName(...parts: (string | null | undefined)[]): string {
  return oneLine(parts.filter((part) => typeof part === 'string').join(' '));
}
