import { type GraphQLResolveInfo, Kind, type OperationDefinitionNode, visit } from 'graphql';
import type {
  MentionColumn,
  PaperColumn,
  ResultColumn,
  WantedFindings,
} from '../store/queries/index.js';

/** The columns that a field of a result is made of. */
const RESULT_FIELDS: Readonly<Record<string, readonly ResultColumn[]>> = {
  ...{ quote: ['quote'], span: ['field', 'start_offset', 'end_offset'] },
  ...{ value: ['value'], high: ['high'], unit: ['unit'], form: ['form'], bound: ['bound'] },
  ...{ direction: ['direction'], better: ['better'], category: ['category'] },
  ...{ metricName: ['metric'], datasetName: ['dataset'], taskName: ['task'] },
  ...{ subjectName: ['subject'], baselineName: ['baseline'], setting: ['setting'] },
  ...{ rule: ['rule'], reason: ['reason'], confidence: ['confidence'], corrected: ['corrected'] },
  ...{ baseValue: ['base_value'], baseHigh: ['base_high'], baseUnit: ['base_unit'] },
  ...{ comparableValue: ['comparable_value'], check: ['check_status'] },
  gain: ['gain_factor', 'gain_high', 'gain_kind'],
  metric: ['metric_slug', 'metric_name'],
  dataset: ['dataset_slug', 'dataset_name'],
  task: ['task_slug', 'task_name'],
  subject: ['subject_slug', 'subject_name'],
  baseline: ['baseline_slug', 'baseline_name'],
};

/** The columns that a field of a paper is made of. */
const PAPER_FIELDS: Readonly<Record<string, readonly PaperColumn[]>> = {
  ...{ abstract: ['abstract'], authors: ['authors'], url: ['url'], source: ['source'] },
  ...{ publishedAt: ['published_at'], updatedAt: ['updated_at'], storedAt: ['changed_at'] },
  ...{ arxivId: ['arxiv_id'], arxivVersion: ['arxiv_version'], doi: ['doi'] },
  ...{ openAlexId: ['openalex_id'], s2Id: ['s2_id'] },
  ...{ hasCode: ['has_code'], withoutAbstract: ['without_abstract'] },
};

/** The fields of a paper that are lists of what it names. */
const MENTION_LISTS = { methods: 'method', datasets: 'dataset', tasks: 'task' } as const;

/** The columns that a field of a mention is made of. */
const MENTION_FIELDS: Readonly<Record<string, readonly MentionColumn[]>> = {
  ...{ aliases: ['aliases'], spans: ['spans'] },
  ...{ method: ['canonical_name'], dataset: ['canonical_name'], task: ['canonical_name'] },
};

/** What has to be read for an operation: rows have many columns, and most questions are about a few. */
export interface Selection {
  /** Whether the operation selects a field of that name somewhere. */
  has(field: string): boolean;
  readonly results: readonly ResultColumn[];
  readonly papers: readonly PaperColumn[];
  readonly findings: WantedFindings;
}

const EVERYTHING: Selection = selectionOf(() => true);

/** What the operation of one request selects: everything until its first resolver has noted it. */
export class RequestSelection implements Selection {
  #noted = EVERYTHING;

  note(info: GraphQLResolveInfo): void {
    this.#noted = selectedIn(info);
  }

  has(field: string): boolean {
    return this.#noted.has(field);
  }

  get results(): Selection['results'] {
    return this.#noted.results;
  }

  get papers(): Selection['papers'] {
    return this.#noted.papers;
  }

  get findings(): Selection['findings'] {
    return this.#noted.findings;
  }
}

const known = new WeakMap<OperationDefinitionNode, Selection>();

/**
 * The fields that an operation selects, by their names alone: a name that stands for fields of several types is
 * read for all of them. Reckoned once a document, of which Apollo keeps those that are asked often.
 */
function selectedIn({ operation, fragments }: GraphQLResolveInfo): Selection {
  const before = known.get(operation);
  if (before) return before;
  const names = new Set<string>();
  for (const node of [operation, ...Object.values(fragments)]) {
    visit(node, { [Kind.FIELD]: ({ name }) => void names.add(name.value) });
  }
  const selection = selectionOf((field) => names.has(field));
  known.set(operation, selection);
  return selection;
}

function selectionOf(has: (field: string) => boolean): Selection {
  const columns = <Column>(fields: Readonly<Record<string, readonly Column[]>>): Column[] =>
    Object.entries(fields).flatMap(([field, its]) => (has(field) ? its : []));
  const lists = Object.entries(MENTION_LISTS).filter(([field]) => has(field));
  return {
    has,
    results: columns(RESULT_FIELDS),
    papers: columns(PAPER_FIELDS),
    findings: {
      kinds: lists.map(([, kind]) => kind),
      columns: columns(MENTION_FIELDS),
      links: has('links'),
    },
  };
}
