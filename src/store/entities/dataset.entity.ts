import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A canonical dataset; the slug is a pure function of the folded name. */
@Entity('datasets')
export class DatasetEntity {
  @PrimaryColumn('text')
  slug!: string;

  @Column('text')
  name!: string;
}
