import { METRICS } from '../../knowledge/quantity-knowledge.js';
import type { MetricRow } from '../../knowledge/rows.js';
import type { Frame } from './frame.js';
import { nounPhraseFrom, nounPhraseUpTo } from './noun-phrase.js';
import type { Item } from './sentence-items.js';

/** The metric of a number, with the items that name it. */
export interface BoundMetric {
  /** As an index would use it. */
  readonly name: string;
  /** The row of knowledge, null for a metric that no list knows. */
  readonly row: MetricRow | null;
  readonly from: number;
  readonly to: number;
  /** How it was found; nearer ways are surer. */
  readonly way:
    | 'adjacent'
    | 'slot'
    | 'phrase'
    | 'wording'
    | 'left'
    | 'right'
    | 'unit'
    | 'list'
    | 'sentence'
    | 'before';
}

const BY_ID = new Map(METRICS.map((row) => [row.id, row]));
const BARRIERS = new Set([
  ';',
  'while',
  'whereas',
  'but',
  'although',
  'though',
  'despite',
  'when',
  'which',
  'because',
]);
const PREPOSITIONS = new Set(['in', 'of', 'on', 'for', 'at']);

const UNIT_METRICS: Readonly<Record<string, string>> = {
  PPL: 'perplexity',
  FPS: 'throughput',
  dB: 'psnr',
  BPC: 'bits-per-character',
  'bits/dim': 'bits-per-dimension',
  'tokens/s': 'throughput',
  QPS: 'throughput',
};
const DIMENSION_METRICS: Readonly<Record<string, string>> = {
  bytes: 'memory',
  time: 'inference-time',
  compute: 'flops',
  energy: 'energy',
  power: 'energy',
  money: 'cost',
  rate: 'throughput',
  parameters: 'parameters',
  steps: 'training-steps',
  data: 'training-data',
};

/** Binds a number to its metric by the words of its frame, then by nearness within the clause. */
export function bindMetric(
  items: readonly Item[],
  index: number,
  frame: Frame,
): BoundMetric | null {
  if (frame.wording) {
    const said = bySlots(items, index, frame);
    if (frame.wording.metric) return sharpened(items, index, frame, said);
    if (said) return said;
    if (frame.form === 'absolute') return level(items, index);
    return byUnit(items, index, false);
  }
  return level(items, index);
}

function level(items: readonly Item[], index: number): BoundMetric | null {
  return (
    adjacentRight(items, index) ??
    leftward(items, index) ??
    rightIn(items, index) ??
    byUnit(items, index, true)
  );
}

function metricAt(items: readonly Item[], at: number, way: BoundMetric['way']): BoundMetric | null {
  const item = items[at];
  if (item?.kind !== 'metric') return null;
  return { name: metricName(item), row: item.metric.metric, from: at, to: at + 1, way };
}

/** The row's own name where the text says no more; else what the text says, in lower case unless an acronym. */
export function metricName(item: Item & { kind: 'metric' }): string {
  const { metric, surface } = item.metric;
  const plain = surface.toLowerCase();
  const known = [metric.name, ...metric.aliases].some((form) => form.toLowerCase() === plain);
  // `@k` rows stand for a family: what is written is the metric.
  if (known) return metric.id.endsWith('-k') ? surface : metric.name;
  return surface
    .split(/\s+/)
    .map((word) => (/\p{Lu}.*\p{Lu}|\d/u.test(word) ? word : word.toLowerCase()))
    .join(' ');
}

function bySlots(items: readonly Item[], index: number, frame: Frame): BoundMetric | null {
  let phrase: BoundMetric | null = null;
  for (const slot of frame.wording?.slot ?? []) {
    const found =
      slot === 'between'
        ? between(items, index, frame)
        : slot === 'after'
          ? after(items, index, frame)
          : slot === 'in'
            ? within(items, Math.max(frame.to, index + 1))
            : leftward(items, frame.from);
    if (found?.row) return found;
    phrase ??= found;
  }
  return phrase;
}

function between(items: readonly Item[], index: number, frame: Frame): BoundMetric | null {
  const [from, to] = index >= frame.to - 1 ? [frame.from + 1, index] : [index + 1, frame.to - 1];
  for (let at = from; at < to; at++) {
    const metric = metricAt(items, at, 'slot');
    if (metric) return metric;
  }
  // `83% parameter reduction`: the noun before the head; `reduces the target length by 21%`: the object.
  const phrase =
    index >= frame.to - 1 ? nounPhraseFrom(items, from, to) : nounPhraseUpTo(items, to, from);
  return phrase && named(items, phrase.from, phrase.to);
}

