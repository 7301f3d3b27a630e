import { taskWords } from '../../../knowledge/name-knowledge.js';
import type { Chunk } from '../chunks.js';
import { isProposing } from '../proposals.js';
import type { Place, TaskEntry } from './rank-tasks.js';

/** What tells whether a phrase is a task of the paper; each is 0 or 1, `again` a count. */
export type TaskFeature =
  | 'bias'
  | 'titleFor'
  | 'title'
  | 'titleHead'
  | 'titleMeans'
  | 'again'
  | 'after'
  | 'before'
  | 'taskList'
  | 'problem'
  | 'problemWithin'
  | 'technique'
  | 'techniqueWithin'
  | 'field'
  | 'fieldWithin'
  | 'tail'
  | 'of'
  | 'gerund'
  | 'gerundTitle'
  | 'weakHead'
  | 'strongHead'
  | 'subject'
  | 'proposal'
  | 'single'
  | 'techniqueSingle'
  | 'long'
  | 'background'
  | 'results'
  | 'part'
  | 'whole'
  | 'capitals';

const CUE_AFTER = taskWords('cue.after');
const CUE_BEFORE = taskWords('cue.before');
const RESULT_WORDS = taskWords('cue.results');
const TITLE_MEANS = taskWords('title.means');
const STRONG_HEADS = taskWords('head.strong');
const WEAK_HEADS = taskWords('head.weak');
const SUBJECT_VERBS = taskWords('subject.verb');
const SENTENCE_REACH = 30;
const MAX_AGAIN = 4;
const MAX_WORDS = 4;

/** The keys of all tasks of a paper, and all that they end in: `detection` of `object detection`. */
export interface TaskKeys {
  readonly whole: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
}

/** Every shorter phrase that a task's key ends in. */
export function endsOf(key: string): string[] {
  const words = key.split(' ');
  return words.slice(1).map((_, at) => words.slice(at + 1).join(' '));
}

/** The features of one task, absent ones left out. */
export function taskFeatures(entry: TaskEntry, keys: TaskKeys): Map<TaskFeature, number> {
  const { key, row, places } = entry;
  const found = new Map<TaskFeature, number>([['bias', 1]]);
  const set = (feature: TaskFeature, holds: boolean): void => {
    if (holds) found.set(feature, 1);
  };
  const words = key.split(' ');
  const inAbstract = places.filter(({ field }) => field.field === 'abstract');
  for (const place of places) {
    const stand = titleStand(place);
    if (stand) found.set(stand, 1);
  }
  if (places.length > 1) found.set('again', Math.min(MAX_AGAIN, places.length - 1));
  set('after', places.some(cueAfter));
  set('before', inAbstract.some(cueBefore));
  set(
    'taskList',
    inAbstract.some(({ chunks, phrase }) => inTaskList(chunks, phrase.from)),
  );
  if (row) {
    const whole = [row.name, ...row.aliases].some((form) => form.length >= key.length - 1);
    set(whole ? row.kind : `${row.kind}Within`, true);
  } else {
    set('weakHead', WEAK_HEADS.has(words.at(-1) as string));
    set('strongHead', STRONG_HEADS.has(words.at(-1) as string));
  }
  set(
    'tail',
    places.every(({ phrase }) => phrase.shape === 'tail'),
  );
  set(
    'of',
    places.some(({ phrase }) => phrase.shape === 'of'),
  );
  set(
    'gerund',
    places.some(({ phrase }) => phrase.shape === 'gerund'),
  );
  set(
    'gerundTitle',
    places.some(({ phrase, field }) => phrase.shape === 'gerund' && field.field === 'title'),
  );
  set('subject', inAbstract.some(isSubject));
  set('proposal', inAbstract.some(inProposal));
  set('single', words.length === 1);
  const untitled = places.length === inAbstract.length;
  set('techniqueSingle', words.length === 1 && untitled && row?.kind === 'technique');
  set('long', words.length > MAX_WORDS);
  set('background', places.length === inAbstract.length && inAbstract.every(inBackground));
  set('results', inAbstract.some(inResults));
  set('part', keys.ends.has(key));
  set(
    'whole',
    endsOf(key).some((end) => keys.whole.has(end)),
  );
  set('capitals', inAbstract.length > 0 && inAbstract.every(inCapitals));
  return found;
}

