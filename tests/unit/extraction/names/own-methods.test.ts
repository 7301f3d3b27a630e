import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../../src/documents/index.js';
import { extract } from '../../../../src/extraction/index.js';

function rolesOf(abstract: string): Record<string, string> {
  const { methods } = extract(toDocument('A study of parsing', abstract));
  return Object.fromEntries(methods.map(({ name, role }) => [name, role]));
}

describe('methods of the paper itself', () => {
  it('are told by the noun that they stand beside', () => {
    expect(rolesOf('The proposed framework, ZorvexNet, consists of two parts.')).toMatchObject({
      ZorvexNet: 'proposed',
    });
  });

  it('are not told by "recently proposed"', () => {
    expect(
      rolesOf('Even the recently proposed ZorvexNet models fail. We outperform ZorvexNet.')
        .ZorvexNet,
    ).not.toBe('proposed');
  });

  it('may share a known short form with another thing', () => {
    expect(
      rolesOf('We propose a search, named Calm Climbing Ascent (CCA). CCA outperforms others.'),
    ).toMatchObject({ CCA: 'proposed' });
  });

  it('may have a known name that they spell out anew', () => {
    expect(
      rolesOf('We propose Calm Owl Captioning (CoCa), a decoder. CoCa outperforms others.'),
    ).toMatchObject({ CoCa: 'proposed' });
    expect(
      rolesOf('We introduce low-rank adaptation (LoRA) to this field. LoRA is fast.').LoRA,
    ).not.toBe('proposed');
  });

  it('may differ from another name by a letter, and open in a compound', () => {
    expect(rolesOf('We propose Zorvexia-m, an extension of Zorvexia.')).toMatchObject({
      'Zorvexia-m': 'proposed',
    });
    expect(rolesOf('This paper introduces Class-Based Owl Composition, an approach.')).toEqual({
      'Class-Based Owl Composition': 'proposed',
    });
  });

  it('are not what stands before a comma, where their clause goes on', () => {
    expect(
      rolesOf(
        'We propose calm owl mixing, which is fast. Across all benchmarks, calm owl mixing wins.',
      ),
    ).toEqual({ 'calm owl mixing': 'proposed' });
  });

  it('are no members of the list that their clause opens with', () => {
    expect(
      rolesOf('Trained on ZorvexSet, QuillNet outperforms all. We built QuillNet.'),
    ).toMatchObject({ QuillNet: 'proposed' });
  });

  it('are no tasks, though their long form stands in capitals', () => {
    expect(
      rolesOf(
        'We introduce the Grounded Video Question Answering (GVQA) task. ZorvexNet reaches 61%.',
      ),
    ).not.toHaveProperty('GVQA');
  });

  it('are told by the passive', () => {
    expect(
      rolesOf('In this work, ZorvexNet is proposed for such texts. Using ZorvexNet helps.'),
    ).toMatchObject({ ZorvexNet: 'proposed' });
    expect(
      rolesOf('A quick sorting network (QSNet) is introduced. We test with QSNet.'),
    ).toMatchObject({ QSNet: 'proposed' });
  });

  it('may be named like a task that they propose', () => {
    expect(
      rolesOf('We propose calm owl preference optimization (COPO). COPO is quick.'),
    ).toMatchObject({ COPO: 'proposed' });
    expect(rolesOf('We study calm owl preference optimization (COPO).')).toEqual({});
  });

  it('may be named in small letters where they are proposed', () => {
    expect(
      rolesOf('We propose calm gradient mixing, a method for owls. Calm gradient mixing is quick.'),
    ).toEqual({ 'calm gradient mixing': 'proposed' });
    expect(rolesOf('This paper presents owlembed-20m, an encoder for owls.')).toEqual({
      'owlembed-20m': 'proposed',
    });
    expect(rolesOf('We propose a trick called night tokens; it is quick.')).toEqual({
      'night tokens': 'proposed',
    });
  });

  it('have no name where the paper proposes things at large', () => {
    expect(rolesOf('We propose owl-friendly metrics, which are new.')).toEqual({});
    expect(rolesOf('We present experiments, a study and more.')).toEqual({});
    expect(rolesOf('Owls use a trick called night tokens; it is quick.')).toEqual({});
  });

  it('are one with the long form behind them in parentheses', () => {
    const { methods } = extract(
      toDocument(null, 'We propose COPO (Calm Owl Preference Grading), which is quick.'),
    );
    expect(methods.map(({ name, aliases }) => ({ name, aliases }))).toEqual([
      { name: 'COPO', aliases: ['Calm Owl Preference Grading'] },
    ]);
    expect(rolesOf('We test NightBERT (Nature Press Edition 5). NightBERT is quick.')).toEqual({
      NightBERT: 'base',
    });
  });

  it('are told by what joins a proposing verb, and by an abbreviation said in words', () => {
    expect(rolesOf('This study introduces and evaluates ZorvexNet for owls.')).toEqual({
      ZorvexNet: 'proposed',
    });
    expect(rolesOf('We use owls with calm nights, abbreviated as ZorvexNet.')).toEqual({
      ZorvexNet: 'proposed',
    });
  });

  it('may be joined to nothing', () => {
    expect(rolesOf('And introduces ZorvexNet.')).toEqual({ ZorvexNet: 'proposed' });
  });

  it('are not what the proposed thing works on, nor an ability that has a name', () => {
    expect(rolesOf('We propose a novel ZorvexNet pruning method.').ZorvexNet).not.toBe('proposed');
    expect(rolesOf('Owls have an ability called Calm Gliding at night.')).toEqual({});
  });

  it('are one with the long form behind their colon', () => {
    const { methods } = extract(
      toDocument(null, 'We propose COPO: Calm Owl Preference Order, which is quick.'),
    );
    expect(methods.map(({ name, aliases }) => [name, ...aliases])).toEqual([
      ['COPO', 'Calm Owl Preference Order'],
    ]);
  });

  it('may begin with a number word', () => {
    expect(rolesOf('We introduce the Six Owl Agent, a system for owls.')).toEqual({
      'Six Owl Agent': 'proposed',
    });
  });

  it('stand before the colon of the title where the abstract proposes none', () => {
    const namesIn = (title: string) =>
      extract(toDocument(title, 'We study owls.')).methods.map(({ name }) => name);
    expect(namesIn('Calm-Form Owl Retrieval: Quick Matching at Night')).toEqual([
      'Calm-Form Owl Retrieval',
    ]);
    expect(namesIn('Background Matters: An Owl Framework')).toEqual([]);
    expect(namesIn('Calm Owls: A Survey of Nights')).toEqual([]);
  });

  it('are no data sets for the phrase before the comma that their clause opens with', () => {
    expect(
      rolesOf('We propose ZRV. On the MNLI dataset, ZRV outperforms the baseline.'),
    ).toMatchObject({ ZRV: 'proposed' });
  });

  it('may end in a letter or go by a compound of ordinary words', () => {
    expect(rolesOf('We propose Zorvex-m, an extension of BERT.')).toMatchObject({
      'Zorvex-m': 'proposed',
    });
    expect(
      rolesOf('This paper introduces Class-Based Image Quilting, an approach to augmentation.'),
    ).toMatchObject({ 'Class-Based Image Quilting': 'proposed' });
    expect(Object.keys(rolesOf('We train a Vision Transformer-based segmentation model.'))).toEqual(
      [],
    );
  });

  it('are one with their short form behind "or" or before their phrase', () => {
    expect(Object.keys(rolesOf('We propose Calm Owl Attention, or COA.'))).toEqual(['COA']);
    expect(Object.keys(rolesOf('We introduce CSEO, a Calm Self-Evolving Owl that plans.'))).toEqual(
      ['CSEO'],
    );
  });

  it('are known again at the head of a sentence', () => {
    expect(
      rolesOf('Against ZorvexNet and Calm Ledger we test agents. Calm Ledger, which plans, fails.'),
    ).toMatchObject({ 'Calm Ledger': 'baseline' });
  });

  it('end at a colon without a space', () => {
    const { methods } = extract(
      toDocument('ZRV-LM:Calm Distillation for Notes', 'We propose ZRV-LM, a framework.'),
    );
    expect(methods.map(({ name }) => name)).toEqual(['ZRV-LM']);
  });

  it('may be a network with its short form, or share a name with a data set', () => {
    expect(
      rolesOf('Boxes are fed to the Calm Residual Network (CRNW), which runs.'),
    ).toHaveProperty('CRNW');
    const { methods } = extract(
      toDocument('DOTA: A Transformer Architecture for Reading', 'It reaches 93% accuracy.'),
    );
    expect(methods.map(({ name, role }) => [name, role])).toEqual([['DOTA', 'proposed']]);
  });

  it('are one with the words that a part of their short form stands for', () => {
    expect(Object.keys(rolesOf('We propose ZRV-CP (Calm Planning), a method.'))).toEqual([
      'ZRV-CP',
    ]);
    expect(Object.keys(rolesOf('We propose PRE-Zorvex, a method.'))).toEqual(['PRE-Zorvex']);
  });

  it('may be named by the description that they were proposed with', () => {
    expect(
      rolesOf('We propose a novel calm pruning scheme for owls. Our calm pruning strategy runs.'),
    ).toEqual({ 'calm pruning strategy': 'proposed' });
    expect(rolesOf('We propose a calm pruning scheme. Our fast pruning strategy runs.')).toEqual(
      {},
    );
  });

  it('are not what the text describes them by, works on, or calls a problem', () => {
    const calm = rolesOf(
      'Panoptic quill reading (PQR) is hard. We propose QuillFox, a calm PQR pipeline.',
    );
    expect(calm.QuillFox).toBe('proposed');
    expect(calm.PQR).not.toBe('proposed');
    expect(
      rolesOf('We present a taxonomy organizing ZQMs. Zorvex Quill Models (ZQMs) are popular.')
        .ZQMs,
    ).not.toBe('proposed');
    expect(rolesOf('Queries are missed. We call this gap the Zorvex Illusion.')).toEqual({});
    expect(rolesOf('We introduce the Zorvex Packing Problem (ZPP). The ZPP is hard.')).toEqual({});
  });

  it('are not undone by a problem that the next sentence speaks of', () => {
    expect(rolesOf('We propose a simple model, CalmNet. This problem is hard.')).toEqual({
      CalmNet: 'proposed',
    });
  });

  it('may have a short form that spells small words', () => {
    expect(rolesOf('We propose Draft and Refine (DnR), an agent framework. DnR is fast.')).toEqual({
      DnR: 'proposed',
    });
  });

  it('are not the object of another verb of the clause, nor in what they are the first of', () => {
    expect(
      rolesOf('To demonstrate this, we converted Quill Defender logs. We propose OwlNet.')[
        'Quill Defender'
      ],
    ).not.toBe('proposed');
    expect(
      rolesOf('We introduce OwlNet, the first flashing-based QuillCap system.').QuillCap,
    ).not.toBe('proposed');
  });
});
