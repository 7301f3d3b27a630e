import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A canonical task; the slug is a pure function of the folded name. */
@Entity('tasks')
export class TaskEntity {
  @PrimaryColumn('text')
  slug!: string;

  @Column('text')
  name!: string;
}
