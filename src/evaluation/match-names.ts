import { foldedForms, intersects } from './fold.js';

export interface Counted {
  readonly hits: number;
  /** What the system gave, those left out that count neither way. */
  readonly system: number;
  readonly gold: number;
}

interface GoldName {
  readonly name: string;
  readonly role?: string;
  readonly aliases?: readonly string[] | undefined;
  readonly optional?: boolean | undefined;
}
export interface SystemName {
  readonly name: string;
  readonly role?: string;
  readonly aliases?: readonly string[];
}

/**
 * Pairs names one to one in the order that the system gives them. A second form of a name that is paired
 * already, and an optional name, are neither hits nor false alarms.
 */
export function matchNames(
  gold: readonly GoldName[],
  system: readonly SystemName[],
  withRole = false,
): Counted {
  const goldForms = gold.map(foldedForms);
  const paired = new Set<number>();
  let hits = 0;
  let ignored = 0;
  for (const given of system) {
    const forms = foldedForms(given);
    const same = [...gold.keys()].filter((at) => intersects(goldForms[at] as Set<string>, forms));
    const free = same.find(
      (at) =>
        !paired.has(at) && !gold[at]?.optional && (!withRole || gold[at]?.role === given.role),
    );
    if (free !== undefined) {
      paired.add(free);
      hits++;
    } else if (same.some((at) => gold[at]?.optional || paired.has(at))) ignored++;
  }
  return {
    hits,
    system: system.length - ignored,
    gold: gold.filter(({ optional }) => !optional).length,
  };
}
