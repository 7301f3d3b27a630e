import type { BaseUnit, ReportedNumber } from '../domain/index.js';
import { UNITS } from '../knowledge/quantity-knowledge.js';
import type { UnitRow } from '../knowledge/rows.js';

/** SI prefixes of units that carry them (`GFLOPs`), as powers of ten. */
const PREFIX: Readonly<Record<string, number>> = {
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Z: 1e21,
};

const bySymbol = new Map<string, { unit: UnitRow; factor: number }>();
for (const unit of UNITS) {
  if (unit.factor === null) continue;
  if (!bySymbol.has(unit.symbol)) bySymbol.set(unit.symbol, { unit, factor: unit.factor });
  for (const prefix of unit.prefixes ?? '') {
    bySymbol.set(prefix + unit.symbol, { unit, factor: unit.factor * (PREFIX[prefix] ?? 1) });
  }
}

export interface BaseQuantity {
  readonly value: number;
  readonly high: number | null;
  readonly unit: BaseUnit;
}

/**
 * A level or share in its base unit: bytes (decimal, 1 KB = 1000 B), seconds, FLOP, count or fraction.
 * Null for factors, points, plain scores and units without one base.
 */
export function toBase(
  number: Pick<ReportedNumber, 'value' | 'high' | 'unit'>,
): BaseQuantity | null {
  const found = bySymbol.get(number.unit);
  if (!found?.unit.base) return null;
  const scale = (value: number): number => exact(value * found.factor);
  return {
    value: scale(number.value),
    high: number.high === null ? null : scale(number.high),
    unit: found.unit.base,
  };
}

/** Drops the binary dust of a product, so that 65.5 % is 0.655 and not 0.6550000000000001. */
export function exact(value: number): number {
  return Number(value.toPrecision(12));
}
