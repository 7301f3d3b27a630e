import { Column, Entity, PrimaryColumn } from 'typeorm';

export type CorrectionStatus =
  | 'proposed'
  | 'applied'
  | 'rejected'
  | 'orphaned'
  | 'withdrawn'
  | 'superseded';

/**
 * A change that a person proposes to a result. `applied` is in force, `superseded` gave way to a later one,
 * `orphaned` waits for its text to come back.
 */
@Entity('corrections')
export class CorrectionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'result_id' })
  resultId!: string;

  @Column('text', { name: 'paper_key' })
  paperKey!: string;

  @Column('text', { name: 'content_hash' })
  contentHash!: string;

  @Column('text')
  status!: CorrectionStatus;

  /** The changed columns before. */
  @Column('jsonb')
  original!: Record<string, unknown>;

  /** The same columns after. */
  @Column('jsonb')
  changes!: Record<string, unknown>;

  @Column('text', { name: 'made_by' })
  madeBy!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
