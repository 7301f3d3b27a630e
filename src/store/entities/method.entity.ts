import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A canonical method; the slug is a pure function of the folded name. */
@Entity('methods')
export class MethodEntity {
  @PrimaryColumn('text')
  slug!: string;

  @Column('text')
  name!: string;
}
