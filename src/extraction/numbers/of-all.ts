import type { Token } from '../text/tokens.js';

const SCALE = /^(?:[3-57]|10|100)(?:\.0+)?$/;

/** `a score of 4.1/5`, `82/100`: the best that could be given. */
export function isEndOfScale(tokens: readonly Token[], at: number): boolean {
  const [value, bar, end, next] = [-2, -1, 0, 1].map((on) => tokens[at + on]);
  if (value?.kind !== 'number' || bar?.text !== '/' || !bar.glued || !end?.glued) return false;
  if (!SCALE.test(end.text) || Number(value.text) > Number(end.text)) return false;
  const graded = value.text.includes('.') || end.text.length > 2;
  return graded && !/^(?:%|\/|x|×|percent|points?|pp|dB|ms|mm)$/.test(next?.text ?? '');
}

/** `(20/20)`: how many of all, behind the share that they are. */
export function isCountOfAll(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at - 1]?.text === '(' ? at : at - 2;
  const [open, part, bar, all, close] = [-1, 0, 1, 2, 3].map((on) => tokens[first + on]);
  if (open?.text !== '(' || bar?.text !== '/' || close?.text !== ')' || !bar.glued) return false;
  const count = [part, all].every((token) => /^\d[\d,]*$/.test(token?.text ?? ''));
  return count && toNumber(part) <= toNumber(all) && !isEndOfScale(tokens, first + 2);
}

const toNumber = (token: Token | undefined): number => Number(token?.text.replaceAll(',', ''));
