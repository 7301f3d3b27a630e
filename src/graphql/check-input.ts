import { ClaimgraphError } from '../domain/index.js';
import { checkRange } from './check-ranges.js';

const MAX_NESTING = 5;
const MAX_LIST = 100;
const MAX_TEXT = 256;
/** Parts of a filter that hold a whole filter again. */
const NESTING = new Set(['and', 'or', 'not', 'some', 'none', 'every', 'paper']);

/**
 * Bounds what a filter may hold: filters nested 5 deep, lists of 100 entries, texts of 256 characters. Refuses
 * what can only be a slip: limits that nothing meets, a search with a quote that is not closed.
 * @throws ClaimgraphError naming the bound or the slip
 */
export function checkInput(input: unknown, depth = 1): void {
  if (depth > MAX_NESTING) throw bad(`Filters may be nested ${MAX_NESTING} deep.`);
  if (typeof input === 'string') checkText(input);
  else if (Array.isArray(input)) {
    if (input.length > MAX_LIST) throw bad(`A list in a filter may have ${MAX_LIST} entries.`);
    for (const entry of input) checkInput(entry, depth);
  } else if (typeof input === 'object' && input !== null) {
    for (const [name, value] of Object.entries(input)) {
      if (value !== null && value !== undefined) {
        if (name === 'text' && typeof value === 'string') checkQuotes(value);
        if (typeof value === 'object') checkRange(name, value as Record<string, unknown>);
        checkInput(value, NESTING.has(name) ? depth + 1 : depth);
      }
    }
  }
}

/** @throws ClaimgraphError for a text that is too long or that no text in the store can equal */
export function checkText(text: string): void {
  if (text.length > MAX_TEXT)
    throw bad(`A text in a filter or a name may have ${MAX_TEXT} characters.`);
  if (text.includes('\0') || !text.isWellFormed())
    throw bad('A text in a filter may hold neither NUL nor half of a surrogate pair.');
}

/** `"exact words"` is searched for as it stands; with a quote left open, what was meant is not known. */
function checkQuotes(text: string): void {
  if (text.split('"').length % 2 === 0)
    throw bad(`A quote is not closed in the search for ${text.slice(0, 60)} .`);
}

function bad(message: string): ClaimgraphError {
  return new ClaimgraphError('BAD_USER_INPUT', message);
}
