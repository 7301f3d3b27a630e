import { singular } from '../numbers/phrase-table.js';
import type { MetricMention } from './metric-lexicon.js';

const GENERIC =
  /^(?:the|an?|overall|average|averaged|mean|total|final|best|new|state-of-the-art|most|highest|higher|lower|lowest|absolute|relative)\s+(?=\S)/i;
// Counted nouns that an index gives in the plural.
const PLURAL_NAMES =
  /(?:^| )(?:parameters|tokens|steps|labels|samples|examples|queries|calls|flops|macs|ms|gpus|params)$/i;

// `ρ`, `r`, `τ-b`: signs for what the row names.
const SYMBOL = /^(?:\p{L}|rho|tau)(?:-\p{L})?$/u;

/** As an index would use it: what the text says, in lower case unless an acronym, in the singular. */
export function metricName({ metric, surface }: MetricMention): string {
  if (/^area under/i.test(surface) || singular(surface) === singular(metric.name))
    return metric.name;
  // Other words for speed (`acceleration`) and brands of memory (`HBM`) go under the row's own name.
  const other = metric.category === 'speed' || /^\p{Lu}/u.test(surface);
  if (other && metric.category !== 'quality' && !metric.head && !sharesWord(surface, metric.name))
    return metric.name;
  if (metric.id === 'accuracy' && /^accs?$/i.test(surface)) return metric.name;
  if (SYMBOL.test(surface)) return metric.name;
  if (surface.replace(/[\s_-]/g, '').toLowerCase() === metric.name.toLowerCase())
    return metric.name;
  const plain = withoutGeneric(surface, [metric.name, ...metric.aliases]);
  if (metric.name !== plain && !metric.aliases.includes(plain)) return tidyName(plain);
  // `identity switches`: things counted, as the row's own name.
  return metric.name.endsWith('s') ? plain : singularName(plain);
}

/** Drops words that rank or average, as far as no known name begins with them: `mean absolute error`. */
function withoutGeneric(surface: string, known: readonly string[]): string {
  let plain = surface;
  while (GENERIC.test(plain) && !known.some((form) => form.toLowerCase() === plain.toLowerCase()))
    plain = plain.replace(GENERIC, '');
  return plain;
}

function sharesWord(a: string, b: string): boolean {
  const words = new Set(
    b
      .toLowerCase()
      .split(/[\s-]+/)
      .map(singular),
  );
  return a
    .toLowerCase()
    .split(/[\s-]+/)
    .some((word) => words.has(singular(word)));
}

/** Drops words that rank or average, folds the case of all that is no acronym, takes the singular. */
export function tidyName(surface: string): string {
  return singularName(foldedName(surface));
}

/** As `tidyName`, in the number in which it stands: things counted are named in the plural. */
export function foldedName(surface: string): string {
  const plain = withoutGeneric(surface.replace(/\s+/g, ' '), []);
  const folded = plain
    .split(' ')
    .map((word) => (/\p{Lu}.*\p{Lu}|\p{Lu}\d|[\d@]/u.test(word) ? word : word.toLowerCase()))
    .join(' ');
  return folded;
}

function singularName(name: string): string {
  if (PLURAL_NAMES.test(name)) return name;
  const at = name.lastIndexOf(' ') + 1;
  return name.slice(0, at) + singular(name.slice(at));
}
