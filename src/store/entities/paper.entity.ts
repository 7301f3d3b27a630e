import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One paper, whatever sources it came from; its text is in the current document. */
@Entity('papers')
export class PaperEntity {
  /** Made of `key`. */
  @PrimaryColumn('uuid')
  id!: string;

  /** The best of its external ids: `arxiv:…`, `doi:…`, `openalex:…`, `s2:…` or `<source>:<sourceId>`. */
  @Column('text')
  key!: string;

  /** The document that is read; the others of this paper are gone. */
  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text', { array: true })
  authors!: string[];

  /** ISO 8601, as precise as known. */
  @Column('text', { name: 'published_at', nullable: true })
  publishedAt!: string | null;

  /** First day of `publishedAt`, to filter and sort by. */
  @Column('date', { name: 'published_on', nullable: true })
  publishedOn!: string | null;

  /** ISO 8601 date of the newest version at the source. */
  @Column('text', { name: 'updated_at', nullable: true })
  updatedAt!: string | null;

  @Column('date', { name: 'updated_on', nullable: true })
  updatedOn!: string | null;

  @Column('text', { name: 'arxiv_id', nullable: true })
  arxivId!: string | null;

  @Column('integer', { name: 'arxiv_version', nullable: true })
  arxivVersion!: number | null;

  @Column('text', { nullable: true })
  doi!: string | null;

  @Column('text', { name: 'openalex_id', nullable: true })
  openalexId!: string | null;

  @Column('text', { name: 's2_id', nullable: true })
  s2Id!: string | null;

  @Column('text', { nullable: true })
  url!: string | null;

  /** Adapter of the record whose text is read. */
  @Column('text')
  source!: string;

  /** Id at that source; a hash of the folded title where it has none. */
  @Column('text', { name: 'source_id' })
  sourceId!: string;

  /** Whether the active reading links to code. */
  @Column('boolean', { name: 'has_code' })
  hasCode!: boolean;

  @Column('boolean', { name: 'without_abstract' })
  withoutAbstract!: boolean;

  @Column('timestamptz', { name: 'stored_at' })
  storedAt!: Date;

  /** When anything of this paper last changed here. */
  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
