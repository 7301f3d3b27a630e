import { readJsonSource } from '../json/json-source.js';
import { textAt } from '../json/values.js';
import { recordOfFields } from '../named-fields.js';
import { toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';

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
      const source = textAt(value, 'source') === 'sample' ? 'sample' : json.name;
      return toItem({ ...recordOfFields(value), source }, position, raw);
    }),
};
