import { METRICS } from '../../knowledge/quantity-knowledge.js';
import type { MetricRow } from '../../knowledge/rows.js';
import { PhraseTable } from '../numbers/phrase-table.js';
import type { Token } from '../text/tokens.js';

export interface MetricMention {
  readonly metric: MetricRow;
  /** As it stands in the clean text, qualifiers included. */
  readonly surface: string;
  readonly first: number;
  readonly last: number;
}

interface Form {
  readonly metric: MetricRow;
  /** As spelt, where the case decides: `AP`, `IS`, `PER`. */
  readonly exact: string | null;
}

const SHORT = 5;
/** Nouns whose name is what stands before them: "pass rate", "similarity score". */
const HEAD_NOUNS = new Set(
  'rate score ratio index coefficient distance probability efficiency quality gap time cost length size loss error errors accuracy consumption usage overhead speed performance effort tokens calls f1'.split(
    ' ',
  ),
);

const forms = new Map<string, Form[]>();
for (const metric of METRICS) {
  for (const surface of [metric.name, ...metric.aliases]) {
    const acronym = surface.length <= SHORT && /\p{Lu}/u.test(surface);
    const list = forms.get(surface.toLowerCase()) ?? [];
    list.push({ metric, exact: acronym ? surface : null });
    forms.set(surface.toLowerCase(), list);
  }
}
const TABLE = new PhraseTable<Form[]>(forms);

/** Finds the known metrics among the tokens, the longest form at each place. */
export function findMetrics(
  text: string,
  tokens: readonly Token[],
  taken: (token: Token) => boolean,
): MetricMention[] {
  const found: MetricMention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || taken(token) || tiedOn(tokens, at)) continue;
    const match = TABLE.startingAt(tokens, at);
    if (!match) continue;
    const end = (tokens[match.last] as Token).end;
    const surface = text.slice(token.start, end);
    const form =
      match.row.find((row) => row.exact === surface) ?? match.row.find((row) => !row.exact);
    if (!form || (tokens[match.last + 1]?.text === '-' && tiedTo(tokens, match.last + 1))) continue;
    const first = withQualifiers(tokens, at, match.last, found.at(-1)?.last ?? -1, taken);
    found.push({
      metric: form.metric,
      surface: text.slice((tokens[first] as Token).start, end),
      first,
      last: match.last,
    });
    at = match.last;
  }
  return found;
}

/** `CIFAR-accuracy` is no metric of its own, nor the second half of `GPT4AP`. */
function tiedOn(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.glued === true && /[\d_@^]$/.test(tokens[at - 1]?.text ?? '');
}

/** `accuracy-aware`, `time-series`: the first half of a word. */
function tiedTo(tokens: readonly Token[], hyphen: number): boolean {
  return (
    tokens[hyphen]?.glued === true &&
    tokens[hyphen + 1]?.glued === true &&
    tokens[hyphen + 1]?.kind === 'word'
  );
}

const MAX_QUALIFIERS = 2;
const NO_QUALIFIER = new Set(
  (
    'a an the its their our this that these of in on by to from with and or for at as is are was were be has have than ' +
    'over up best high higher highest low lower lowest better average mean overall total final new same absolute relative ' +
    'significant significantly strong superior state art sota respectively while both all each achieves achieve achieved ' +
    'achieving reaches reaching obtains obtaining yields improves improving improve reduces reducing reduce increases ' +
    'increase increasing decreases maintaining retaining comparable competitive similar greater fewer less more lowering ' +
    'boosting boosts cuts cutting enhances enhancing raising percent points not only using without only test points up ' +
    'percentage point many much some several'
  ).split(' '),
);

/** Takes in the words that say which rate or score it is. */
function withQualifiers(
  tokens: readonly Token[],
  first: number,
  last: number,
  floor: number,
  taken: (token: Token) => boolean,
): number {
  if (!HEAD_NOUNS.has(tokens[last]?.lower ?? '')) return first;
  let from = first;
  for (let count = 0; count < MAX_QUALIFIERS && from - 1 > floor; count++) {
    const before = tokens[from - 1] as Token;
    const hyphen = before.text === '-' && before.glued ? 1 : 0;
    const word = tokens[from - 1 - hyphen];
    if (word?.kind !== 'word' || taken(word) || NO_QUALIFIER.has(word.lower)) break;
    if (/(?:ly|ing|ed)$/.test(word.lower) && !hyphen) break;
    from -= 1 + hyphen;
  }
  return from;
}
