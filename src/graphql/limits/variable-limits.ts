import { ClaimgraphError } from '../../domain/index.js';

export interface VariableLimits {
  /** Entries of one list. */
  readonly maxList: number;
  /** Lists and objects inside each other. */
  readonly maxInputDepth: number;
}

/**
 * Looks through the variables before they are coerced: coercion goes down as deep as they do. It holds what
 * is left to look at in a list of its own, so that no depth can end the stack.
 * @throws ClaimgraphError BAD_USER_INPUT saying which limit
 */
export function checkVariables(variables: unknown, limits: VariableLimits): void {
  const left: { readonly value: unknown; readonly depth: number }[] = [
    { value: variables, depth: 0 },
  ];
  for (let item = left.pop(); item; item = left.pop()) {
    const { value, depth } = item;
    if (typeof value === 'string') checkText(value);
    if (typeof value !== 'object' || value === null) continue;
    if (depth > limits.maxInputDepth) {
      throw bad(`The variables are nested deeper than ${limits.maxInputDepth}.`);
    }
    if (Array.isArray(value) && value.length > limits.maxList) {
      throw bad(
        `A list in the variables has ${value.length} entries; ${limits.maxList} is the most.`,
      );
    }
    for (const inner of Object.values(value)) left.push({ value: inner, depth: depth + 1 });
  }
}

/** @throws ClaimgraphError BAD_USER_INPUT for a NUL character, which no text in Postgres can hold */
export function checkText(text: string): void {
  if (text.includes('\0')) throw bad('A text may not hold a NUL character.');
}

function bad(message: string): ClaimgraphError {
  return new ClaimgraphError('BAD_USER_INPUT', message);
}
