import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A text of a paper, verbatim. */
@Entity('documents')
export class DocumentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'paper_id' })
  paperId!: string;

  /** SHA-256 of title and abstract. */
  @Column('text', { name: 'content_hash' })
  contentHash!: string;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text', { nullable: true })
  abstract!: string | null;

  /** What full text search looks at; Postgres makes it of title and abstract. */
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false })
  words!: string | null;
}
