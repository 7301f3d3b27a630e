import { readJsonSource } from '../json/json-source.js';
import { isObject, type JsonObject, textAt } from '../json/values.js';
import { recordOfFields } from '../named-fields.js';
import { toItem } from '../record.js';
import type { Position, SourceAdapter, SourceItem } from '../source.js';

/** Where lists of papers keep them, when they are not a bare array. */
const ARRAYS = [
  'papers',
  'results',
  'items',
  'data',
  'records',
  'articles',
  'documents',
  'entries',
];

/** JSON lines, or one JSON array, of `{id?, title, abstract, …}`. */
export const json: SourceAdapter = {
  name: 'json',
  description: 'JSON lines or a JSON array of {id?, title, abstract, …}',
  detect: (head) => (/^\s*(?:\[\s*[{\]n]|\{)/.test(head) ? 0.4 : 0),
  read: (text) =>
    readJsonSource(text, ARRAYS, (value, { position, raw }) => {
      const papers = papersById(value);
      if (papers === null) return itemOf(value, position, raw);
      return papers.map((paper, place) =>
        itemOf(paper, { ...position, record: position.record + place }, JSON.stringify(paper)),
      );
    }),
};

function itemOf(value: JsonObject, position: Position, raw: string): SourceItem {
  const source = textAt(value, 'source') === 'sample' ? 'sample' : json.name;
  return toItem({ ...recordOfFields(value), source }, position, raw);
}

/** The papers of an object that holds them by their ids; null for an object that is a paper itself. */
function papersById(value: JsonObject): JsonObject[] | null {
  const entries = Object.entries(value);
  const isPaper = (one: unknown): one is JsonObject =>
    isObject(one) && textAt(one, 'title', 'Title', 'abstract', 'summary') !== null;
  if (entries.length === 0 || !entries.every(([, one]) => isPaper(one))) return null;
  return entries.map(([id, one]) => ({ id, ...(one as JsonObject) }));
}