/** In a title, what stands after "for" is the task, after "via" the means. */
function titleStand({ field, chunks, phrase }: Place): TaskFeature | null {
  if (field.field !== 'title') return null;
  for (let at = phrase.from - 1; at >= 0; at--) {
    const { lower, after } = chunks[at] as Chunk;
    if (after.includes(':')) break;
    if (lower === 'for') return 'titleFor';
    if (TITLE_MEANS.has(lower)) return 'titleMeans';
  }
  const colon = chunks.findIndex(({ after }) => after.includes(':'));
  return phrase.to <= colon ? 'titleHead' : 'title';
}

/** `Image denoising is …`: what a sentence begins with. */
function isSubject({ chunks, phrase }: Place): boolean {
  const next = chunks[phrase.to];
  return (
    (chunks[phrase.from] as Chunk).first && next !== undefined && SUBJECT_VERBS.has(next.lower)
  );
}

const END = /[.!?]/;
function endsSentence({ after }: Chunk): boolean {
  return after !== '' && END.test(after);
}

/** `we propose … for X`: what the sentence of the proposal is about. */
function inProposal({ chunks, phrase }: Place): boolean {
  for (let at = phrase.from - 1; at >= Math.max(0, phrase.from - SENTENCE_REACH); at--) {
    if (endsSentence(chunks[at] as Chunk)) return false;
    if (isProposing(chunks, at)) return true;
  }
  return false;
}

/** `X tasks`. */
function cueAfter({ chunks, phrase }: Place): boolean {
  const after = chunks[phrase.to];
  return (
    after !== undefined &&
    (chunks[phrase.to - 1] as Chunk).after === '' &&
    CUE_AFTER.has(after.lower)
  );
}

/** `for X`. */
function cueBefore({ chunks, phrase }: Place): boolean {
  const before = chunks[phrase.from - 1];
  return before !== undefined && before.after === '' && CUE_BEFORE.has(before.lower);
}

function inBackground({ ownPart, start }: Place): boolean {
  return start < ownPart;
}

function inCapitals({ chunks, phrase }: Place): boolean {
  return chunks.slice(phrase.from, phrase.to).every(({ text }) => /^[\p{Lu}\d]/u.test(text));
}

/** Its sentence speaks of results: `outperforms … on X`. */
function inResults({ chunks, phrase }: Place): boolean {
  for (let at = phrase.from - 1; at >= Math.max(0, phrase.from - SENTENCE_REACH); at--) {
    const chunk = chunks[at] as Chunk;
    const { lower } = chunk;
    if (endsSentence(chunk)) return false;
    if (RESULT_WORDS.has(lower)) return true;
  }
  return false;
}

const LIST_REACH = 24;
const LIST_NOUNS = taskWords('list.noun');
const LIST_OPENERS = taskWords('list.opener');

/** `tasks such as A, B and C`, `tasks (A, B)`: every member, as far as the sentence goes. */
function inTaskList(chunks: readonly Chunk[], from: number): boolean {
  let opened = false;
  for (let at = from - 1; at >= Math.max(0, from - LIST_REACH); at--) {
    const chunk = chunks[at] as Chunk;
    if (chunk.after.includes(';') || endsSentence(chunk)) return false;
    if (LIST_NOUNS.has(chunk.lower))
      return opened || chunk.after.includes(':') || (chunks[at + 1]?.before ?? '').includes('(');
    opened ||= LIST_OPENERS.has(chunk.lower);
  }
  return false;
}
