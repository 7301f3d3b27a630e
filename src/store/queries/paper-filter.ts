import { dateCondition, oneOf, textCondition } from './comparisons.js';
import type { NamedFilter, PaperFilter } from './filter-inputs.js';
import { gainCondition, resultCondition, scoreCondition } from './result-filter.js';
import { allOf, anyOf, type Condition, type Parameters } from './sql.js';

/**
 * The condition of a filter on `papers p`. Pure: the same filter gives the same SQL.
 */
export function paperCondition(
  filter: PaperFilter | null | undefined,
  parameters: Parameters,
): Condition {
  if (!filter) return 'TRUE';
  return allOf([
    mentions('method', filter.method, parameters),
    mentions('dataset', filter.dataset, parameters),
    mentions('task', filter.task, parameters),
    filter.metric ? results(`r.metric_slug = ${parameters.add(filter.metric, '::text')}`) : null,
    filter.score ? results(scoreCondition(filter.score, parameters)) : null,
    filter.gain ? results(gainCondition(filter.gain, parameters)) : null,
    filter.text ? matches(filter.text, parameters) : null,
    dateCondition('p.published_on', filter.publishedAt, parameters),
    dateCondition('p.updated_on', filter.updatedAt, parameters),
    textCondition('p.source', filter.source, parameters),
    typeof filter.hasCode === 'boolean' ? `p.has_code = ${parameters.add(filter.hasCode)}` : null,
    filter.results?.some ? results(resultCondition(filter.results.some, parameters)) : null,
    filter.results?.none
      ? `NOT ${results(resultCondition(filter.results.none, parameters))}`
      : null,
    ...(filter.and ?? []).map((part) => paperCondition(part, parameters)),
    filter.or ? anyOf(filter.or.map((part) => paperCondition(part, parameters))) : null,
    filter.not ? `NOT coalesce(${paperCondition(filter.not, parameters)}, FALSE)` : null,
  ]);
}

function results(condition: Condition): Condition {
  return `EXISTS (SELECT 1 FROM results r WHERE r.paper_id = p.id AND r.active AND ${condition})`;
}

function mentions(
  kind: string,
  filter: NamedFilter<string> | null | undefined,
  parameters: Parameters,
): Condition | null {
  if (!filter) return null;
  const conditions = allOf([
    `m.paper_id = p.id AND m.active AND m.kind = '${kind}'`,
    `m.slug = ${parameters.add(filter.slug, '::text')}`,
    oneOf('m.role', filter.roles, parameters),
  ]);
  return `EXISTS (SELECT 1 FROM mentions m WHERE ${conditions})`;
}

/** Full text in the words of a person: `"exact words" or other -without`; nothing in it is syntax that can fail. */
function matches(text: string, parameters: Parameters): Condition {
  const query = `websearch_to_tsquery('english', ${parameters.add(text, '::text')})`;
  return `EXISTS (SELECT 1 FROM documents d WHERE d.id = p.document_id AND document_vector(d.title, d.abstract) @@ ${query})`;
}
