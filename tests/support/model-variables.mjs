/**
 * Variables with which operations of schema/operations find something among the model papers and in generated
 * stores. Those that are not here find something with the defaults, which suit the bundled sample.
 */
export const MODEL_VARIABLES = {
  leaderboard: { dataset: 'ImageNet' },
  'compare-methods': { methods: ['LoRA', 'BERT', 'CLIP'] },
  'head-to-head': { a: 'LoRA', b: 'full fine-tuning' },
  'trade-offs': { x: 'accuracy', xDataset: null, y: 'memory', yDataset: null },
};
