import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A text of a paper, verbatim. Searched by `document_vector(title, abstract)`. */
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
}
