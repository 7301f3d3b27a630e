import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DatasetRole, MethodRole, Span } from '../../domain/index.js';

/** A data set, method or task named in a paper. */
@Entity('mentions')
export class MentionEntity {
  @PrimaryColumn('uuid', { name: 'extraction_id' })
  extractionId!: string;

  @PrimaryColumn('text')
  kind!: 'dataset' | 'method' | 'task';

  @Column('uuid', { name: 'paper_id' })
  paperId!: string;

  /** Place in reading order, from 0. */
  @PrimaryColumn('integer')
  ordinal!: number;

  /** Readers see active rows only. */
  @Column('boolean')
  active!: boolean;

  /** Of the canonical data set, method or task. */
  @Column('text')
  slug!: string;

  /** As written. */
  @Column('text')
  name!: string;

  /** Other forms in this text; they hold within this paper. */
  @Column('text', { array: true })
  aliases!: string[];

  @Column('text')
  role!: DatasetRole | MethodRole | 'task';

  /** Every place it stands at; the first is the evidence. */
  @Column('jsonb')
  spans!: Span[];

  @Column('text')
  rule!: string;

  @Column('double precision')
  confidence!: number;
}
