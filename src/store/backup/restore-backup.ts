import type { DataSource, EntityManager } from 'typeorm';
import { ClaimgraphError, type PaperRecord } from '../../domain/index.js';
import { applyCorrections } from '../write/carry-corrections.js';
import { forgetPapers, papersNamed } from '../write/forget.js';
import type { KeptRecord, RecordMetadata } from '../write/merge.js';
import { type KeptItem, type WriteContext, writeKept } from '../write/paper-writer.js';
import { removeSample, SAMPLE_SOURCE } from '../write/remove-papers.js';
import { bumpDataVersion, writeTransaction } from '../write/write-lock.js';
import { type BackupPaper, type BackupRow, PAPER_TABLES } from './backup-format.js';
import { type BackupLine, faulty, readBackupLines } from './backup-lines.js';

export interface RestoreOptions {
  /** Whether to merge into a store that is not empty, as an ingest would; refused otherwise. */
  readonly merge: boolean;
  readonly context: Omit<WriteContext, 'origin'>;
  readonly onPapers?: (papers: number) => void;
}

export interface RestoreReport {
  readonly papers: number;
  /** Corrections that were left out, since the store has its own of the same result. */
  readonly correctionsLeftOut: number;
}

const BATCH = 200;

/**
 * Restores a backup in one transaction: a file that is cut off or broken changes nothing. Into an empty
 * store every row comes back as it was; merging reads the texts again and keeps what both have once.
 * @throws ClaimgraphError when the store is not empty, or at the first fault of the backup
 */
export function restoreBackup(
  dataSource: DataSource,
  lines: AsyncIterable<string>,
  options: RestoreOptions,
): Promise<RestoreReport> {
  return writeTransaction(dataSource, async (manager) => {
    const empty = await isEmpty(manager);
    if (!empty && !options.merge) {
      throw new ClaimgraphError(
        'BAD_USER_INPUT',
        'The store is not empty: restore into a new one, or add --merge to merge the backup into it.',
      );
    }
    await removeSample(manager);
    const target = empty ? new ExactRestore(manager) : new MergingRestore(manager, options.context);
    let papers = 0;
    let batch: BackupLine[] = [];
    for await (const line of readBackupLines(lines)) {
      batch.push(line);
      if ('paper' in line) papers++;
      if (batch.length < BATCH) continue;
      await target.write(batch);
      options.onPapers?.(papers);
      batch = [];
    }
    await target.write(batch);
    const correctionsLeftOut = await target.end();
    await bumpDataVersion(manager);
    return { papers, correctionsLeftOut };
  });
}

async function isEmpty(manager: EntityManager): Promise<boolean> {
  const [{ empty }] = await manager.query(
    `SELECT NOT EXISTS (SELECT FROM papers WHERE source <> $1) AND NOT EXISTS (SELECT FROM corrections)
       AND NOT EXISTS (SELECT FROM rejects) AND NOT EXISTS (SELECT FROM forgotten_papers) AS empty`,
    [SAMPLE_SOURCE],
  );
  return empty;
}

/** Where a backup's lines go. */
interface RestoreTarget {
  write(batch: readonly BackupLine[]): Promise<void>;
  /** @returns how many corrections were left out */
  end(): Promise<number>;
}

/** Every row as it was. */
class ExactRestore implements RestoreTarget {
  private runsCleared = false;

  constructor(private readonly manager: EntityManager) {}

  async write(batch: readonly BackupLine[]): Promise<void> {
    if (!this.runsCleared) {
      // Runs of the sample, whose numbers the backup's runs have as well.
      await this.manager.query('DELETE FROM ingest_runs');
      this.runsCleared = true;
    }
    const papers = batch.flatMap((line) => ('paper' in line ? [line.paper] : []));
    for (const table of PAPER_TABLES) {
      await insertAsWas(
        this.manager,
        table,
        papers.flatMap((paper) => paper[table]),
      );
    }
    for (const [table, rows] of othersByTable(batch)) await insertAsWas(this.manager, table, rows);
  }

  async end(): Promise<number> {
    const numbered: { table_name: string }[] = await this.manager.query(
      `SELECT table_name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'id' AND is_identity = 'YES'`,
    );
    for (const { table_name: table } of numbered) {
      await this.manager.query(
        `SELECT setval(pg_get_serial_sequence($1, 'id'), greatest(1, (SELECT max(id) FROM ${table})))`,
        [table],
      );
    }
    return 0;
  }
}

/** Papers as an ingest would merge them; corrections over what is read from them now. */
class MergingRestore implements RestoreTarget {
  private leftOut = 0;
  private readonly taken = new Set<string>();

