import { describe, expect, it } from 'vitest';
import { authorityOf } from '../../../src/graphql/authorise.js';

describe('authorityOf', () => {
  it.each([
    [{ authorization: 'Bearer secret' }, 'secret', 'granted'],
    [{ authorization: 'bearer   secret' }, 'secret', 'granted'],
    [{ 'x-api-key': 'secret' }, 'secret', 'granted'],
    [{ 'x-api-key': ['secret', 'other'] }, 'secret', 'granted'],
    [{ authorization: 'Bearer secre' }, 'secret', 'wrong'],
    [{ 'x-api-key': 'secret2' }, 'secret', 'wrong'],
    [{ authorization: 'Basic secret' }, 'secret', 'missing'],
    [{}, 'secret', 'missing'],
    [{ authorization: 'Bearer secret' }, null, 'off'],
  ] as const)('%o with the key %s is %s', (headers, key, authority) => {
    expect(authorityOf(headers as never, key)).toBe(authority);
  });
});
