import { skipSpace } from './tokens.js';

/** A sentence's place in the clean text: `start` inclusive, `end` exclusive. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

// Words whose full stop ends no sentence; `al` is the one of "et al."
const ABBREVIATIONS = new Set(
  'al approx cf ca dr eg eq etc fig figs ie mr mrs no prof ref refs resp sec st tab vs viz w.r.t i.e e.g'.split(
    ' ',
  ),
);

const CANDIDATE = /[.!?;](?=["'”’)\]]*(?:\s|$))|\.(?=\p{Lu}\p{L})|\n\s*\n/gu;
const LAST_WORD_REACH = 12;
/**
 * No sentence of prose is longer; a text without ends is cut here, so that what looks at pairs of words
 * within a sentence stays linear in the text.
 */
const LONGEST = 1_500;

/** Cuts clean text into sentences; a semicolon ends one too, since no claim reaches over it. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const at = match.index;
    if (at < start || (match[0] === '.' && !endsSentence(text, at))) continue;
    let end = at + 1;
    while (end < text.length && '"\'”’)]'.includes(text[end] as string)) end++;
    push(sentences, text, start, end);
    start = end;
  }
  push(sentences, text, start, text.length);
  return sentences;
}

function endsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LAST_WORD_REACH), at);
  const word = before.slice(Math.max(before.lastIndexOf(' '), before.lastIndexOf('(')) + 1);
  if (ABBREVIATIONS.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word)) return false;
  // A glued capital (`assistant.Based`) starts a sentence only after a lower-case word: `Node.JS`, `Llama3.Instruct`.
  const next = text[at + 1];
  if (next !== undefined && !/\s/.test(next) && !/["'”’)\]]/.test(next)) {
    return (
      /^\p{Ll}{3,}$/u.test(word) && /^\p{Lu}\p{Ll}*(?:\s|$)/u.test(text.slice(at + 1, at + 24))
    );
  }
  const following = text.slice(at + 1, at + 8).trimStart()[0];
  return following === undefined || !/[\p{Ll},]/u.test(following) || word.length > 3;
}

function push(sentences: Sentence[], text: string, start: number, end: number): void {
  let from = Math.min(end, skipSpace(text, start));
  while (end - from > LONGEST) {
    const cut = text.lastIndexOf(' ', from + LONGEST);
    const stop = cut > from ? cut : from + LONGEST;
    sentences.push({ start: from, end: stop });
    from = stop;
  }
  if (from < end) sentences.push({ start: from, end });
}