  constructor(
    private readonly manager: EntityManager,
    private readonly context: Omit<WriteContext, 'origin'>,
  ) {}

  async write(batch: readonly BackupLine[]): Promise<void> {
    const items = batch.flatMap((line) => ('paper' in line ? keptItems(line.paper) : []));
    if (items.length > 0) {
      await writeKept(this.manager, items, { ...this.context, origin: 'backup' });
    }
    const others = othersByTable(batch);
    await this.writeRejects(others.get('rejects') ?? []);
    await this.writeCorrections(others.get('corrections') ?? []);
    await this.writeEvents(others.get('correction_events') ?? []);
    await this.writeForgotten(others.get('forgotten_papers') ?? []);
  }

  private writeRejects(rows: readonly BackupRow[]): Promise<void> {
    const withoutRun = rows.map((row) => ({ ...row, run_id: null }));
    return insertAsWas(this.manager, 'rejects', withoutRun, 'ON CONFLICT (id) DO NOTHING');
  }

  private async writeCorrections(rows: readonly BackupRow[]): Promise<void> {
    if (rows.length === 0) return;
    const own: { id: string; result_id: string }[] = await this.manager.query(
      `SELECT id, result_id FROM corrections WHERE id = ANY($1) OR (status = 'applied' AND result_id = ANY($2))`,
      [rows.map(({ id }) => id), rows.map(({ result_id }) => result_id)],
    );
    const ids = new Set(own.map(({ id }) => id));
    const results = new Set(own.map(({ result_id }) => result_id));
    const other = rows.filter(({ id }) => !ids.has(String(id)));
    const fresh = other.filter(({ result_id }) => !results.has(String(result_id)));
    this.leftOut += other.length - fresh.length;
    for (const { id } of fresh) this.taken.add(String(id));
    await insertAsWas(this.manager, 'corrections', fresh);
    await applyCorrections(
      this.manager,
      fresh.map(({ paper_key }) => String(paper_key)),
    );
  }

  private writeEvents(rows: readonly BackupRow[]): Promise<void> {
    const fresh = rows.filter(({ correction_id }) => this.taken.has(String(correction_id)));
    // Numbered anew: the store has events of its own.
    const events = fresh.map(({ id: _, ...event }) => event);
    return insertAsWas(this.manager, 'correction_events', events);
  }

  private async writeForgotten(rows: readonly BackupRow[]): Promise<void> {
    for (const { key, reason } of rows) {
      const papers = await papersNamed(this.manager, [String(key)]);
      await forgetPapers(this.manager, papers, [String(key)], String(reason));
    }
  }

  async end(): Promise<number> {
    return this.leftOut;
  }
}

function othersByTable(batch: readonly BackupLine[]): ReadonlyMap<string, readonly BackupRow[]> {
  const rows = new Map<string, BackupRow[]>();
  for (const line of batch) {
    if (!('other' in line)) continue;
    const { table, row } = line.other;
    rows.set(table, [...(rows.get(table) ?? []), row]);
  }
  return rows;
}

/** Columns that a backup of an older schema lacks keep their defaults. */
async function insertAsWas(
  manager: EntityManager,
  table: string,
  rows: readonly BackupRow[],
  onConflict = '',
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((name) => `"${name.replaceAll('"', '""')}"`)
    .join(', ');
  try {
    await manager.query(
      `INSERT INTO ${table} (${columns}) OVERRIDING SYSTEM VALUE
       SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json) ${onConflict}`,
      [JSON.stringify(rows)],
    );
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    // Values and columns that do not fit: the file was changed by hand.
    if (/^(22|23|42)/.test(code ?? '')) throw faulty(`rows of ${table} do not fit (${message})`);
    throw error;
  }
}

/** A paper's records as they were kept; only the one whose text is read has its abstract. */
function keptItems(paper: BackupPaper): KeptItem[] {
  const [document] = paper.documents;
  return paper.paper_records.map((row) => {
    const metadata = row.metadata as RecordMetadata;
    const { sourceId: _, ...record } = metadata;
    const isRead = row.content_hash === document?.content_hash;
    const kept: KeptRecord = {
      id: String(row.id),
      source: String(row.source),
      recordHash: String(row.record_hash),
      contentHash: String(row.content_hash),
      hasAbstract: Boolean(row.has_abstract),
      metadata,
      origin: String(row.origin),
      position: String(row.position),
    };
    const abstract = isRead ? ((document?.abstract ?? null) as string | null) : null;
    return { record: { ...record, abstract } as PaperRecord, kept, extraction: null };
  });
}
