import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A record that could not be read, with the reason. */
@Entity('rejects')
export class RejectEntity {
  /** Made of origin, position and raw record. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  origin!: string;

  @Column('text')
  source!: string;

  @Column('text')
  position!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  raw!: string;

  @Column('bigint', { name: 'run_id', nullable: true })
  runId!: string | null;

  @Column('timestamptz', { name: 'rejected_at' })
  rejectedAt!: Date;
}
