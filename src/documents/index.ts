import type { Document, Field, FieldText } from '../domain/index.js';
import { cleanText } from './clean.js';

/** Makes the document of a paper; a part that the paper lacks is empty. */
export function toDocument(title: string | null, abstract: string | null): Document {
  return { title: toField('title', title), abstract: toField('abstract', abstract) };
}

function toField(field: Field, text: string | null): FieldText {
  const original = text ?? '';
  return { field, original, ...cleanText(original) };
}
