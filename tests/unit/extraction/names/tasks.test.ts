import { describe, expect, it } from 'vitest';
import { namesOf } from './read.js';

const FOUND: readonly [title: string, abstract: string, tasks: readonly string[]][] = [
  ['A Network for Image Denoising', '', ['Image Denoising']],
  [
    'OwlNet: Seeing at Night',
    'We study object detection. It helps object detection.',
    ['object detection'],
  ],
  [
    '',
    'We test tasks such as machine translation and text summarization.',
    ['machine translation', 'text summarization'],
  ],
  ['Turnip Counting with Drones', '', ['Turnip Counting']],
  ['Diffusion-Based Video Editing for All', '', ['Video Editing']],
  ['Bolt and Nut Recognition', '', ['Bolt and Nut Recognition']],
];

const NOTHING: readonly string[] = [
  'The results show a large improvement over the baseline.',
  'We use deep learning and machine learning.',
  'A theorem on graphs is proved.',
  'The telescope saw two galaxies collide.',
];

describe('tasks', () => {
  it.each(FOUND)('%s %s', (title, abstract, tasks) => {
    expect(namesOf(title, abstract).tasks).toEqual(tasks);
  });

  it.each(NOTHING)('none in: %s', (text) => {
    expect(namesOf('', text).tasks).toEqual([]);
  });

  it('gives at most eight', () => {
    const many = 'red blue green pink grey teal gold plum jade rust'
      .split(' ')
      .map((colour) => `${colour} apple detection`);
    expect(namesOf('', `We study tasks such as ${many.join(', ')}.`).tasks).toHaveLength(8);
  });

  it('are no technique of one word that the title leaves out', () => {
    const text = 'Quantization saves memory. Owls profit from quantization as well.';
    expect(namesOf('Owls', text).tasks).toEqual([]);
    expect(namesOf('Quantization for Owls', text).tasks).toEqual(['Quantization']);
  });

  it('go without words of praise and without the protocol of a test', () => {
    expect(namesOf('', 'We address public image classification.').tasks).toEqual([
      'image classification',
    ]);
    expect(namesOf('', 'We perform cross-validation for all tasks.').tasks).toEqual([]);
  });
});
