import type { InventedPaper, InventedResult } from './stored-papers.js';

/** A level on ImageNet in per cent. */
function level(
  value: number,
  metric: string,
  subject: string | null,
  more: Partial<InventedResult> = {},
): InventedResult {
  return {
    ...{ quote: `${value}% ${metric}`, value, unit: '%', metric, subject, dataset: 'ImageNet' },
    ...{ baseValue: value / 100, baseUnit: 'fraction', comparableValue: value / 100 },
    ...more,
  };
}

function memory(gigabytes: number, subject: string): InventedResult {
  return {
    ...{ quote: `${gigabytes} GB of memory`, value: gigabytes, unit: 'GB', category: 'memory' },
    ...{ metric: 'memory', subject, comparableValue: gigabytes },
    ...{ baseValue: gigabytes * 1e9, baseUnit: 'bytes' },
  };
}

function gain(
  factor: number,
  category: 'memory' | 'speed',
  subject: string,
  baseline: string,
): InventedResult {
  return {
    ...{ quote: `${factor}x better`, value: factor, unit: 'x', form: 'ratio', better: true },
    ...{ category, metric: category, subject, baseline, gainFactor: factor },
    direction: category === 'memory' ? 'down' : 'up',
  };
}

const TEST = { setting: 'test set' };

/** Invented papers that every operation of schema/operations finds something in. */
export const MODEL_PAPERS: readonly InventedPaper[] = [
  {
    ...{
      id: '1910.02054',
      title: 'SlimNet for low-rank language models',
      publishedAt: '2022-03-10',
    },
    methods: { SlimNet: 'proposed', LoRA: 'baseline' },
    datasets: ['ImageNet'],
    tasks: ['image classification'],
    links: [{ url: 'https://example.org/slimnet', kind: 'code' }],
    quantities: [{ value: 7e9, what: 'parameters' }],
    results: [
      level(85, 'accuracy', 'SlimNet'),
      level(80, 'accuracy', 'LoRA', { unit: '', value: 0.8, quote: 'accuracy of 0.80' }),
      gain(2, 'memory', 'SlimNet', 'LoRA'),
      memory(8, 'SlimNet'),
      memory(16, 'LoRA'),
    ],
  },
  {
    ...{ id: '2401.01235', title: 'FastNet', publishedAt: '2022-07' },
    methods: { FastNet: 'proposed', LoRA: 'base' },
    datasets: ['ImageNet'],
    results: [
      level(82.1, 'top-1 accuracy', 'FastNet'),
      level(95.9, 'top-5 accuracy', 'FastNet'),
      gain(3, 'speed', 'FastNet', 'LoRA'),
    ],
  },
  {
    ...{ id: '2401.01236', title: 'TinyNet', publishedAt: '2023-01-15' },
    methods: { TinyNet: 'proposed' },
    datasets: ['ImageNet'],
    results: [
      level(86, 'accuracy', 'TinyNet', TEST),
      level(88, 'accuracy', 'TinyNet', { setting: 'val set' }),
      level(85, 'accuracy', 'TinyNet'),
      memory(2, 'TinyNet'),
    ],
  },
  {
    ...{ id: '2401.01237', title: 'SlimNet again, with BERT and CLIP', publishedAt: '2023-06-01' },
    methods: { SlimNet: 'baseline', BERT: 'baseline', CLIP: 'baseline' },
    datasets: ['ImageNet', 'GSM8K'],
    results: [
      level(83, 'accuracy', 'SlimNet'),
      level(70, 'accuracy', 'BERT'),
      level(74, 'accuracy', 'CLIP', { setting: 'zero-shot' }),
      level(90, 'accuracy', 'BERT', { dataset: 'GSM8K' }),
    ],
  },
  {
    ...{
      id: '2401.01238',
      title: 'Tuning less of low-rank large language models',
      publishedAt: '2024',
    },
    source: 'openalex',
    methods: { LoRA: 'mentioned', 'full fine-tuning': 'baseline' },
    datasets: ['GSM8K'],
    results: [
      level(61, 'accuracy', 'LoRA', { dataset: 'GSM8K' }),
      level(63, 'accuracy', 'full fine-tuning', { dataset: 'GSM8K' }),
      gain(3, 'memory', 'LoRA', 'full fine-tuning'),
    ],
  },
  {
    ...{ id: '2401.01239', title: 'A survey of adaptive sparse trainers' },
    methods: { 'Adaptive Sparse Trainer': 'proposed', 'Audio Spectrogram Transformer': 'base' },
    aliases: {
      'Adaptive Sparse Trainer': ['AST', 'AdaST'],
      'Audio Spectrogram Transformer': ['AST'],
    },
  },
];
