import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  BaseUnit,
  Bound,
  Category,
  Check,
  Direction,
  Field,
  Form,
  GainKind,
} from '../../domain/index.js';

/** A reported number: as written, and normalised where that is possible. */
@Entity('results')
export class ResultEntity {
  /** Made of paper key, content hash, field, start, end and the number of results before it on the same span: the same in every extractor version. */
  @PrimaryColumn('uuid')
  id!: string;

  @PrimaryColumn('uuid', { name: 'extraction_id' })
  extractionId!: string;

  @Column('uuid', { name: 'paper_id' })
  paperId!: string;

  /** Place in reading order, from 0. */
  @Column('integer')
  ordinal!: number;

  /** Readers see active rows only. */
  @Column('boolean')
  active!: boolean;

  @Column('text')
  quote!: string;

  @Column('text')
  field!: Field;

  /** UTF-16 offset into the original field, inclusive. */
  @Column('integer', { name: 'start_offset' })
  startOffset!: number;

  /** Exclusive. */
  @Column('integer', { name: 'end_offset' })
  endOffset!: number;

  @Column('double precision')
  value!: number;

  /** Upper end of a range. */
  @Column('double precision', { nullable: true })
  high!: number | null;

  @Column('text')
  unit!: string;

  @Column('text')
  form!: Form;

  @Column('text', { nullable: true })
  direction!: Direction | null;

  @Column('boolean', { nullable: true })
  better!: boolean | null;

  @Column('text')
  bound!: Bound;

  /** Names as in the text. */
  @Column('text', { nullable: true })
  metric!: string | null;

  @Column('text')
  category!: Category;

  @Column('text', { nullable: true })
  dataset!: string | null;

  @Column('text', { nullable: true })
  task!: string | null;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text', { nullable: true })
  baseline!: string | null;

  @Column('text', { nullable: true })
  setting!: string | null;

  /** What settings have to share to be one; Postgres makes it of `setting`. */
  @Column({
    ...({ type: 'text', name: 'setting_key', nullable: true } as const),
    ...{ select: false, insert: false, update: false },
  })
  settingKey!: string | null;

  @Column('text')
  rule!: string;

  @Column('text')
  reason!: string;

  /** 0 to 1. */
  @Column('double precision')
  confidence!: number;

  /** In `baseUnit`. */
  @Column('double precision', { name: 'base_value', nullable: true })
  baseValue!: number | null;

  @Column('double precision', { name: 'base_high', nullable: true })
  baseHigh!: number | null;

  @Column('text', { name: 'base_unit', nullable: true })
  baseUnit!: BaseUnit | null;

  /** On the metric's own scale; null for all but levels. */
  @Column('double precision', { name: 'comparable_value', nullable: true })
  comparableValue!: number | null;

  /** More than 1 is better. */
  @Column('double precision', { name: 'gain_factor', nullable: true })
  gainFactor!: number | null;

  @Column('double precision', { name: 'gain_high', nullable: true })
  gainHigh!: number | null;

  @Column('text', { name: 'gain_kind', nullable: true })
  gainKind!: GainKind | null;

  @Column('text', { name: 'check_status' })
  checkStatus!: Check;

  @Column('text', { name: 'metric_slug', nullable: true })
  metricSlug!: string | null;

  @Column('text', { name: 'dataset_slug', nullable: true })
  datasetSlug!: string | null;

  @Column('text', { name: 'task_slug', nullable: true })
  taskSlug!: string | null;

  @Column('text', { name: 'subject_slug', nullable: true })
  subjectSlug!: string | null;

  @Column('text', { name: 'baseline_slug', nullable: true })
  baselineSlug!: string | null;

  /** Of the paper, kept here to sort by. */
  @Column('date', { name: 'published_on', nullable: true })
  publishedOn!: string | null;

  /** Whether a correction is applied to it. */
  @Column('boolean')
  corrected!: boolean;
}
