import type { OperationDefinitionNode } from 'graphql';

/** Longest variables, as JSON, that a cost is kept with. */
const MAX_VARIABLES = 2000;

interface KnownCost {
  readonly variables: string;
  readonly cost: number;
}

/**
 * What operations cost with the variables that they were asked with last. Dashboards ask the same over and over,
 * and Apollo hands out the parsed document again: an operation is forgotten together with it.
 */
export class KnownCosts {
  readonly #costs = new WeakMap<OperationDefinitionNode, KnownCost>();

  /**
   * @param reckon looks through an operation that is not known with these variables; what it throws is not kept
   * @param variables checked before, so that they can be written out
   */
  of(operation: OperationDefinitionNode, variables: unknown, reckon: () => number): number {
    const written = JSON.stringify(variables ?? {});
    const known = this.#costs.get(operation);
    if (known?.variables === written) return known.cost;
    const cost = reckon();
    if (written.length <= MAX_VARIABLES) this.#costs.set(operation, { variables: written, cost });
    return cost;
  }
}
