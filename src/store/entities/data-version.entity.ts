import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row whose version grows with every write that readers can see. */
@Entity('data_version')
export class DataVersionEntity {
  @PrimaryColumn('boolean', { name: 'only_row' })
  onlyRow!: boolean;

  @Column('bigint')
  version!: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
