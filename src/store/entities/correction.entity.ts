import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A change a person made to a result; `orphaned` once its text has changed. */
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
  status!: 'applied' | 'orphaned' | 'withdrawn';

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
