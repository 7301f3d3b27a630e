import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CanonicalKind } from '../../domain/index.js';

/** How many papers name a canonical thing, or report a number on a metric; kept by triggers. */
@Entity('name_counts')
export class NameCountEntity {
  @PrimaryColumn('text')
  kind!: CanonicalKind;

  @PrimaryColumn('text')
  slug!: string;

  @Column('integer')
  papers!: number;
}
