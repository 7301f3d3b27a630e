import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Every id that leads to a paper, those of papers merged into it included. */
@Entity('paper_keys')
export class PaperKeyEntity {
  @PrimaryColumn('text')
  key!: string;

  @Column('uuid', { name: 'paper_id' })
  paperId!: string;
}
