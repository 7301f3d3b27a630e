import { wordsOf } from '../../knowledge/quantity-knowledge.js';
import { metricRowOf } from './metric-phrase.js';
import type { BoundMetric } from './metric-types.js';
import type { Item } from './sentence-items.js';

const RECORDED = wordsOf('RecordedThing');
const BY_SYMBOL: Readonly<Record<string, string>> = {
  PPL: 'perplexity',
  FPS: 'throughput',
  dB: 'psnr',
  BPC: 'bits-per-character',
  'bits/dim': 'bits-per-dimension',
  'tokens/s': 'throughput',
  QPS: 'throughput',
};
const BY_DIMENSION: Readonly<Record<string, string>> = {
  bytes: 'memory',
  time: 'time',
  compute: 'flops',
  energy: 'energy',
  power: 'energy',
  money: 'cost',
  rate: 'throughput',
  parameters: 'parameters',
  steps: 'training-steps',
  data: 'training-data',
};
const TIME_OF: readonly [RegExp, string][] = [
  [/^(?:train|pretrain|pre-train|fine-tun|finetun|tuning|converg)/, 'training-time'],
  [/^(?:infer|decod|predict)/, 'inference-time'],
];
const REACH = 8;

/** The metric that the unit alone tells: `14 GB` is memory, `30 FPS` throughput, `4 hours` of training its time. */
export function unitMetric(
  items: readonly Item[],
  index: number,
  level: boolean,
): BoundMetric | null {
  const item = items[index];
  if (item?.kind !== 'number') return null;
  const { unit, unitSymbol } = item.number;
  const id = BY_SYMBOL[unitSymbol] ?? (level ? BY_DIMENSION[unit?.dimension ?? ''] : undefined);
  if (!id) return null;
  const recorded = /^(?:time|memory)$/.test(id) && isRecorded(items, index);
  const row = metricRowOf(recorded ? 'training-data' : id === 'time' ? timeOf(items, index) : id);
  return row ? { name: row.name, row, from: index, to: index + 1, way: 'unit' } : null;
}

function timeOf(items: readonly Item[], index: number): string {
  for (let at = Math.max(0, index - REACH); at < Math.min(items.length, index + REACH); at++) {
    const lower = items[at]?.lower ?? '';
    for (const [pattern, id] of TIME_OF) if (pattern.test(lower)) return id;
  }
  return 'time';
}

/** `223 hours of labelled speech`: how much was learnt from. */
function isRecorded(items: readonly Item[], index: number): boolean {
  if (items[index + 1]?.lower !== 'of') return false;
  return items.slice(index + 2, index + 5).some(({ lower }) => RECORDED.has(lower));
}
