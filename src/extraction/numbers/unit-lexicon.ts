import { UNITS } from '../../knowledge/quantity-knowledge.js';
import type { UnitRow } from '../../knowledge/rows.js';
import type { Token } from '../text/tokens.js';

const MAX_UNIT_TOKENS = 5;
const TIED_ON = /[\p{L}\d_^&]/u;
const WORDS_WITH_NO_UNIT = new Set(['time', 'mac', 'bit']);

interface UnitForm {
  readonly unit: UnitRow;
  readonly symbol: string;
}

const folded = new Map<string, UnitForm>();
const exact = new Map<string, UnitForm>();
const firstWords = new Set<string>();

for (const unit of UNITS) {
  for (const alias of unit.aliases) {
    (unit.exact ? exact : folded).set(alias, { unit, symbol: unit.symbol });
    for (const prefix of unit.prefixes ?? '') {
      folded.set(prefix.toLowerCase() + alias, { unit, symbol: prefix + unit.symbol });
    }
  }
}
for (const form of [...folded.keys(), ...exact.keys()]) {
  firstWords.add((form.match(/^[\p{L}]+|^./u)?.[0] ?? form).toLowerCase());
}

export interface FoundUnit extends UnitForm {
  /** Index of the last token of the unit. */
  readonly last: number;
}

/**
 * The unit that begins at token `at`, the longest that fits; null where there is none.
 *
 * @param glued the unit follows its number without white space (a hyphen counts as none)
 */
export function unitAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  glued: boolean,
): FoundUnit | null {
  const first = tokens[at];
  if (!first || !firstWords.has(first.lower)) return null;
  for (let length = Math.min(MAX_UNIT_TOKENS, tokens.length - at); length > 0; length--) {
    const last = tokens[at + length - 1] as Token;
    const surface = text.slice(first.start, last.end);
    const found = exact.get(surface) ?? folded.get(surface.toLowerCase());
    if (!found || (found.unit.glued && !glued) || (found.unit.spaced && glued)) continue;
    if (length === 1 && WORDS_WITH_NO_UNIT.has(surface.toLowerCase())) continue;
    const next = tokens[at + length];
    if (found.unit.id === 'point' && next?.lower.startsWith('cloud')) continue;
    if (found.unit.before && !found.unit.before.includes(next?.lower ?? '')) continue;
    // `5 m-`, `3 s_` and `H&E` begin a name or a formula.
    if (length === 1 && surface.length === 1 && next?.glued && TIED_ON.test(next.text)) continue;
    return { ...found, last: at + length - 1 };
  }
  return null;
}
