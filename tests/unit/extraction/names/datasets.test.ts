import { describe, expect, it } from 'vitest';
import { namesOf } from './read.js';

const FOUND: readonly [text: string, datasets: readonly string[]][] = [
  ['We evaluate on ImageNet and CIFAR-100.', ['ImageNet:evaluated', 'CIFAR-100:evaluated']],
  ['It reaches 91.2% on QuillBench.', ['QuillBench:evaluated']],
  ['Results on the Fernway dataset are strong.', ['Fernway:evaluated']],
  [
    'We test on two public corpora, namely ORLA-5 and Brezel.',
    ['ORLA-5:evaluated', 'Brezel:evaluated'],
  ],
  [
    'The parser is trained on TreeMeadow and tested on SQuAD.',
    ['TreeMeadow:training', 'SQuAD:evaluated'],
  ],
  ['We introduce KiteQA, a benchmark of 900 questions.', ['KiteQA:introduced']],
  ['We introduce a new benchmark called MossBench.', ['MossBench:introduced']],
  ['We release the Rowan Speech Corpus (RSC).', ['RSC:introduced']],
  [
    'Scores on MNIST, SVHN and PelicanNet-7 rise.',
    ['MNIST:evaluated', 'SVHN:evaluated', 'PelicanNet-7:evaluated'],
  ],
  ['The Netflix dataset is large.', ['Netflix:evaluated']],
];

const NOTHING: readonly string[] = [
  'It reaches 95.8% on Group 1 and 61.2% on Group 3, and Group 3 is hard.',
  'The photos were collected from Hobart and trained with Sigmoid loss.',
  'The gains are 3.1% and 2.2% in mRec7 and mCov7.',
  'We use 900 RTS images. The RTS images come from two hospitals.',
  'Studies on chronic owl pain (COP) are rare. We study COP and its causes.',
  'On Larkling-7B, it is twice as fast.',
  'It reaches an mAP0.50 of 0.97. On mAP0.50 it leads.',
  'We evaluate on six benchmarks of different size.',
  'It is trained on a large corpus of web pages.',
  'Results hold on the GPU and on the CPU.',
  'The survey was held in Germany and in Brazil.',
  'On the other hand, the margin on average is small.',
  'We collected data from patients in two hospitals.',
  'The spider built its web over the avenue.',
  'Energy is given in MeV and the field in kHz.',
];

describe('data sets', () => {
  it.each(FOUND)('%s', (text, datasets) => {
    expect(namesOf('', text).datasets).toEqual(datasets);
  });

  it.each(NOTHING)('none in: %s', (text) => {
    expect(namesOf('', text).datasets).toEqual([]);
  });

  it('takes the kind of a titular name from the rest of the title', () => {
    expect(namesOf('LarkBench: A Benchmark for Bird Calls').datasets).toEqual([
      'LarkBench:introduced',
    ]);
    expect(namesOf('LarkNet: A Network for Bird Calls').datasets).toEqual([]);
  });

  it('gives other spellings of one data set as one', () => {
    const { datasets } = namesOf('', 'We test on CIFAR100 first. Then CIFAR-100 is used again.');
    expect(datasets).toHaveLength(1);
  });

  it('keeps variants apart', () => {
    expect(namesOf('', 'We test on ImageNet-1K and ImageNet-R.').datasets).toEqual([
      'ImageNet-1K:evaluated',
      'ImageNet-R:evaluated',
    ]);
  });

  it('are trained on where a verb of training stands some words before', () => {
    const { datasets } = namesOf('', 'We train OwlNet for 20 epochs on the ZorvexSet dataset.');
    expect(datasets).toEqual(['ZorvexSet:training']);
    expect(
      namesOf('', 'The trained OwlNet achieves 90% on the ZorvexSet dataset.').datasets,
    ).toEqual(['ZorvexSet:evaluated']);
  });

  it('may be variants of known ones that are introduced outright', () => {
    expect(
      namesOf('', 'We introduce ImageNet-Owl, a benchmark built on ImageNet.').datasets,
    ).toContain('ImageNet-Owl:introduced');
  });

  it('are listed with a number behind each', () => {
    expect(
      namesOf('', 'It gains on the benchmarks ZorvexSet (+2.1), OwlSet (+3.4%) and Nightset9 (80).')
        .datasets,
    ).toEqual(['ZorvexSet:evaluated', 'OwlSet:evaluated', 'Nightset9:evaluated']);
  });

  it('are told by how their names end', () => {
    expect(
      namesOf('', 'It improves Zorvex-Bench from 80% to 95% and Lifelong OwlBench to 98%.')
        .datasets,
    ).toEqual(['Zorvex-Bench:evaluated', 'Lifelong OwlBench:evaluated']);
    expect(namesOf('', 'We construct Zorvex-L1-50K by hand.').datasets).toEqual([
      'Zorvex-L1-50K:introduced',
    ]);
    expect(
      namesOf('', 'We propose meta-owl training with retrieval, a method for owls.').datasets,
    ).toEqual([]);
  });

  it('are the competitions that a paper takes part in', () => {
    expect(
      namesOf('', 'We present our entry to the HARBOR 2031 Night Image Denoising Challenge.')
        .datasets,
    ).toEqual(['HARBOR 2031 Night Image Denoising Challenge:evaluated']);
    expect(namesOf('', 'It scores 81.2% on HarborEval-2031 Task 8.').datasets).toEqual([
      'HarborEval-2031 Task 8:evaluated',
    ]);
    expect(namesOf('', 'HARBOR 2031 was the year of a hard challenge.').datasets).toEqual([]);
  });

  it('are told by the noun within the name, with a version behind it', () => {
    expect(namesOf('', 'We test detection (Fernway Corpus V2) with care.').datasets).toEqual([
      'Fernway Corpus V2:evaluated',
    ]);
  });

  it('may be acronyms with a year, and stand between slashes', () => {
    expect(namesOf('', 'It reaches 66.0% on IC13 and 64.0% on IC15.').datasets).toEqual([
      'IC13:evaluated',
      'IC15:evaluated',
    ]);
    expect(namesOf('', 'It reaches 66.0%/56.0% on DOTA-v1.0/DIOR.').datasets).toEqual([
      'DOTA-v1.0:evaluated',
      'DIOR:evaluated',
    ]);
  });

  it('are mentioned where the own one is compared to them', () => {
    expect(namesOf('', 'We release OwlQA. Unlike SQuAD, it asks about owls.').datasets).toEqual([
      'OwlQA:introduced',
      'SQuAD:mentioned',
    ]);
  });
});
