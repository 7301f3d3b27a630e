import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One reading of a document by one version of the rules; at most one a paper is active. */
@Entity('extractions')
export class ExtractionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('uuid', { name: 'paper_id' })
  paperId!: string;

  @Column('text', { name: 'extractor_version' })
  extractorVersion!: string;

  @Column('boolean')
  active!: boolean;

  @Column('timestamptz', { name: 'extracted_at' })
  extractedAt!: Date;
}
