import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key that was withdrawn with `claimgraph forget`; records under it are refused. */
@Entity('forgotten_papers')
export class ForgottenPaperEntity {
  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { name: 'forgotten_at' })
  forgottenAt!: Date;
}
