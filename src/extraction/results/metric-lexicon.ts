import { METRICS, wordsOf } from '../../knowledge/quantity-knowledge.js';
import type { MetricRow } from '../../knowledge/rows.js';
import { PhraseTable, phraseKey } from '../numbers/phrase-table.js';
import type { Token } from '../text/tokens.js';
import { qualifiersBefore } from './metric-qualifiers.js';

export interface MetricMention {
  readonly metric: MetricRow;
  /** As it stands in the clean text, qualifiers included. */
  readonly surface: string;
  readonly first: number;
  readonly last: number;
}

interface Form {
  readonly metric: MetricRow;
  /** As spelt, where the case decides: `AP`, `IS`, `PER`. */
  readonly exact: string | null;
}

const SHORT = 5;
const HEADS = wordsOf('MetricHead');
const SETTINGS = wordsOf('SettingQualifier');

const forms = new Map<string, Form[]>();
for (const metric of METRICS) {
  for (const surface of [metric.name, ...metric.aliases]) {
    const acronym = surface.length <= SHORT && (/\p{Lu}/u.test(surface) || surface.length < 3);
    const key = phraseKey(surface);
    const list = forms.get(key) ?? [];
    list.push({ metric, exact: acronym ? unspaced(surface) : null });
    forms.set(key, list);
  }
}
const TABLE = new PhraseTable<Form[]>(forms);
const AT_K = METRICS.find((metric) => metric.id === 'precision-k');

/** `F 1`, `F_1` and `F1` are one acronym. */
function unspaced(surface: string): string {
  return surface.replace(/[\s_]/g, '');
}

/** Finds the known metrics among the tokens, the longest form at each place. */
export function findMetrics(
  text: string,
  tokens: readonly Token[],
  taken: (token: Token) => boolean,
): MetricMention[] {
  const found: MetricMention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'number' || taken(token) || tiedOn(tokens, at)) continue;
    const known = knownAt(text, tokens, at) ?? anyAtK(tokens, at);
    if (!known || tiedTo(tokens, known.last + 1)) continue;
    const qualified = HEADS.has((tokens[known.last] as Token).lower);
    const floor = found.at(-1)?.last ?? -1;
    const first = qualified ? qualifiersBefore(tokens, at, floor, taken) : at;
    // "rate" says nothing without a word that says which, a "learning rate" measures nothing.
    const set = first < at && SETTINGS.has((tokens[at - 1] as Token).lower);
    if (!set && (!known.metric.head || first < at)) {
      const surface = text.slice((tokens[first] as Token).start, (tokens[known.last] as Token).end);
      found.push({ metric: known.metric, surface, first, last: known.last });
    }
    at = known.last;
  }
  return found;
}

interface Known {
  readonly metric: MetricRow;
  readonly last: number;
}

function knownAt(text: string, tokens: readonly Token[], at: number): Known | null {
  const match = TABLE.startingAt(tokens, at) ?? TABLE.pluralAt(tokens, at);
  // `400 times faster`: a factor, no time.
  if (!match || (tokens[match.last]?.lower === 'times' && match.last === at)) return null;
  const surface = unspaced(
    text.slice((tokens[at] as Token).start, (tokens[match.last] as Token).end),
  );
  const form =
    match.row.find(({ exact }) => exact === surface || `${exact}s` === surface) ??
    match.row.find(({ exact }) => exact === null);
  if (!form) return null;
  // One letter is a metric only where it is set equal: `r = 0.68`.
  if (surface.length === 1 && !/^[=≈:]$/.test(tokens[match.last + 1]?.text ?? '')) return null;
  return { metric: form.metric, last: withScore(tokens, form.metric, at, atK(tokens, match.last)) };
}

/** `BLEU scores` is BLEU. */
function withScore(
  tokens: readonly Token[],
  metric: MetricRow,
  first: number,
  last: number,
): number {
  const next = tokens[last + 1];
  const acronym = tokens.slice(first, last + 1).some(({ text }) => /\p{Lu}/u.test(text));
  return acronym && metric.category === 'quality' && /^(?:scores?|values?)$/.test(next?.lower ?? '')
    ? last + 1
    : last;
}

/** `mAP@0.75`: a cut-off belongs to the name. */
function atK(tokens: readonly Token[], last: number): number {
  const [sign, cut] = [tokens[last + 1], tokens[last + 2]];
  return sign?.text === '@' && sign.glued && cut?.glued && cut.kind !== 'mark' ? last + 2 : last;
}

/** `Foo@10` is a metric whatever `Foo` is. */
function anyAtK(tokens: readonly Token[], at: number): Known | null {
  const last = atK(tokens, at);
  const named = tokens[at]?.kind === 'word' && tokens[last]?.kind === 'number';
  return AT_K && named && last > at ? { metric: AT_K, last } : null;
}

// `high-quality data`, `low-latency links`, `real-time inference`: how good a thing is, no measure of it.
const GRADE = /^(?:high|higher|low|lower|best|better|real)$/;

/** `CIFAR-accuracy` is no metric of its own, nor the second half of `GPT4AP`. */
function tiedOn(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.glued !== true) return false;
  const before = tokens[at - 1]?.text ?? '';
  return /[\d_@^]$/.test(before) || (before === '-' && GRADE.test(tokens[at - 2]?.lower ?? ''));
}

/** `accuracy-aware`, `time-series`: the first half of a word. */
function tiedTo(tokens: readonly Token[], hyphen: number): boolean {
  return (
    tokens[hyphen]?.text === '-' &&
    tokens[hyphen]?.glued === true &&
    tokens[hyphen + 1]?.glued === true &&
    tokens[hyphen + 1]?.kind === 'word'
  );
}
