import type { AnnotatedName, AnnotatedResult, PaperText } from './annotation.js';
import { EQUIVALENTS } from './equivalents.js';
import { foldedForms, foldName, intersects } from './fold.js';
import type { SystemName } from './match-names.js';
import { sameMetric } from './same-metric.js';

/** What is compared of a number, from the loosest to the whole tuple. */
export const RESULT_FIELDS = [
  ...(['number', 'unit', 'kind', 'bound', 'better', 'category', 'metric', 'dataset'] as const),
  ...(['subject', 'baseline', 'claim', 'tuple'] as const),
] as const;
export type ResultField = (typeof RESULT_FIELDS)[number];
export type Agreement = Readonly<Record<ResultField, boolean>>;

/** A number that the system read, as far as it is compared. */
export type SystemResult = Omit<AnnotatedResult, 'optional' | 'high'> & {
  readonly high: number | null;
};

export interface NamesOfPaper {
  readonly datasets: readonly (AnnotatedName | SystemName)[];
  readonly methods: readonly (AnnotatedName | SystemName)[];
}

/** What agrees once the number itself does; `claim` and `tuple` are conjunctions of the others. */
export function agreement(
  gold: AnnotatedResult,
  system: SystemResult,
  goldNames: NamesOfPaper,
  systemNames: NamesOfPaper,
): Agreement {
  const units = [unitOf(gold.unit), unitOf(system.unit)] as const;
  const unit =
    units[0] === units[1] || (gold.form === 'share' && units.includes('%') && units.includes(''));
  const kind = unit && gold.form === system.form && gold.direction === system.direction;
  const category = gold.category === system.category;
  const metric = sameMetric(gold.metric, system.metric);
  const dataset = sameThing(gold.dataset, system.dataset, goldNames.datasets, systemNames.datasets);
  const subject = sameThing(gold.subject, system.subject, goldNames.methods, systemNames.methods);
  const claim = kind && category && metric;
  return {
    number: true,
    unit,
    kind,
    bound: gold.bound === system.bound,
    better: gold.better === system.better,
    category,
    metric,
    dataset,
    subject,
    baseline:
      foldName(gold.baseline) === foldName(system.baseline) ||
      intersects(contentWords(gold.baseline), contentWords(system.baseline)),
    claim,
    tuple: claim && dataset && subject,
  };
}

/** Whether the values are equal and the quotes overlap somewhere in the text. */
export function sameNumber(text: string, gold: AnnotatedResult, system: SystemResult): boolean {
  return sameValue(gold, system) && overlap(text, gold.quote, evidence(system.quote));
}

/** A quote of a whole abstract is no evidence. */
const LONGEST_QUOTE = 200;
const evidence = (quote: string): string => ([...quote].length > LONGEST_QUOTE ? '' : quote);

/** Signs and the order of a range's ends do not matter; a share may be a fraction or a percentage. */
function sameValue(gold: AnnotatedResult, system: SystemResult): boolean {
  const [a, b] = [ends(gold), ends(system)];
  if (a.length !== b.length) return false;
  const equal = (scaleA: number, scaleB: number): boolean =>
    a.every((value, at) => isClose(value * scaleA, (b[at] as number) * scaleB));
  if (equal(1, 1)) return true;
  const [percentA, percentB] = [unitOf(gold.unit) === '%', unitOf(system.unit) === '%'];
  return (
    gold.form === 'share' && percentA !== percentB && equal(percentA ? 1 : 100, percentB ? 1 : 100)
  );
}

function ends({ value, high }: { value: number; high?: number | null | undefined }): number[] {
  const both = typeof high === 'number' ? [value, high] : [value];
  return both.map(Math.abs).sort((one, other) => one - other);
}

const isClose = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-4 * Math.max(Math.abs(one), Math.abs(other));

function overlap(text: string, one: string, other: string): boolean {
  const others = places(text, other);
  return places(text, one).some((a) =>
    others.some((b) => a < b + other.length && b < a + one.length),
  );
}

function places(text: string, quote: string): number[] {
  if (quote === '') return [];
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + quote.length)) {
    found.push(at);
  }
  return found;
}

function unitOf(unit: string): string {
  const folded = unit.trim().toLowerCase();
  return EQUIVALENTS.units.get(folded) ?? folded;
}

function sameThing(
  gold: string | null | undefined,
  system: string | null | undefined,
  goldNames: readonly (AnnotatedName | SystemName)[],
  systemNames: readonly (AnnotatedName | SystemName)[],
): boolean {
  const [a, b] = [formsOf(gold, goldNames), formsOf(system, systemNames)];
  return (a.size === 0 && b.size === 0) || intersects(a, b);
}

/** All forms of the thing of the paper that a name stands for; of a name that is none of them, itself. */
function formsOf(
  name: string | null | undefined,
  names: readonly (AnnotatedName | SystemName)[],
): ReadonlySet<string> {
  if (!name) return new Set();
  const folded = foldName(name);
  const entry = names.map(foldedForms).find((forms) => forms.has(folded));
  return entry ?? new Set([folded]);
}

const EMPTY_WORDS = new Set(
  'the of method methods model models baseline baselines previous other than to'.split(' '),
);

function contentWords(phrase: string | null | undefined): ReadonlySet<string> {
  const words = (phrase ?? '').toLowerCase().match(/[a-z0-9]{2,}/g) ?? [];
  return new Set(words.filter((word) => !EMPTY_WORDS.has(word)));
}

/** Whether field, start and end cut exactly the quote out of the original text. */
export function cutsQuote(
  paper: PaperText,
  {
    quote,
    span,
  }: { quote: string; span: { field: 'title' | 'abstract'; start: number; end: number } },
): boolean {
  return paper[span.field].slice(span.start, span.end) === quote;
}
