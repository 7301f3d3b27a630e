import {
  choiceCondition,
  dateCondition,
  equals,
  isGiven,
  oneOf,
  textCondition,
} from './comparisons.js';
import type { NameFilter, PaperFilter, RelationFilter } from './filter-inputs.js';
import {
  gainCondition,
  quantityCondition,
  resultCondition,
  scoreCondition,
} from './result-filter.js';
import { allOf, anyOf, type Condition, noneOf, type Parameters } from './sql.js';

/**
 * The condition of a filter on `papers p`. Pure: the same filter gives the same SQL.
 */
export function paperCondition(
  filter: PaperFilter | null | undefined,
  parameters: Parameters,
): Condition {
  if (!filter) return 'TRUE';
  return allOf([
    named(filter.method, (has) => mentions('method', has, parameters)),
    named(filter.dataset, (has) => mentions('dataset', has, parameters)),
    named(filter.task, (has) => mentions('task', has, parameters)),
    named(filter.metric, (has) => results(choiceCondition('r.metric_slug', has, parameters))),
    filter.score ? results(scoreCondition(filter.score, parameters)) : null,
    filter.gain ? results(gainCondition(filter.gain, parameters)) : null,
    filter.text ? matches(filter.text, parameters) : null,
    textCondition('p.title', filter.title, parameters),
    textCondition('p.arxiv_id', filter.arxivId, parameters),
    textCondition('p.doi', filter.doi, parameters),
    dateCondition('p.published_on', filter.publishedAt, parameters),
    dateCondition('p.updated_on', filter.updatedAt, parameters),
    textCondition('p.source', filter.source, parameters),
    isGiven(filter.hasCode) ? `${filter.hasCode ? '' : 'NOT '}p.has_code` : null,
    equals('p.without_abstract', filter.withoutAbstract, parameters),
    related(filter.results, results, (part) => resultCondition(part, parameters)),
    related(filter.quantities, quantities, (part) => quantityCondition(part, parameters)),
    ...(filter.and ?? []).map((part) => paperCondition(part, parameters)),
    filter.or ? anyOf(filter.or.map((part) => paperCondition(part, parameters))) : null,
    filter.not ? noneOf(paperCondition(filter.not, parameters)) : null,
  ]);
}

/**
 * Counts the papers of a filter on one thing that they name or report, by the rows that say so alone; null for
 * filters on more.
 */
export function paperCount(filter: PaperFilter | null, parameters: Parameters): string | null {
  const given = Object.entries(filter ?? {}).filter(([, part]) => isGiven(part));
  const [name] = given.map(([key]) => key);
  if (!filter || given.length !== 1) return null;
  if (name === 'gain' || name === 'score') {
    const condition =
      name === 'gain'
        ? gainCondition(filter.gain, parameters)
        : scoreCondition(filter.score, parameters);
    return `SELECT count(DISTINCT r.paper_id) AS count FROM results r WHERE r.active AND ${condition}`;
  }
  if (name === 'method' || name === 'dataset' || name === 'task') {
    const part: NameFilter<string> = filter[name] ?? {};
    if (!isGiven(part.eq) || isGiven(part.ne) || part.in || part.notIn || isGiven(part.isNull))
      return null;
    return `SELECT count(DISTINCT m.paper_id) AS count FROM mentions m
      WHERE ${mentionCondition(name, part, parameters)}`;
  }
  return null;
}

type Exists = (condition: Condition) => Condition;

const results: Exists = (condition) =>
  `EXISTS (SELECT 1 FROM results r WHERE r.paper_id = p.id AND r.active AND ${condition})`;
const quantities: Exists = (condition) =>
  `EXISTS (SELECT 1 FROM quantities q WHERE q.paper_id = p.id AND q.active AND ${condition})`;

function related<Filter>(
  filter: RelationFilter<Filter> | null | undefined,
  exists: Exists,
  conditionOf: (part: Filter) => Condition,
): Condition {
  if (!filter) return 'TRUE';
  const { some, none, every } = filter;
  return allOf([
    some ? exists(conditionOf(some)) : null,
    none ? `NOT ${exists(conditionOf(none))}` : null,
    every ? `NOT ${exists(noneOf(conditionOf(every)))}` : null,
  ]);
}

/** A paper has many names of a kind: `ne` and `notIn` say that it has none of these. */
function named<Role extends string>(
  filter: NameFilter<Role> | null | undefined,
  exists: (has: NameFilter<Role>) => Condition,
): Condition {
  if (!filter) return 'TRUE';
  const { eq, ne, in: among, notIn, isNull, role } = filter;
  const has = (part: NameFilter<Role>) => exists({ ...part, role: role ?? null });
  const any = !isGiven(eq) && !isGiven(ne) && !among && !notIn && !isGiven(isNull);
  return allOf([
    isGiven(eq) ? has({ eq }) : null,
    among ? has({ in: among }) : null,
    isGiven(ne) ? `NOT ${has({ eq: ne })}` : null,
    notIn ? `NOT ${has({ in: notIn })}` : null,
    isGiven(isNull) ? `${isNull ? 'NOT ' : ''}${has({})}` : null,
    any && role ? has({}) : null,
  ]);
}

function mentions(
  kind: 'method' | 'dataset' | 'task',
  filter: NameFilter<string>,
  parameters: Parameters,
): Condition {
  return `EXISTS (SELECT 1 FROM mentions m WHERE m.paper_id = p.id AND ${mentionCondition(kind, filter, parameters)})`;
}

function mentionCondition(
  kind: 'method' | 'dataset' | 'task',
  filter: NameFilter<string>,
  parameters: Parameters,
): Condition {
  return allOf([
    `m.active AND m.kind = '${kind}'`,
    choiceCondition('m.slug', filter, parameters),
    oneOf('m.role', filter.role, parameters),
  ]);
}

/** Full text in the words of a person: `"exact words" or other -without`; nothing in it is syntax that can fail. */
function matches(text: string, parameters: Parameters): Condition {
  return `EXISTS (SELECT 1 FROM documents d WHERE d.id = p.document_id AND d.words @@ ${searchQuery(text, parameters)})`;
}

export function searchQuery(text: string, parameters: Parameters): string {
  return `websearch_to_tsquery('english', ${parameters.add(text, '::text')})`;
}
