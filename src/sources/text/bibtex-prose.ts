/** Private characters: the first marks what stands for a run of prose, the others say for which. */
const MARK = '\uE025';
const FIRST = 0xe100;
const MAX_RUNS = 4000;
/**
 * Three words or more without a character that means anything to BibTeX or TeX, and without what divides
 * names. What is no value (names of fields and strings, keys) has no spaces within.
 */
const PROSE =
  /(?<![\p{L}\p{N}\\])(?!and )[\p{L}\p{N}][\p{L}\p{N}.;:'/-]*(?: (?!and )[\p{L}\p{N}.;:'/()-]+){2,}/giu;

export interface HiddenProse {
  readonly text: string;
  /** Puts the prose back into what was read of the text; any value of JSON. */
  restored<T>(read: T): T;
}

/**
 * Puts two characters in the place of each run of plain prose. A parser of TeX spends thousands of steps on
 * an abstract's letters, which all mean themselves.
 */
export function hideProse(text: string): HiddenProse {
  const runs: string[] = [];
  if (text.includes(MARK)) return { text, restored: (read) => read };
  const hidden = text.replace(PROSE, (run) => {
    if (runs.length === MAX_RUNS) return run;
    return `${MARK}${String.fromCharCode(FIRST + runs.push(run) - 1)}`;
  });
  // No character of the runs is escaped in JSON.
  const restored = <T>(read: T): T =>
    JSON.parse(
      JSON.stringify(read).replace(
        /\uE025([\uE100-\uF09F])/g,
        (_, which: string) => runs[which.charCodeAt(0) - FIRST] ?? '',
      ),
    ) as T;
  return { text: hidden, restored };
}
