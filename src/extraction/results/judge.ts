import type { QuantityKind } from '../../domain/index.js';
import type { Frame } from './frame.js';
import type { BoundMetric } from './metric-types.js';
import type { Item } from './sentence-items.js';

/** What a number is: a reported result, another measured quantity, or nothing of interest. */
export type Verdict =
  | { readonly kind: 'result' }
  | { readonly kind: 'quantity'; readonly what: QuantityKind }
  | { readonly kind: 'none' };

const RESULT: Verdict = { kind: 'result' };
const NONE: Verdict = { kind: 'none' };
const quantity = (what: QuantityKind): Verdict => ({ kind: 'quantity', what });

type NumberItem = Item & { kind: 'number' };

/** Decides by the number's unit, its words and whether a metric is tied to it. */
export function judge(
  items: readonly Item[],
  index: number,
  frame: Frame,
  metric: BoundMetric | null,
): Verdict {
  const item = items[index] as NumberItem;
  const near = neighbours(items, index);
  const compound = byCompound(item, near);
  if (compound && frame.wording === null) return compound;
  switch (item.number.class) {
    case 'percent':
    case 'points':
      return percent(items, index, frame, near);
    case 'factor':
      return factor(items, index, frame, near);
    case 'share':
      return frame.form === 'share' &&
        metric?.row &&
        !/^(?:score|performance|loss)$/.test(metric.row.id)
        ? RESULT
        : NONE;
    case 'physical':
      return physical(item, frame, metric, near);
    case 'plain':
      return plain(items, item, index, frame, metric, near);
  }
}

interface Near {
  /** The three words after the number and the two before it, in lower case. */
  readonly after: readonly string[];
  readonly before: readonly string[];
}

function neighbours(items: readonly Item[], index: number): Near {
  const words = (from: number, to: number): string[] =>
    items.slice(Math.max(0, from), Math.max(0, to)).map((item) => item.lower);
  return { after: words(index + 1, index + 5), before: words(index - 3, index) };
}

const COMPOUND_KINDS: readonly [RegExp, QuantityKind][] = [
  [/^(?:bit|bits)$/, 'bits'],
  [/^(?:parameter|parameters|params)$/, 'parameters'],
  [/^(?:hour|h|minute|min|day|days|week|month|year|second|s)$/, 'duration'],
  [/^(?:token|tokens|length|frame|frames)$/, 'sequence length'],
];

/** `8-bit`, `0.4B-parameter`, `25-topic`: numbers tied to a noun count or size it. */
function byCompound(item: NumberItem, near: Near): Verdict | null {
  const { compound, unit } = item.number;
  if (
    !compound ||
    unit?.dimension === 'percent' ||
    unit?.dimension === 'points' ||
    unit?.dimension === 'factor'
  )
    return null;
  const kind = COMPOUND_KINDS.find(([pattern]) => pattern.test(compound))?.[1];
  if (kind) return quantity(kind);
  if (/gpu|gb|mb/i.test(compound) && near.after.some((word) => /gpu/.test(word)))
    return quantity('hardware');
  return /^(?:shot|way|dimensional|d|layer|head|fold|stage|step)$/.test(compound)
    ? NONE
    : quantity('count');
}

const NOT_RESULT_PERCENT =
  /^(?:confidence|ci|credible|quantile|percentile|probability|level|interval)$/;

function percent(items: readonly Item[], index: number, frame: Frame, near: Near): Verdict {
  const [first = '', second = ''] = near.after;
  if (NOT_RESULT_PERCENT.test(first) || NOT_RESULT_PERCENT.test(second)) return NONE;
  if (/^(?:first|last|initial|final|top|bottom|middle|remaining)$/.test(near.before.at(-1) ?? ''))
    return quantity('other');
  if (frame.wording || frame.rule !== 'level.plain') return RESULT;
  if (
    /^(?:random|masking|masked|missing|noise|dropout|mask|sampling)$/.test(first) ||
    near.before.at(-1) === 'randomly'
  )
    return quantity('other');
  return items[index]?.kind === 'number' ? RESULT : NONE;
}

