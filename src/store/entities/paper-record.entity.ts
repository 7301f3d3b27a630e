import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RecordMetadata } from '../write/merge.js';

/** What came from where: the newest record of each source for a paper. */
@Entity('paper_records')
export class PaperRecordEntity {
  /** Made of the source and the id that it gives the paper. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'paper_id' })
  paperId!: string;

  @Column('text')
  source!: string;

  /** Of the whole record: equal means unchanged. */
  @Column('text', { name: 'record_hash' })
  recordHash!: string;

  /** Of title and abstract. */
  @Column('text', { name: 'content_hash' })
  contentHash!: string;

  @Column('boolean', { name: 'has_abstract' })
  hasAbstract!: boolean;

  /** The record without its abstract. */
  @Column('jsonb')
  metadata!: RecordMetadata;

  /** File or address it was read from. */
  @Column('text')
  origin!: string;

  /** Place in the origin, as the adapter counts. */
  @Column('text')
  position!: string;

  @Column('timestamptz', { name: 'stored_at' })
  storedAt!: Date;
}
