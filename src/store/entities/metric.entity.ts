import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Category } from '../../domain/index.js';

/** A canonical metric; what knowledge says about it is null for metrics it does not know. */
@Entity('metrics')
export class MetricEntity {
  @PrimaryColumn('text')
  slug!: string;

  @Column('text')
  name!: string;

  /** `higher` or `lower`. */
  @Column('text', { nullable: true })
  better!: string | null;

  @Column('text', { nullable: true })
  scale!: string | null;

  @Column('text', { nullable: true })
  category!: Category | null;
}
