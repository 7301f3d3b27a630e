import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toExtractLine } from '../../src/commands/extract-format.js';
import { evaluate, readAnnotation, readTexts, scoresOf } from '../../src/evaluation/index.js';
import { createPaperReader } from '../../src/pipeline/index.js';

const SCRIPT = '../shared/gold/score.py';
const GOLD = '../shared/gold/dev.jsonl';
const PAPERS = '../shared/gold/dev-papers.jsonl';
const python = spawnSync('python3', ['--version']).status === 0;
const reader = createPaperReader();

it.skipIf(!existsSync(SCRIPT) || !python)(
  'eval agrees with score.py to three decimals (needs ../shared and python3)',
  () => {
    const texts = readTexts(readFileSync(PAPERS, 'utf8'), PAPERS);
    const folder = mkdtempSync(join(tmpdir(), 'claimgraph-score-'));
    try {
      const system = join(folder, 'system.jsonl');
      const lines = texts.map(({ id, title, abstract }) =>
        JSON.stringify(toExtractLine(id, reader.read(title, abstract))),
      );
      writeFileSync(system, lines.join('\n'));
      const run = spawnSync('python3', [SCRIPT, GOLD, system, '--papers', PAPERS, '--json']);
      const theirs: Record<string, { p: number; r: number; f1: number }> = JSON.parse(
        run.stdout.toString(),
      );
      const annotation = readAnnotation(readFileSync(GOLD, 'utf8'), GOLD);
      const ours = scoresOf(evaluate(annotation, texts, reader));
      expect(ours.map(({ field }) => field)).toEqual(Object.keys(theirs));
      for (const { field, precision, recall, f1 } of ours) {
        const figures = [precision, recall, f1].map((figure) => figure.toFixed(3));
        const { p, r, f1: theirF1 } = theirs[field] as { p: number; r: number; f1: number };
        expect([field, ...figures]).toEqual([field, ...[p, r, theirF1].map((x) => x.toFixed(3))]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
