import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Field, QuantityKind } from '../../domain/index.js';

/** A measured number that is not a result: sizes, hardware, durations. */
@Entity('quantities')
export class QuantityEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @PrimaryColumn('uuid', { name: 'extraction_id' })
  extractionId!: string;

  @Column('uuid', { name: 'paper_id' })
  paperId!: string;

  /** Place in reading order, from 0. */
  @Column('integer')
  ordinal!: number;

  /** Readers see active rows only. */
  @Column('boolean')
  active!: boolean;

  @Column('text')
  quote!: string;

  @Column('text')
  field!: Field;

  /** UTF-16 offset into the original field, inclusive. */
  @Column('integer', { name: 'start_offset' })
  startOffset!: number;

  /** Exclusive. */
  @Column('integer', { name: 'end_offset' })
  endOffset!: number;

  @Column('double precision')
  value!: number;

  @Column('text')
  unit!: string;

  @Column('text')
  what!: QuantityKind;

  @Column('text')
  rule!: string;
}