function factor(items: readonly Item[], index: number, frame: Frame, near: Near): Verdict {
  if (frame.wording) return RESULT;
  const [first = '', second = ''] = near.after;
  if (
    /^(?:upsampl|upscal|super|magnif|downsampl|zoom|scale|scaling|objective|lens|bicubic|sr$)/.test(
      first,
    ) ||
    /^(?:super|upsampl|magnif|scale)/.test(second)
  )
    return NONE;
  if (items[index + 1]?.kind === 'number' && items[index + 1]?.start === items[index]?.end)
    return NONE;
  const previous = near.before.at(-1) ?? '';
  const item = items[index] as NumberItem;
  if (
    item.number.inWords &&
    item.number.value < 5 &&
    !/^(?:by|a|an|nearly|about|almost|the)$/.test(previous)
  )
    return NONE;
  return frame.rule !== 'level.plain' ||
    previous === 'by' ||
    item.number.bound !== 'exact' ||
    item.number.decimals > 0
    ? RESULT
    : NONE;
}

function physical(item: NumberItem, frame: Frame, metric: BoundMetric | null, near: Near): Verdict {
  const { unit, stressed, bound } = item.number;
  const changed = frame.wording !== null || frame.rule !== 'level.plain';
  const following = near.after.join(' ');
  const preceding = near.before.join(' ');
  switch (unit?.dimension) {
    case 'time':
      if (changed || stressed) return RESULT;
      if (
        /^(?:of|long)\b.*\b(?:video|speech|audio|data|recording|record|footage|music|conversation|dialogue|eeg|ecg|talk|podcast|material|signal)/.test(
          following,
        )
      )
        return quantity('dataset size');
      if (unit.id === 'year' || unit.id === 'month' || unit.id === 'week')
        return quantity('duration');
      if (metric?.row?.category === 'speed' || metric?.row?.category === 'compute') return RESULT;
      if (
        /^(?:per|\/|for each|on a|on an|to train|of training|inference|latency|on one|on single)/.test(
          following,
        )
      )
        return RESULT;
      return /\b(?:in|within|takes?|took|requires?|requiring|needs?|under|runs?|only|taking|spend)\b/.test(
        preceding,
      ) || bound === 'up_to'
        ? RESULT
        : quantity('duration');
    case 'bytes':
      if (
        /^(?:gpu|gpus|of (?:text|data|code|raw|images|videos?)|corpus|dataset|data\b|nvidia|text)/.test(
          following,
        ) &&
        !stressed
      )
        return quantity(/gpu|nvidia/.test(following) ? 'hardware' : 'dataset size');
      return RESULT;
    case 'compute':
      return RESULT;
    case 'rate':
      return unit.id === 'hertz' && !changed ? quantity('other') : RESULT;
    case 'energy':
    case 'power':
    case 'money':
      return RESULT;
    case 'score':
      return RESULT;
    case 'length':
    case 'angle':
      return changed ||
        (metric !== null && metric.row?.category === 'quality' && metric.way !== 'before')
        ? RESULT
        : quantity('other');
    case 'parameters':
      return changed || stressed ? RESULT : quantity('parameters');
    case 'steps':
      return changed || stressed ? RESULT : quantity('count');
    case 'data':
    case 'count':
      if (changed || stressed) return RESULT;
      return quantity(
        unit.id === 'token'
          ? 'training data'
          : item.number.value >= 1000
            ? 'dataset size'
            : 'count',
      );
    default:
      return changed && frame.form !== 'absolute'
        ? RESULT
        : quantity(
            unit?.dimension === 'people' ? 'count' : unit?.dimension === 'bits' ? 'bits' : 'other',
          );
  }
}

const SETTINGS_BEFORE =
  /\b(?:rate|threshold|temperature|seed|size|resolution|dimension|ratio|weight|factor|budget|alpha|beta|gamma|lambda|epsilon|k|n|m|d|t|step|tolerance|coefficient|radius|depth|width|order|degree|iou|sec|scale)\b\s*(?:of|=|is|at|:|to)?\s*$/;

