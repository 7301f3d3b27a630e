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
// Start-up and the compiler's warming up are not what is measured: every thread reads all papers once before.
await extract(papers, pools.one);
for (let worker = 0; worker < 2; worker++) await extract(papers, pools.two);
for (const { abstract } of sample.slice(0, 50)) nlp(abstract);
const ROUNDS = 5;
const rounds = [];
for (let round = 0; round < ROUNDS; round++) {
  const part = sample.filter((_, at) => at % ROUNDS === round);
  const bare = await measure(part.length, () => {
    for (const { abstract } of part) nlp(abstract);
  });
  const one = await measure(papers.length, () => extract(papers, pools.one));
  const two = await measure(papers.length, () => extract(papers, pools.two));
  rounds.push({
    bare: bare.rate,
    one: one.rate,
    two: two.rate,
    reading: one.rate / bare.rate,
    workers: two.rate / one.rate,
    threads: (2 * (two.rate / two.cores)) / (one.rate / one.cores),
    cores: two.cores,
  });
}

// What else runs on the machine slows the parts of one round alike, so that ratios are taken round by round.
print('bare nlp(text)', median('bare'), 0, 'abstracts a second');
print('extract, one worker', median('one'), 0);
print('extract, two workers', median('two'), 0);
print('one worker / bare', median('reading'), 2, 'at least 5, aiming at 16');
print('two workers / one', median('workers'), 2, 'at least 1.7');
print('by processor time', median('threads'), 2, 'the same, had each thread a processor');
print('processors for two', median('cores'), 2, 'what the machine gave them, of 2');
print('memory, last / first', await memoryRatio(), 2, 'flat: about 1');
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

/** How many of `count` texts a second `work` reads, and how many processors it had meanwhile. */
async function measure(count, work) {
  const before = process.cpuUsage();
  const started = process.hrtime.bigint();
  await work();
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const { user, system } = process.cpuUsage(before);
  return { rate: count / seconds, cores: (user + system) / 1e6 / seconds };
}

function median(name) {
  return rounds.map((round) => round[name]).sort((a, b) => a - b)[(ROUNDS - 1) / 2];
}

function print(name, figure, digits, remark = '') {
  console.log(`${name.padEnd(22)}${figure.toFixed(digits).padStart(6)}  ${remark}`.trimEnd());
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
