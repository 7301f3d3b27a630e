/**
 * How fast texts are read, as ratios within one run (`npm run bench -- [FILE] [--papers N]`): against bare
 * compromise over the same abstracts, two workers against one, and memory from the first tenth to the last.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import nlp from 'compromise';
import { createReaderPool, readInOrder } from '../../dist/src/pipeline/index.js';
import { openSources } from '../../dist/src/sources/index.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { papers: { type: 'string', default: '9000' } },
});
const file = positionals[0] ?? '../shared/corpus/arxiv-9000.jsonl.gz';
if (!existsSync(file)) {
  console.error(`${file} is not there: name a file of papers.`);
  process.exit(2);
}
// Bare compromise is slow and steady: a part of the texts, spread over all, tells its rate.
const BARE_SHARE = 6;

const papers = await load(file, Number(values.papers));
const sample = papers.filter((_, at) => at % BARE_SHARE === 0);
console.log(`${papers.length} papers of ${file}`);

const pools = { one: createReaderPool(1), two: createReaderPool(2) };
// Start-up and the compiler's warming up are not what is measured.
await extract(sample, pools.one);
await extract(sample, pools.two);
for (const { abstract } of sample.slice(0, 20)) nlp(abstract);
const ROUNDS = 3;
const rounds = [];
for (let round = 0; round < ROUNDS; round++) {
  const part = sample.filter((_, at) => at % ROUNDS === round);
  rounds.push({
    bare: await rate(part.length, () => {
      for (const { abstract } of part) nlp(abstract);
    }),
    one: await rate(papers.length, () => extract(papers, pools.one)),
    two: await rate(papers.length, () => extract(papers, pools.two)),
  });
}
const median = (name) => rounds.map((round) => round[name]).sort((a, b) => a - b)[1];
const [bare, one, two] = ['bare', 'one', 'two'].map(median);

console.log(`bare nlp(text)        ${bare.toFixed(0).padStart(6)} abstracts a second`);
console.log(`extract, one worker   ${one.toFixed(0).padStart(6)}`);
console.log(`extract, two workers  ${two.toFixed(0).padStart(6)}`);
console.log(
  `one worker / bare     ${(one / bare).toFixed(2).padStart(6)}  at least 5, aiming at 16`,
);
console.log(`two workers / one     ${(two / one).toFixed(2).padStart(6)}  at least 1.7`);
console.log(`memory, last / first  ${(await memoryRatio()).toFixed(2).padStart(6)}  flat: about 1`);
await pools.two.close();

async function load(path, most) {
  const records = [];
  for await (const source of openSources(path)) {
    for await (const item of source.items()) {
      if ('record' in item) records.push(item.record);
      if (records.length >= most) return records;
    }
  }
  return records;
}

async function extract(records, pool) {
  let results = 0;
  for await (const { extraction } of readInOrder(pool, iterate(records), (record) => record)) {
    results += extraction.results.length;
  }
  return results;
}

async function* iterate(records) {
  yield* records;
}

async function rate(count, work) {
  const started = process.hrtime.bigint();
  await work();
  return count / (Number(process.hrtime.bigint() - started) / 1e9);
}

/** Live memory after the last tenth of the papers against that after the first. */
async function memoryRatio() {
  const tenth = Math.ceil(papers.length / 10);
  const live = [];
  for (let at = 0; at < 10; at++) {
    await extract(papers.slice(at * tenth, (at + 1) * tenth), pools.one);
    globalThis.gc?.();
    live.push(process.memoryUsage().heapUsed);
  }
  return live[9] / live[0];
}