function plain(
  items: readonly Item[],
  item: NumberItem,
  index: number,
  frame: Frame,
  metric: BoundMetric | null,
  near: Near,
): Verdict {
  const { number } = item;
  const preceding = near.before.join(' ');
  const next = items[index + 1];
  const changed = frame.wording !== null && frame.form !== 'absolute';
  const tied =
    metric?.row != null &&
    metric.row.category === 'quality' &&
    ['adjacent', 'left', 'slot', 'right', 'list', 'unit'].includes(metric.way);
  if (number.inWords) return quantity('count');
  if (
    SETTINGS_BEFORE.test(preceding) &&
    metric?.way !== 'adjacent' &&
    !(tied && metric?.way === 'left' && metric.to >= index - 1)
  )
    return NONE;
  if (number.scaled) return scaled(number.value, next, near);
  if (number.decimals > 0) {
    if (changed || tied || frame.rule !== 'level.plain') return RESULT;
    return reports(items, index) ? RESULT : NONE;
  }
  if (tied && metric && isClose(metric, index) && !countsNoun(next)) return RESULT;
  if (changed && tied && !countsNoun(next)) return RESULT;
  return next &&
    (next.kind === 'word' ||
      next.kind === 'task' ||
      next.kind === 'method' ||
      next.kind === 'dataset' ||
      next.kind === 'metric')
    ? count(item, near)
    : NONE;
}

function isClose(metric: BoundMetric, index: number): boolean {
  return (
    metric.way === 'list' ||
    metric.way === 'unit' ||
    (metric.from > index ? metric.from - index <= 3 : index - metric.to <= 3)
  );
}

function countsNoun(next: Item | undefined): boolean {
  return (
    next?.kind === 'word' &&
    !/^(?:on|in|for|and|at|with|to|by|from|over|or|which|when|using|across|respectively|while|compared|versus|vs|under|points?|as|after|than|is|are|against|of)$/.test(
      next.lower,
    )
  );
}

function scaled(value: number, next: Item | undefined, near: Near): Verdict {
  if (
    /^(?:model|models|parameter|parameters|params|llm|llms|scale|backbone|variant|variants|sized|decoder|moe|base|language|vlm|mllm|-)/.test(
      next?.lower ?? '',
    )
  )
    return quantity('parameters');
  if (/context|tokens|length/.test(near.after.join(' '))) return quantity('sequence length');
  if (next?.kind !== 'word') return value >= 1e8 ? quantity('parameters') : NONE;
  return quantity('dataset size');
}

function count(item: NumberItem, near: Near): Verdict {
  const following = near.after.join(' ');
  if (/^(?:\S+ ){0,2}(?:gpus?|tpus?|cpus?|cores|nodes|machines)\b/.test(following))
    return quantity('hardware');
  return quantity(item.number.value >= 1000 ? 'dataset size' : 'count');
}

const REPORTING =
  /^(?:achiev|reach|obtain|scor|attain|get|gets|report|yield|deliver|record|rank|result|show|perform|outperform|surpass|improv|exceed|demonstrat|produc|set|sets|with)/;

/** A plain decimal of no metric is a score where a verb of reporting or a data set stands beside it. */
function reports(items: readonly Item[], index: number): boolean {
  let dataset = false;
  let verb = false;
  for (let at = Math.max(0, index - 12); at < Math.min(items.length, index + 6); at++) {
    const item = items[at] as Item;
    if (
      item.kind === 'dataset' ||
      (item.kind === 'metric' && item.metric.metric.category === 'quality')
    )
      dataset = true;
    if (item.kind === 'word' && REPORTING.test(item.lower)) verb = true;
  }
  const before = items[index - 1];
  const named =
    before?.text === '(' &&
    (items[index - 2]?.kind === 'method' || items[index - 2]?.kind === 'dataset');
  return (dataset && verb) || (named ?? false);
}
