import { expect } from 'vitest';
import { ERROR_CODES } from '../../src/domain/index.js';
import { type Answer, ask } from './ask.js';
import type { TestServer } from './server.js';

/** Milliseconds in which anything is answered or refused. */
const MOST = 1000;

/**
 * Sends something hostile. It has to be answered or refused within a second with codes of the closed list
 * and without a fault of ours, and another client has to be served meanwhile. A busy machine can make any
 * request slow once: what is slow is sent again, an attack that works is slow every time.
 */
export async function attack(server: TestServer, send: () => Promise<Answer>): Promise<Answer> {
  let [answer, bystander] = await Promise.all([send(), ask(server, '{ __typename }')]);
  for (let retries = 4; retries > 0 && slowest(answer, bystander) > MOST; retries--) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    [answer, bystander] = await Promise.all([send(), ask(server, '{ __typename }')]);
  }
  expect(slowest(answer, bystander)).toBeLessThan(MOST);
  expect(bystander.data).toEqual({ __typename: 'Query' });
  expect(server.isRunning()).toBe(true);
  for (const code of answer.codes) expect(ERROR_CODES).toContain(code);
  expect(answer.codes).not.toContain('INTERNAL_SERVER_ERROR');
  expect(answer.status).not.toBe(500);
  expect(answer.text).not.toMatch(/node_modules|\bat .*:\d+:\d+|stacktrace/);
  return answer;
}

function slowest(...answers: readonly Answer[]): number {
  return Math.max(...answers.map(({ milliseconds }) => milliseconds));
}
