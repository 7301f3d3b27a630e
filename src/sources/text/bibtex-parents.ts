import type { Entry } from '@retorquere/bibtex-parser';

/** Kinds of entries that others are part of. */
const PARENT = /^(?:(?:mv)?(?:proceedings|book|collection|reference)|periodical)$/i;
/** Parents that are kept, and the characters of one. */
const MAX_PARENTS = 20_000;
const MAX_PARENT = 10_000;
/** Entries that wait for their parent; when so many do, the next goes without. */
const MAX_WAITING = 1_000;

/** An entry, and the one that its `crossref` names where it has no date of its own. */
export interface Dated {
  readonly entry: Entry;
  readonly parent: Entry | null;
  /** Line on which the entry begins, from 1. */
  readonly line: number;
}

/** Brings entries together with the proceedings that they leave their date to, which mostly stand after them. */
export class Parents {
  private readonly known = new Map<string, Entry>();
  private readonly waiting = new Map<string, Dated[]>();
  private waitingCount = 0;

  /** What is whole now that an entry was read: itself, unless it waits, and those that waited for it. */
  next(entry: Entry, line: number): readonly Dated[] {
    const released = isParent(entry) ? this.release(entry) : [];
    const named = hasDate(entry) ? null : folded(textOf(entry, 'crossref'));
    const parent = named === null ? null : (this.known.get(named) ?? null);
    const dated = { entry, parent, line };
    if (named === null || parent !== null || this.waitingCount >= MAX_WAITING) {
      return [dated, ...released];
    }
    this.waiting.set(named, [...(this.waiting.get(named) ?? []), dated]);
    this.waitingCount++;
    return released;
  }

  /** Those whose parent never came. */
  rest(): readonly Dated[] {
    return [...this.waiting.values()].flat();
  }

  private release(parent: Entry): readonly Dated[] {
    const key = folded(parent.key) ?? '';
    if (this.known.size < MAX_PARENTS) this.known.set(key, parent);
    const come = this.waiting.get(key) ?? [];
    this.waiting.delete(key);
    this.waitingCount -= come.length;
    return come.map((dated) => ({ ...dated, parent }));
  }
}

const isParent = (entry: Entry): boolean =>
  PARENT.test(entry.type) && hasDate(entry) && entry.input.length <= MAX_PARENT;

const hasDate = (entry: Entry): boolean =>
  textOf(entry, 'date') !== null || textOf(entry, 'year') !== null;

function textOf({ fields }: Entry, name: string): string | null {
  const value = (fields as unknown as Record<string, unknown>)[name];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** BibTeX does not tell capitals in keys. */
const folded = (key: string | null): string | null => key?.trim().toLowerCase() ?? null;
