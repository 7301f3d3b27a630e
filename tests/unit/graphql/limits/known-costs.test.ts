import { type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { KnownCosts } from '../../../../src/graphql/limits/known-costs.js';

const operationOf = (query: string) => parse(query).definitions[0] as OperationDefinitionNode;

/** Costs of an operation, and how often they were reckoned. */
function counting() {
  const known = new KnownCosts();
  let times = 0;
  const of = (operation: OperationDefinitionNode, variables: unknown, cost: number) =>
    known.of(operation, variables, () => {
      times++;
      return cost;
    });
  return { known, of, times: () => times };
}

describe('known costs', () => {
  it('are reckoned once for the same operation and variables', () => {
    const { of, times } = counting();
    const operation = operationOf('{ a }');
    expect([of(operation, { n: 1 }, 5), of(operation, { n: 1 }, 6)]).toEqual([5, 5]);
    expect(times()).toBe(1);
  });

  it('are reckoned for other variables and for another operation', () => {
    const { of } = counting();
    const operation = operationOf('{ a }');
    expect([of(operation, { n: 1 }, 5), of(operation, { n: 2 }, 6)]).toEqual([5, 6]);
    expect(of(operationOf('{ a }'), { n: 2 }, 7)).toBe(7);
  });

  it('are not kept with long variables, nor where the operation was refused', () => {
    const { known, of } = counting();
    const operation = operationOf('{ a }');
    const long = { text: 'x'.repeat(3000) };
    expect([of(operation, long, 5), of(operation, long, 6)]).toEqual([5, 6]);
    const refuse = () => {
      throw new Error('too deep');
    };
    expect(() => known.of(operation, undefined, refuse)).toThrow('too deep');
    expect(() => known.of(operation, undefined, refuse)).toThrow('too deep');
  });
});
