import {
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { ClaimgraphError } from '../../domain/index.js';
import { checkText } from './variable-limits.js';

/** What the text of one query may hold, whatever it costs. */
export interface DocumentLimits {
  /** Fields below each other; a fragment adds none by itself, introspection is not counted. */
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  readonly maxRootFields: number;
  /** Entries of a list written in the query or given as a variable. */
  readonly maxList: number;
}

/**
 * Checks the operation that is about to run. The document has been validated, so its fragments form no
 * circle; each is measured once, however often it is spread.
 * @throws ClaimgraphError DEPTH_LIMIT_EXCEEDED or BAD_USER_INPUT saying which limit and what was found
 */
export function checkDocument(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: DocumentLimits,
): void {
  const measure = new DocumentMeasure(document);
  const depth = measure.depth(operation.selectionSet);
  if (depth > limits.maxDepth) {
    throw new ClaimgraphError(
      'DEPTH_LIMIT_EXCEEDED',
      `The query is ${depth} deep; ${limits.maxDepth} is the most.`,
      { detail: { depth, maximumDepth: limits.maxDepth } },
    );
  }
  const found = measure.uses(operation);
  refuseAbove('root fields', measure.rootFields(operation.selectionSet), limits.maxRootFields);
  refuseAbove('aliases', found.aliases, limits.maxAliases);
  refuseAbove('directives', found.directives, limits.maxDirectives);
  refuseAbove('entries in one list', found.longestList, limits.maxList);
}

function refuseAbove(what: string, found: number, most: number): void {
  if (found > most) {
    throw new ClaimgraphError(
      'BAD_USER_INPUT',
      `The query has ${found} ${what}; ${most} is the most.`,
    );
  }
}

/** A number that is none once it is read: GraphQL itself would take 1e999 for infinity. */
function refuseEndless(literal: string): void {
  if (!Number.isFinite(Number(literal)))
    throw new ClaimgraphError('BAD_USER_INPUT', `${literal.slice(0, 40)} is too large a number.`);
}

interface Uses {
  readonly aliases: number;
  readonly directives: number;
  readonly longestList: number;
}

class DocumentMeasure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #depths = new Map<string, number>();
  readonly #uses = new Map<string, Uses>();
  readonly #rootFields = new Map<string, number>();

  constructor(document: DocumentNode) {
    this.#fragments = new Map(
      document.definitions
        .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
  }

  depth({ selections }: SelectionSetNode): number {
    let deepest = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const introspects = selection.name.value.startsWith('__');
        const below =
          selection.selectionSet && !introspects ? this.depth(selection.selectionSet) : 0;
        deepest = Math.max(deepest, 1 + below);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        deepest = Math.max(deepest, this.depth(selection.selectionSet));
      } else {
        const { value } = selection.name;
        deepest = Math.max(
          deepest,
          this.once(value, this.#depths, (set) => this.depth(set), 0),
        );
      }
    }
    return deepest;
  }

  /** Fields at the top, those of spread fragments included; each may be a statement of its own. */
  rootFields({ selections }: SelectionSetNode): number {
    let fields = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) fields += selection.name.value === '__typename' ? 0 : 1;
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        fields += this.rootFields(selection.selectionSet);
      else {
        const { value } = selection.name;
        fields += this.once(value, this.#rootFields, (set) => this.rootFields(set), 0);
      }
    }
    return fields;
  }

  /** Counts a fragment's content once for each place that it is spread at. */
  uses(node: ASTNode): Uses {
    let aliases = 0;
    let directives = 0;
    let longestList = 0;
    visit(node, {
      Field: ({ alias }) => {
        if (alias) aliases++;
      },
      Directive: () => {
        directives++;
      },
      ListValue: ({ values }) => {
        longestList = Math.max(longestList, values.length);
      },
      StringValue: ({ value }) => checkText(value),
      FloatValue: ({ value }) => refuseEndless(value),
      IntValue: ({ value }) => refuseEndless(value),
      FragmentSpread: ({ name }) => {
        const none: Uses = { aliases: 0, directives: 0, longestList: 0 };
        const inner = this.once(name.value, this.#uses, (set) => this.uses(set), none);
        aliases += inner.aliases;
        directives += inner.directives;
        longestList = Math.max(longestList, inner.longestList);
      },
    });
    return { aliases, directives, longestList };
  }

  private once<Measured>(
    name: string,
    known: Map<string, Measured>,
    measure: (set: SelectionSetNode) => Measured,
    none: Measured,
  ): Measured {
    const before = known.get(name);
    if (before !== undefined) return before;
    const fragment = this.#fragments.get(name);
    const measured = fragment ? measure(fragment.selectionSet) : none;
    known.set(name, measured);
    return measured;
  }
}
