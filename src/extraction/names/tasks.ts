import type { FieldText, TaskMention } from '../../domain/index.js';
import { TASKS } from '../../knowledge/name-knowledge.js';
import { PhraseTable } from '../numbers/phrase-table.js';
import { toOriginal } from '../spans.js';
import { type Token, tokenize } from '../text/tokens.js';

const MAX_TASKS = 8;
const KNOWN = new PhraseTable<string>(
  TASKS.flatMap((row) => [row.name, ...row.aliases].map((form) => [form, row.id] as const)),
);
/** Nouns that name a task by what is done. */
const HEADS = new Set(
  (
    'classification segmentation detection recognition generation translation summarization retrieval captioning grounding ' +
    'tracking estimation forecasting prediction reconstruction synthesis restoration editing answering parsing extraction ' +
    'matching registration localization navigation manipulation planning unlearning verification completion correction ' +
    'denoising compression quantization pruning distillation alignment reasoning recommendation ranking reranking clustering ' +
    'forgetting adaptation annotation diagnosis screening simulation control grading imputation paraphrasing tagging ' +
    'identification understanding modeling'
  ).split(' '),
);
const STOP = new Set(
  (
    'the a an of for in on and or to with by from via as is are our this that these their its using such both new novel ' +
    'existing standard various different many several robust efficient effective better improved automatic accurate fast ' +
    'current each improves improve improving achieve achieving enables enable including like across between under toward ' +
    'towards into during after before how can we it not more most less high low large small end unified general based ' +
    'state art first best generic diverse all other through over than which while when further key previous traditional ' +
    'text-based challenging complex real strong good reliable stable scalable joint'
  ).split(' '),
);

interface Found {
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly field: FieldText;
  readonly score: number;
  readonly rule: string;
}

/** Finds the tasks that a paper is about: known ones, and noun phrases that end in a word for something done. */
export function readTasks(fields: readonly FieldText[]): TaskMention[] {
  const byName = new Map<string, { found: Found[]; score: number }>();
  fields.forEach((field) => {
    for (const found of tasksOf(field)) {
      const key = found.surface.toLowerCase().replace(/-/g, ' ');
      const entry = byName.get(key) ?? { found: [], score: 0 };
      entry.found.push(found);
      entry.score += found.score;
      byName.set(key, entry);
    }
  });
  const ranked = [...byName.entries()]
    .filter(([, { score }]) => score >= 1)
    .sort((a, b) => b[1].score - a[1].score || (a[0] < b[0] ? -1 : 1));
  return withoutParts(ranked)
    .slice(0, MAX_TASKS)
    .map(([, { found }]) => {
      const first = found[0] as Found;
      return {
        name: first.field.original.slice(...places(first)),
        aliases: [],
        role: 'task' as const,
        spans: found.map((one) => toOriginal(one.field, one.start, one.end)),
        rule: first.rule,
        confidence: first.rule === 'task.known' ? 0.7 : 0.5,
      };
    });
}

function places(found: Found): [number, number] {
  const span = toOriginal(found.field, found.start, found.end);
  return [span.start, span.end];
}

/** A name inside a longer one that stands more often is the same task said shortly. */
function withoutParts<T extends readonly [string, { score: number }]>(ranked: readonly T[]): T[] {
  return ranked.filter(
    ([name, { score }]) =>
      !ranked.some(
        ([other, entry]) => other !== name && other.endsWith(` ${name}`) && entry.score >= score,
      ),
  );
}

function tasksOf(field: FieldText): Found[] {
  const tokens = tokenize(field.clean);
  const title = field.field === 'title' ? 1.5 : 0;
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const known = KNOWN.startingAt(tokens, at);
    const phrase = known ? { first: known.first, last: known.last } : headPhrase(tokens, at);
    if (!phrase) continue;
    const widened = known ? { ...phrase, first: widen(tokens, phrase.first) } : phrase;
    const start = (tokens[widened.first] as Token).start;
    const end = (tokens[widened.last] as Token).end;
    const score =
      title +
      cue(tokens, widened.first, widened.last) +
      (known ? (phrase.last > phrase.first ? 1 : 0.4) : 0.5);
    found.push({
      surface: field.clean.slice(start, end),
      start,
      end,
      field,
      score,
      rule: known ? 'task.known' : 'task.head',
    });
    at = phrase.last;
  }
  return found;
}

/** A phrase that ends in a head noun and begins with one to three modifiers. */
function headPhrase(tokens: readonly Token[], at: number): { first: number; last: number } | null {
  const token = tokens[at] as Token;
  if (!HEADS.has(token.lower)) return null;
  if (tokens[at + 1]?.glued && tokens[at + 1]?.text === '-') return null;
  const first = widen(tokens, at);
  return first < at ? { first, last: at } : null;
}

const MAX_MODIFIERS = 3;

function widen(tokens: readonly Token[], first: number): number {
  let from = first;
  for (let count = 0; count < MAX_MODIFIERS && from > 0; count++) {
    const before = tokens[from - 1] as Token;
    const hyphen = before.text === '-' && before.glued;
    const word = tokens[from - (hyphen ? 2 : 1)];
    if (
      word?.kind !== 'word' ||
      STOP.has(word.lower) ||
      (/(?:ly|ed|es|ing)$/.test(word.lower) && !hyphen) ||
      (/^\p{Lu}/u.test(word.text) && from !== 1 && /\d/.test(word.text))
    )
      break;
    if (/s$/.test(word.lower) && !/(?:ss|is|us|ics|series)$/.test(word.lower)) break;
    from -= hyphen ? 2 : 1;
  }
  return from;
}

/** `for X`, `the task of X`, `X tasks`: words that say it is a task. */
function cue(tokens: readonly Token[], first: number, last: number): number {
  const before = tokens[first - 1]?.lower ?? '';
  const after = tokens[last + 1]?.lower ?? '';
  let score = 0;
  if (/^(?:tasks?|problems?|benchmarks?|performance)$/.test(after)) score += 0.7;
  if (/^(?:for|of|in|on|as|including|to|,|address|study|tackle|perform)$/.test(before))
    score += 0.3;
  return score;
}
