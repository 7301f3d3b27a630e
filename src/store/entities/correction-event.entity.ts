import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CorrectionStatus } from './correction.entity.js';

/** One step of a correction's history; rows are added and never changed. */
@Entity('correction_events')
export class CorrectionEventEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('uuid', { name: 'correction_id' })
  correctionId!: string;

  /** What the correction became. */
  @Column('text')
  status!: CorrectionStatus;

  @Column('text', { name: 'made_by' })
  madeBy!: string;

  @Column('text')
  note!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
