import { describe, expect, it } from 'vitest';
import { namesOf } from './read.js';

const FOUND: readonly [text: string, methods: readonly string[]][] = [
  ['We propose ZephyrCut, a pruning method.', ['ZephyrCut:proposed']],
  ['This paper presents a novel framework, MeadowFlow, for routing.', ['MeadowFlow:proposed']],
  ['We call our model Otterly.', ['Otterly:proposed']],
  ['We propose Sparse Lantern Tuning (SLT).', ['SLT:proposed']],
  ['It outperforms BERT and RoBERTa.', ['BERT:baseline', 'RoBERTa:baseline']],
  ['It is better than strong models such as GPT-4.', ['GPT-4:baseline']],
  ['We fine-tune LLaMA-2-7B with LoRA.', ['LLaMA-2-7B:base', 'LoRA:base']],
  ['Our pipeline is built on ResNet-50.', ['ResNet-50:base']],
  ['The SVM-based classifier is fast.', ['SVM:base']],
  ['We use Claude 3.5 and Llama 3.1 as judges.', ['Claude 3.5:base', 'Llama 3.1:base']],
  [
    'We train a random forest and use logistic regression.',
    ['random forest:base', 'logistic regression:base'],
  ],
];

const NOTHING: readonly string[] = [
  'Large language models (LLMs) are costly to run.',
  'We propose a simple method that needs no labels.',
  'A CNN and an RNN are trained on one GPU.',
  'The University of Riverton funded the study.',
  'Samples of MoS2 and Fe3O4 were heated to 400 K.',
  'The O(n^2) bound follows from Theorem 3.',
  'Patients with COVID-19 were seen in the ICU.',
  'Knowledge distillation and quantization help.',
  'The phi meson decays, and so does the pion.',
  'Both groups met in London and in Paris.',
];

describe('methods', () => {
  it.each(FOUND)('%s', (text, methods) => {
    expect(namesOf('', text).methods).toEqual(methods);
  });

  it.each(NOTHING)('none in: %s', (text) => {
    expect(namesOf('', text).methods).toEqual([]);
  });

  it('ties a short form to its long one', () => {
    const { methods } = namesOf('', 'We propose Gentle Harbor Search (GHS). GHS is fast.');
    expect(methods).toEqual(['GHS:proposed']);
  });

  it('takes variants of the own method for its own', () => {
    const { methods } = namesOf(
      'OwlNet: Seeing at Night',
      'We propose OwlNet. OwlNet-XL reaches 91%, and VGG16 80%.',
    );
    expect(methods).toEqual(['OwlNet:proposed', 'OwlNet-XL:proposed', 'VGG16:base']);
  });

  it('does not take another paper’s proposal for its own', () => {
    const { methods } = namesOf(
      '',
      'ControlNet introduces masks, while BadgerNet++ keeps them. We compare both.',
    );
    expect(methods).not.toContain('BadgerNet++:proposed');
  });

  it('takes no saying for a name', () => {
    expect(namesOf('Smaller is Better: Cutting Costs', 'Costs can be cut.').methods).toEqual([]);
  });

  it('mentions what only the background tells of', () => {
    const { methods } = namesOf(
      '',
      'Since ChatGPT came out, much is asked. We count the questions.',
    );
    expect(methods).toEqual(['ChatGPT:mentioned']);
  });

  it('finds names that a single letter begins', () => {
    expect(namesOf('V-Harbor: Docking by Sight', 'We propose V-Harbor.').methods).toEqual([
      'V-Harbor:proposed',
    ]);
    expect(namesOf('', 'We study hip X-Ray pictures on X-Band radar.').methods).toEqual([]);
  });

  it('lets a qualifying word begin a name in capitals', () => {
    expect(namesOf('', 'We propose a Depth-aware Token Mixer that is quick.').methods).toEqual([
      'Depth-aware Token Mixer:proposed',
    ]);
    expect(namesOf('', 'We train a Background Blur Removal module on top.').methods).toEqual([
      'Background Blur Removal:proposed',
    ]);
  });

  it('may be known in the plural, and in capitals behind a hyphen', () => {
    expect(
      namesOf('', 'We compare DCGANs with Vision-Mamba.').methods.map((m) => m.split(':')[0]),
    ).toEqual(['DCGANs', 'Vision-Mamba']);
  });
});
