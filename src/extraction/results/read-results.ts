import type { FieldText, Quantity, ReportedNumber } from '../../domain/index.js';
import { toOriginal } from '../spans.js';
import { type Sentence, splitSentences } from '../text/sentences.js';
import { isBetter } from './better.js';
import { lastDataset, openDataset } from './carried-dataset.js';
import type { Carried, Claim, PaperContext } from './claim.js';
import { claimsOfSentence } from './claims-of-sentence.js';
import { confidenceOf } from './confidence.js';
import { datasetRuns } from './dataset-runs.js';
import { quotePlace } from './quote.js';
import { type Item, type NamePlace, sentenceItems } from './sentence-items.js';
import { settingOf } from './setting.js';
import { type SettingPhrase, settingPhrases } from './setting-phrases.js';
import { isShareOfThings } from './share-of-things.js';
import { quantityUnit, resultUnit } from './units.js';

export interface NumbersOfField {
  readonly results: readonly ReportedNumber[];
  readonly quantities: readonly Quantity[];
}

/** Only sentences with a digit or a number word can report a number; the others are not looked at. */
const HOLDS_NUMBER =
  /\d|\b(?:half|twice|thrice|double[sd]?|doubling|triple[sd]?|tripling|halv(?:e[sd]?|ing)|orders?[ -]of[ -]magnitude|third|quarter|fourth|fifth|tenth|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million)\b|fold\b/i;

/**
 * Reads every number of a field.
 *
 * @param names the places of names in the clean text, sorted, free of overlap
 * @param skipped places to read over: addresses
 */
export function readNumbers(
  field: FieldText,
  names: readonly NamePlace[],
  skipped: readonly { start: number; end: number }[],
  context: PaperContext,
): NumbersOfField {
  const results: ReportedNumber[] = [];
  const quantities: Quantity[] = [];
  let carried: Carried = { claims: [], datasetRuns: [], openDataset: null, lastDataset: null };
  const namesIn = bySentence(names);
  for (const sentence of splitSentences(field.clean)) {
    const here = namesIn(sentence);
    if (!HOLDS_NUMBER.test(field.clean.slice(sentence.start, sentence.end))) {
      const runs = datasetRuns(field.clean, sentence, here);
      carried = {
        claims: carried.claims,
        datasetRuns: runs.length > 0 ? runs : carried.datasetRuns,
        openDataset: openDataset(field.clean, sentence, here),
        lastDataset: lastDataset(field.clean, sentence, here, context, carried),
      };
      continue;
    }
    const parts = sentenceItems(field.clean, sentence, here, skipped);
    const claims = claimsOfSentence(parts, context, carried);
    const settings = claims.length > 0 ? settingPhrases(field.clean, parts.items) : [];
    for (const claim of claims) {
      if (claim.verdict.kind === 'result')
        results.push(toResult(field, parts.items, settings, claim, context));
      else if (claim.verdict.kind === 'quantity') {
        quantities.push(toQuantity(field, parts.items, claim, claim.verdict.what));
      }
    }
    const told = claims.some((claim) => claim.verdict.kind === 'result');
    carried = {
      claims: told ? claims : carried.claims,
      datasetRuns: datasetRuns(field.clean, sentence, here),
      openDataset: openDataset(field.clean, sentence, here),
      lastDataset: lastDataset(field.clean, sentence, here, context, carried),
    };
  }
  return { results, quantities };
}

/** The names within a sentence, for sentences that are asked for from left to right. */
function bySentence(names: readonly NamePlace[]): (sentence: Sentence) => readonly NamePlace[] {
  let next = 0;
  return ({ start, end }) => {
    while (next < names.length && (names[next] as NamePlace).start < start) next++;
    const from = next;
    while (next < names.length && (names[next] as NamePlace).end <= end) next++;
    return names.slice(from, next);
  };
}

function toResult(
  field: FieldText,
  items: readonly Item[],
  settings: readonly SettingPhrase[],
  claim: Claim,
  context: PaperContext,
): ReportedNumber {
  const item = items[claim.index] as Item & { kind: 'number' };
  const { number } = item;
  const { frame, metric } = claim;
  const place = quotePlace(items, claim);
  const span = toOriginal(field, place.start, place.end);
  const subject = claim.subject?.name ?? null;
  const dataset = claim.dataset?.name ?? null;
  return {
    quote: field.original.slice(span.start, span.end),
    span,
    value: number.value,
    high: number.high,
    unit: resultUnit(number),
    form: frame.form,
    direction: frame.direction,
    better: isBetter(items, claim, context.methods.roles),
    bound: number.bound === 'exact' ? inheritedBound(items, claim) : number.bound,
    metric: metric?.name ?? fallbackMetric(claim),
    category: categoryOf(items, claim),
    dataset,
    task: null,
    subject,
    baseline: claim.baseline?.text === subject ? null : (claim.baseline?.text ?? null),
    setting: settingOf(field.clean, items, settings, claim),
    rule: frame.rule,
    reason: frame.reason,
    confidence: confidenceOf(claim, context.methods),
  };
}

/** `up to 1.7%, 1.1% and 0.5%`: the bound before the first of a list holds for all. */
function inheritedBound(items: readonly Item[], claim: Claim): ReportedNumber['bound'] {
  const first = items[claim.list.members[0] as number];
  if (first?.kind !== 'number' || claim.index === claim.list.members[0]) return 'exact';
  return first.number.bound === 'up_to' ? 'up_to' : 'exact';
}

function fallbackMetric(claim: Claim): string {
  return claim.frame.form === 'absolute' ? 'score' : 'performance';
}

const CATEGORY_WORDS: readonly [RegExp, ReportedNumber['category']][] = [
  [/memory|storage|footprint|cache/, 'memory'],
  [/time|speed|latency|throughput|duration|delay/, 'speed'],
  [/cost|comput|energy|flop|power|carbon|emission|budget|resource|overhead/, 'compute'],
  [/parameter|size|length|depth|width|layers|frames|horizon$/, 'size'],
  [/data|label|annotation|effort|examples|samples/, 'data'],
];

function categoryOf(
  items: readonly Item[],
  { index, frame, metric }: Claim,
): ReportedNumber['category'] {
  const counted = frame.rule === 'level.of-things' && metric?.row?.category !== 'quality';
  if (counted || isShareOfThings(items, index)) return 'other';
  return metric?.row?.category ?? categoryByName(metric?.name ?? '');
}

function categoryByName(name: string): ReportedNumber['category'] {
  const folded = name.toLowerCase();
  return CATEGORY_WORDS.find(([pattern]) => pattern.test(folded))?.[1] ?? 'quality';
}

function toQuantity(
  field: FieldText,
  items: readonly Item[],
  claim: Claim,
  what: Quantity['what'],
): Quantity {
  const item = items[claim.index] as Item & { kind: 'number' };
  let to = claim.index + 1;
  while (
    to < items.length &&
    to < claim.index + 4 &&
    /^(?:word|task|method|dataset|metric)$/.test(items[to]?.kind ?? '') &&
    !/^(?:and|or|of|in|on|for|with|to|from|by|at|as|is|are|that|which|while|using|across|over|per|than)$/.test(
      items[to]?.lower ?? '',
    )
  )
    to++;
  const span = toOriginal(field, item.start, (items[to - 1] as Item).end);
  return {
    quote: field.original.slice(span.start, span.end),
    span,
    value: item.number.value,
    unit: quantityUnit(
      item.number,
      items[to - 1]?.kind === 'word' ? (items[to - 1] as Item).lower : '',
    ),
    what,
    rule: `quantity.${what.replace(' ', '-')}`,
  };
}
