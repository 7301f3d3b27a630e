import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One ingest with its counts and, while unfinished, the place to go on from. read = stored + unchanged + merged + rejected. */
@Entity('ingest_runs')
export class IngestRunEntity {
  @PrimaryColumn('bigint')
  id!: string;

  @Column('text')
  origin!: string;

  /** Of origin and its content: an unfinished run with the same key is continued. */
  @Column('text', { name: 'origin_key' })
  originKey!: string;

  @Column('text', { nullable: true })
  format!: string | null;

  @Column('text')
  status!: 'running' | 'queued' | 'done' | 'stopped' | 'failed';

  /** Items of the origin that are done with. */
  @Column('bigint')
  items!: string;

  /** Position a paging source goes on from. */
  @Column('text', { name: 'resume_at', nullable: true })
  resumeAt!: string | null;

  @Column('bigint')
  read!: string;

  @Column('bigint')
  stored!: string;

  @Column('bigint')
  unchanged!: string;

  @Column('bigint')
  merged!: string;

  @Column('bigint')
  rejected!: string;

  @Column('bigint', { name: 'without_abstract' })
  withoutAbstract!: string;

  @Column('text', { nullable: true })
  error!: string | null;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'heartbeat_at' })
  heartbeatAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
