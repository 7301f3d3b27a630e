import type { EntityManager } from 'typeorm';
import type { PaperRecord } from '../../domain/index.js';
import { keysOf } from './identity.js';
import type { KeptRecord, RecordMetadata } from './merge.js';

/** A paper as it stands in the store before a batch. */
export interface StoredPaper {
  readonly id: string;
  readonly key: string;
  readonly documentId: string;
  readonly contentHash: string;
  readonly publishedOn: string | null;
  readonly hasCode: boolean;
  readonly keys: readonly string[];
  readonly records: readonly KeptRecord[];
}

/** Records of a batch and papers of the store that are one paper, since they share a key. */
export interface PaperGroup<Item> {
  readonly items: readonly Item[];
  readonly stored: readonly StoredPaper[];
  /** All keys that lead to it, sorted. */
  readonly keys: readonly string[];
}

/** Puts together what shares a key, also through a third. */
export function groupByKey<Item extends { readonly record: PaperRecord }>(
  items: readonly Item[],
  stored: readonly StoredPaper[],
): readonly PaperGroup<Item>[] {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; ) {
      root = parent;
      parent = parents.get(root);
    }
    parents.set(key, root);
    return root;
  };
  const join = (keys: readonly string[]) => {
    for (const key of keys) parents.set(rootOf(key), rootOf(keys[0] as string));
  };
  for (const paper of stored) join(paper.keys);
  for (const { record } of items) join(keysOf(record));
  const groups = new Map<string, { items: Item[]; stored: StoredPaper[]; keys: Set<string> }>();
  const groupOf = (keys: readonly string[]) => {
    const root = rootOf(keys[0] as string);
    const group = groups.get(root) ?? { items: [], stored: [], keys: new Set() };
    groups.set(root, group);
    for (const key of keys) group.keys.add(key);
    return group;
  };
  for (const paper of stored) groupOf(paper.keys).stored.push(paper);
  for (const item of items) groupOf(keysOf(item.record)).items.push(item);
  return [...groups.values()].map((group) => ({ ...group, keys: [...group.keys].sort() }));
}

/** The papers that any of the keys leads to. */
export async function storedPapers(
  manager: EntityManager,
  keys: readonly string[],
): Promise<readonly StoredPaper[]> {
  const found: { id: string }[] = await manager.query(
    'SELECT DISTINCT paper_id AS id FROM paper_keys WHERE key = ANY($1)',
    [keys],
  );
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const papers: StoredPaperRow[] = await manager.query(
    `SELECT p.id, p.key, p.document_id, d.content_hash, p.published_on::text, p.has_code,
       (SELECT array_agg(k.key) FROM paper_keys k WHERE k.paper_id = p.id) AS keys
     FROM papers p JOIN documents d ON d.id = p.document_id WHERE p.id = ANY($1) ORDER BY p.key`,
    [ids],
  );
  const records: RecordRow[] = await manager.query(
    'SELECT * FROM paper_records WHERE paper_id = ANY($1)',
    [ids],
  );
  return papers.map((row) => ({
    id: row.id,
    key: row.key,
    documentId: row.document_id,
    contentHash: row.content_hash,
    publishedOn: row.published_on,
    hasCode: row.has_code,
    keys: row.keys,
    records: records.filter(({ paper_id }) => paper_id === row.id).map(toKeptRecord),
  }));
}

interface StoredPaperRow {
  readonly id: string;
  readonly key: string;
  readonly document_id: string;
  readonly content_hash: string;
  readonly published_on: string | null;
  readonly has_code: boolean;
  readonly keys: string[];
}

interface RecordRow {
  readonly id: string;
  readonly paper_id: string;
  readonly source: string;
  readonly record_hash: string;
  readonly content_hash: string;
  readonly has_abstract: boolean;
  readonly metadata: RecordMetadata;
  readonly origin: string;
  readonly position: string;
}

function toKeptRecord(row: RecordRow): KeptRecord {
  const { id, source, metadata, origin, position } = row;
  return {
    ...{ id, source, metadata, origin, position },
    recordHash: row.record_hash,
    contentHash: row.content_hash,
    hasAbstract: row.has_abstract,
  };
}
