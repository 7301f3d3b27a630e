/** A figure of a text; `kind` is empty where neither a percentage nor a factor is written. */
export interface Figure {
  readonly written: string;
  readonly value: number;
  readonly kind: '%' | 'x' | '';
}

const SCALE: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  b: 1e9,
  billion: 1e9,
  trillion: 1e12,
};

const WORDS: Record<string, [number, Figure['kind']]> = {
  two: [2, ''],
  three: [3, ''],
  four: [4, ''],
  five: [5, ''],
  six: [6, ''],
  seven: [7, ''],
  eight: [8, ''],
  nine: [9, ''],
  ten: [10, ''],
  twelve: [12, ''],
  half: [0.5, ''],
  twice: [2, 'x'],
  doubles: [2, 'x'],
  doubled: [2, 'x'],
  twofold: [2, 'x'],
  threefold: [3, 'x'],
  tenfold: [10, 'x'],
  'order of magnitude': [10, 'x'],
};

const DIGITS =
  /(\d[\d,]*(?:\.\d+)?)(?: ?(thousand|million|billion|trillion)\b|([kmb])(?![a-z]))? ?(\\?%|percent\b|\\?times(?![a-z])|×|x(?![a-z])|-?fold\b)?/gi;
const IN_WORDS = new RegExp(`\\b(?:${Object.keys(WORDS).join('|')})\\b`, 'gi');

/** Every figure in digits or words; `36.5x`, `36.5 times` and `36.5times` are one and the same. */
export function figuresOf(text: string): Figure[] {
  const figures: Figure[] = [];
  for (const [written, digits, word, letter, unit] of text.matchAll(DIGITS)) {
    const scale = SCALE[(word ?? letter ?? '').toLowerCase()] ?? 1;
    const kind = !unit ? '' : /%|percent/i.test(unit) ? '%' : 'x';
    figures.push({ written, value: Number(digits!.replaceAll(',', '')) * scale, kind });
  }
  for (const [written] of text.matchAll(IN_WORDS)) {
    const [value, kind] = WORDS[written.toLowerCase()]!;
    figures.push({ written, value, kind });
  }
  return figures;
}

/**
 * The figures of `text` that `source` does not have. A bare figure matches any kind, since a range
 * (`1-2.7x`) writes its unit once.
 */
export function unsupportedFigures(text: string, source: string): string[] {
  const known = figuresOf(source);
  return figuresOf(text)
    .filter(
      (figure) =>
        !known.some(
          ({ value, kind }) =>
            value === figure.value && (kind === figure.kind || kind === '' || figure.kind === ''),
        ),
    )
    .map((figure) => figure.written.trim());
}
