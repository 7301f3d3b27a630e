import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import type { PaperRecord } from '../domain/index.js';
import { createReaderPool, readInOrder } from '../pipeline/index.js';
import { toExtractLine } from './extract-format.js';
import { EXIT, writeLine } from './output.js';
import { recordsOf } from './records.js';
import { addSourceOptions, INPUT_HELP, openOptionsOf, type SourceFlags } from './source-options.js';

const MOST_WORKERS = 64;

export function extractCommand(program: Command): void {
  const command = program
    .command('extract')
    .description('read papers and print what they report, one JSON line a paper; no database')
    .argument('<input>', INPUT_HELP);
  addSourceOptions(command)
    .option(
      '--workers <n>',
      'threads; the output is the same whatever their number',
      workers,
      availableParallelism(),
    )
    .addHelpText('after', '\nExample:\n  claimgraph extract papers.jsonl > readings.jsonl')
    .action(async (input: string, options: SourceFlags & { workers: number }) => {
      let rejects = 0;
      const pool = createReaderPool(options.workers);
      try {
        const records = recordsOf(input, openOptionsOf(options), () => rejects++);
        for await (const { thing, extraction } of readInOrder(pool, records, (record) => record)) {
          await writeLine(toExtractLine(idOf(thing), extraction));
        }
      } finally {
        await pool.close();
      }
      process.exitCode = rejects > 0 ? EXIT.rejects : EXIT.done;
    });
}

function workers(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= MOST_WORKERS) return number;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST_WORKERS}.`);
}

/** An id that is given is kept; without one, the hash of the folded title names the paper. */
function idOf(record: PaperRecord): string {
  const given = record.id ?? record.arxivId ?? record.doi ?? record.openAlexId ?? record.s2Id;
  if (given) return given;
  const folded = (record.title ?? record.abstract ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return createHash('sha256').update(folded.trim()).digest('hex').slice(0, 16);
}
