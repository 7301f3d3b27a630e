import { nameWords } from '../../knowledge/name-knowledge.js';
import type { Chunk } from './chunks.js';

const NOUNS = nameWords('campaign.noun');
// Articles, pronouns and auxiliaries are as short.
const SMALL = /^\p{Ll}{1,3}$/u;
const WITHIN = /^(?:and|for|of|on|in)$/;
const YEAR = /^(?:19|20)\d\d$/;
const MAX_WORDS = 9;

/** Where a competition's name ends that begins at a chunk: `HARBOR 2031 Night Image Denoising Challenge`; null where none begins. */
export function campaignEnd(chunks: readonly Chunk[], at: number): number | null {
  const [first, year] = [chunks[at] as Chunk, chunks[at + 1]];
  if (year?.lower === 'task') return taskEnd(chunks, at);
  // Asked at every chunk, so that the pattern comes second.
  if (year?.text.length !== 4 || !YEAR.test(year.text)) return null;
  if (!/^\p{Lu}.*\p{Lu}/u.test(first.text) || first.after !== '' || year.before !== '') return null;
  let end: number | null = null;
  for (let to = at + 2; to < Math.min(chunks.length, at + MAX_WORDS); to++) {
    const { lower, before } = chunks[to] as Chunk;
    if ((chunks[to - 1] as Chunk).after !== '' || before !== '') break;
    if (SMALL.test(lower) && !WITHIN.test(lower)) break;
    if (NOUNS.has(lower)) end = to + 1;
  }
  return end;
}

/** `HarborEval-2031 Task 8`: a task of a campaign with its number. */
function taskEnd(chunks: readonly Chunk[], at: number): number | null {
  const [campaign, task, number] = [chunks[at], chunks[at + 1], chunks[at + 2]];
  const tight = campaign?.after === '' && task?.after === '' && number?.before === '';
  const numbered = /^(?:\d{1,2}|\p{Lu})$/u.test(number?.text ?? '');
  return tight && numbered && /^\p{Lu}.*-(?:19|20)\d\d$/u.test(campaign.text) ? at + 3 : null;
}
