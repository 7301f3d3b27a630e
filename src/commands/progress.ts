import { SingleBar } from 'cli-progress';
import type { IngestProgress } from '../pipeline/index.js';
import { say } from './output.js';

/** Shows how far an ingest is. */
export interface ProgressDisplay {
  show(progress: IngestProgress): void;
  end(): void;
}

const LINE_EVERY = 10_000;
const FORMAT =
  '{name} [{bar}] {percentage}% | {read} papers, {rate}/s | {rejected} rejected | {eta_formatted} left';
const FORMAT_WITHOUT_END = '{name}: {read} papers, {rate}/s | {rejected} rejected';

/** A bar on a terminal, elsewhere a plain line every ten seconds. */
export function progressDisplay(name: string, totalBytes: number | null): ProgressDisplay {
  return process.stderr.isTTY ? bar(name, totalBytes) : lines(name);
}

function bar(name: string, totalBytes: number | null): ProgressDisplay {
  const started = Date.now();
  const single = new SingleBar({
    format: totalBytes ? FORMAT : FORMAT_WITHOUT_END,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  });
  single.start(totalBytes ?? 1, 0, { name, read: 0, rate: 0, rejected: 0 });
  return {
    show({ bytes, read, rejected }) {
      single.update(totalBytes ? bytes : 0, { read, rejected, rate: rateSince(started, read) });
    },
    end: () => single.stop(),
  };
}

function lines(name: string): ProgressDisplay {
  const started = Date.now();
  let last = started;
  return {
    show({ read, rejected, bytes, totalBytes }) {
      if (Date.now() - last < LINE_EVERY) return;
      last = Date.now();
      const share = totalBytes ? `${Math.floor((100 * bytes) / totalBytes)} %, ` : '';
      say(`${name}: ${share}${read} papers, ${rateSince(started, read)}/s, ${rejected} rejected`);
    },
    end: () => undefined,
  };
}

const rateSince = (started: number, count: number): number =>
  Math.round(count / Math.max(0.001, (Date.now() - started) / 1000));