function after(items: readonly Item[], index: number, frame: Frame): BoundMetric | null {
  const start = Math.max(
    frame.to - (frame.wording?.id === 'step.cuts' || frame.form === 'share' ? 1 : 0),
    index + 1,
  );
  for (let at = start; at < Math.min(items.length, start + 5); at++) {
    const item = items[at] as Item;
    const metric = metricAt(items, at, 'slot');
    if (metric) return metric;
    if (
      item.kind === 'number' ||
      item.text === ',' ||
      BARRIERS.has(item.lower) ||
      /^(?:than|over|compared|with|and)$/.test(item.lower)
    )
      break;
  }
  const phrase = nounPhraseFrom(items, start, items.length);
  return phrase && named(items, phrase.from, phrase.to);
}

/** `… in accuracy`, `… in terms of mAP`, right after the wording. */
function within(items: readonly Item[], at: number): BoundMetric | null {
  let start = at;
  // A name may stand between: `by 11% over LoRA in accuracy`.
  for (let skipped = 0; skipped < 5 && start < items.length; skipped++, start++) {
    const item = items[start] as Item;
    if (/^(?:in|of|on|for|w\.r\.t|regarding)$/.test(item.lower)) break;
    if (item.kind === 'number' || item.text === ';' || BARRIERS.has(item.lower)) return null;
  }
  if (!PREPOSITIONS.has(items[start]?.lower ?? '')) return null;
  if (items[start + 1]?.lower === 'terms' && items[start + 2]?.lower === 'of') start += 2;
  for (let at2 = start + 1; at2 < Math.min(items.length, start + 6); at2++) {
    const metric = metricAt(items, at2, 'slot');
    if (metric) return metric;
    const item = items[at2] as Item;
    if (
      item.kind === 'number' ||
      (item.kind === 'mark' && item.text !== '-') ||
      BARRIERS.has(item.lower) ||
      item.lower === 'and'
    )
      break;
  }
  if (items[start]?.lower !== 'in') return null;
  const phrase = nounPhraseFrom(items, start + 1, items.length);
  const first = items[start + 1];
  if (!phrase || first?.kind === 'dataset' || first?.kind === 'method') return null;
  return named(items, phrase.from, phrase.to);
}

const NOT_A_METRIC =
  /^(?:our|ours|results?|methods?|approach|models?|baselines?|benchmarks?|datasets?|settings?|average|tasks?|cases|points?|state|art|margins?|it|them|one|ones|other|previous|existing|prior|work|systems?|techniques?|best|alternatives?|the|experiments?|evaluations?|terms|comparison|scenarios?|domains?|languages?)$/;

function named(items: readonly Item[], from: number, to: number): BoundMetric | null {
  const words = items.slice(from, to);
  const last = words.at(-1);
  if (!last || words.some((item) => item.kind === 'metric' && item !== last)) return null;
  if (last.kind === 'metric') return metricAt(items, to - 1, 'slot');
  if (NOT_A_METRIC.test(last.lower) || words.every((item) => NOT_A_METRIC.test(item.lower)))
    return null;
  if (/^(?:\p{L}+(?:ing|ed|ly))$/u.test(last.lower) && words.length === 1) return null;
  const name = joined(words);
  return name.length < 3 ? null : { name, row: null, from, to, way: 'phrase' };
}

function joined(words: readonly Item[]): string {
  let name = '';
  for (const word of words) {
    const glue = name === '' || word.text === '-' || name.endsWith('-') ? '' : ' ';
    name += glue + (/\p{Lu}.*\p{Lu}/u.test(word.text) ? word.text : word.lower);
  }
  return name;
}

const SPEED_TARGETS: readonly [RegExp, string][] = [
  [/train|converg/, 'training speed'],
  [/infer|decod|generat|sampl|render|serv/, 'inference speed'],
];

