import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Field, LinkKind } from '../../domain/index.js';

/** An address that a text gives. */
@Entity('links')
export class LinkEntity {
  @PrimaryColumn('uuid', { name: 'extraction_id' })
  extractionId!: string;

  /** Place in reading order, from 0. */
  @PrimaryColumn('integer')
  ordinal!: number;

  @Column('uuid', { name: 'paper_id' })
  paperId!: string;

  /** Readers see active rows only. */
  @Column('boolean')
  active!: boolean;

  @Column('text')
  url!: string;

  @Column('text')
  kind!: LinkKind;

  @Column('text')
  field!: Field;

  /** UTF-16 offset into the original field, inclusive. */
  @Column('integer', { name: 'start_offset' })
  startOffset!: number;

  /** Exclusive. */
  @Column('integer', { name: 'end_offset' })
  endOffset!: number;

  @Column('text')
  rule!: string;
}