/** "faster" says speed; the words around it say of what. */
function sharpened(
  items: readonly Item[],
  index: number,
  frame: Frame,
  said: BoundMetric | null,
): BoundMetric {
  const name = frame.wording?.metric as string;
  const row = BY_ID.get(name.replaceAll(' ', '-')) ?? null;
  const base: BoundMetric = { name, row, from: frame.from, to: frame.to, way: 'wording' };
  if (name !== 'speed') return base;
  const words = items.slice(Math.min(index, frame.from), Math.min(items.length, frame.to + 6));
  const stop = words.findIndex(
    (item, at) =>
      at > frame.to - Math.min(index, frame.from) - 1 &&
      /^(?:[,;.)]|than|compared|over|and|while|with)$/.test(item.lower),
  );
  const near = (stop === -1 ? words : words.slice(0, stop)).map((item) => item.lower).join(' ');
  for (const [pattern, sharper] of SPEED_TARGETS) {
    if (pattern.test(near)) {
      return { ...base, name: sharper, row: BY_ID.get(sharper.replaceAll(' ', '-')) ?? row };
    }
  }
  if (
    said?.row &&
    said.row.id !== 'speed' &&
    said.row.category === 'speed' &&
    said.row.better === 'higher'
  )
    return said;
  if (said && !said.row && frame.rule === 'step.faster' && !/speed|time/.test(said.name)) {
    return { ...base, name: `${said.name} speed` };
  }
  return base;
}

const MAX_MODIFIERS = 4;

/** `86.3% zero-shot top-1 accuracy`: words that modify may stand between. */
function adjacentRight(items: readonly Item[], index: number): BoundMetric | null {
  let words = 0;
  for (let at = index + 1; at < items.length && words <= MAX_MODIFIERS; at++) {
    const item = items[at] as Item;
    if (item.kind === 'metric') {
      // `95% accuracy 93% recall` is clear, `95% F1 of 93%` belongs to what follows.
      const next = items[at + 1];
      const takenByNext =
        next && /^(?:of|=|:)$/.test(next.lower) && items[at + 2]?.kind === 'number';
      return takenByNext ? null : metricAt(items, at, 'adjacent');
    }
    if (item.kind === 'number') return null;
    if (item.kind === 'mark' && item.text !== '-' && item.text !== '(') return null;
    if (item.kind === 'word') {
      if (
        /^(?:on|in|for|of|and|or|with|at|to|by|from|over|than|using|across|while|as|when|the|is|are|under|compared|respectively|which|against|per|vs)$/.test(
          item.lower,
        )
      )
        return null;
      words++;
    } else if (item.text === '(' && items[at + 1]?.kind !== 'metric') return null;
  }
  return null;
}

const REACH_LEFT = 16;

/** `an accuracy of 95.2%`, `F1: 0.81`, `accuracy on CIFAR-10 reaches 95%`. */
function leftward(items: readonly Item[], index: number): BoundMetric | null {
  let depth = 0;
  for (let at = index - 1; at >= Math.max(0, index - REACH_LEFT); at--) {
    const item = items[at] as Item;
    if (item.text === ')') depth++;
    if (item.text === '(') depth = Math.max(0, depth - 1);
    if (item.kind === 'number' && depth === 0) {
      return null;
    }
    if (item.kind === 'metric' && depth === 0) {
      // A metric that stands right after another number is that number's.
      const before = items[at - 1];
      const owner =
        before?.kind === 'number' || (items[at - 2]?.kind === 'number' && before?.kind === 'word');
      if (owner && !/^(?:of|=|:|\(|is|at|to)$/.test(items[at + 1]?.lower ?? '')) return null;
      return metricAt(items, at, 'left');
    }
    if (BARRIERS.has(item.lower)) return null;
  }
  return null;
}

/** `95% in accuracy`, `ranks first with 58.3 on X in terms of mAP`. */
function rightIn(items: readonly Item[], index: number): BoundMetric | null {
  for (let at = index + 1; at < Math.min(items.length, index + 9); at++) {
    const item = items[at] as Item;
    if (item.kind === 'number' || BARRIERS.has(item.lower) || item.text === ')') return null;
    if (
      /^(?:in|for)$/.test(item.lower) ||
      (item.lower === 'of' && items[at - 1]?.lower === 'terms')
    ) {
      const metric =
        metricAt(items, at + 1, 'right') ??
        (items[at + 1]?.kind === 'word' ? metricAt(items, at + 2, 'right') : null);
      if (metric) return metric;
    }
  }
  return null;
}

function byUnit(items: readonly Item[], index: number, level: boolean): BoundMetric | null {
  const item = items[index];
  if (item?.kind !== 'number') return null;
  const { unit, unitSymbol } = item.number;
  const id =
    UNIT_METRICS[unitSymbol] ?? (level ? DIMENSION_METRICS[unit?.dimension ?? ''] : undefined);
  const row = id ? BY_ID.get(id) : undefined;
  return row ? { name: row.name, row, from: index, to: index + 1, way: 'unit' } : null;
}
