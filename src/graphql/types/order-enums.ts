import { described } from './enums.js';

export enum SortDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
export enum NullOrder {
  FIRST = 'FIRST',
  LAST = 'LAST',
}
export enum PaperOrderField {
  PUBLISHED_AT = 'PUBLISHED_AT',
  UPDATED_AT = 'UPDATED_AT',
  STORED_AT = 'STORED_AT',
  TITLE = 'TITLE',
  RELEVANCE = 'RELEVANCE',
}
export enum ResultOrderField {
  PUBLISHED_AT = 'PUBLISHED_AT',
  READING_ORDER = 'READING_ORDER',
  VALUE = 'VALUE',
  BASE_VALUE = 'BASE_VALUE',
  COMPARABLE_VALUE = 'COMPARABLE_VALUE',
  GAIN_FACTOR = 'GAIN_FACTOR',
  CONFIDENCE = 'CONFIDENCE',
}
export enum QuantityOrderField {
  PUBLISHED_AT = 'PUBLISHED_AT',
  READING_ORDER = 'READING_ORDER',
  VALUE = 'VALUE',
}
export enum NameOrderField {
  PAPERS = 'PAPERS',
  NAME = 'NAME',
}

described(SortDirection, 'SortDirection', 'Ascending or descending.', {
  ASC: 'Smallest, earliest or first letter first.',
  DESC: 'Largest, latest or last letter first.',
});
described(NullOrder, 'NullOrder', 'Where rows without a value stand.', {
  FIRST: 'Before all others.',
  LAST: 'After all others.',
});
described(PaperOrderField, 'PaperOrderField', 'What papers are sorted by.', {
  PUBLISHED_AT: 'First date.',
  UPDATED_AT: 'Date of the newest version.',
  STORED_AT: 'When the store last took up a change to it.',
  TITLE: 'First 200 characters of the title, capitals before small letters.',
  RELEVANCE: 'How well it fits `filter.text`, which has to be given; DESC for best first.',
});
described(ResultOrderField, 'ResultOrderField', 'What results are sorted by.', {
  PUBLISHED_AT: "The paper's first date.",
  READING_ORDER: 'Place in the paper.',
  VALUE: 'The value as written.',
  BASE_VALUE: 'The value in its base unit.',
  COMPARABLE_VALUE: "The level on the metric's own scale.",
  GAIN_FACTOR: 'The claimed gain.',
  CONFIDENCE: 'How sure the reading is.',
});
described(QuantityOrderField, 'QuantityOrderField', 'What quantities are sorted by.', {
  PUBLISHED_AT: "The paper's first date.",
  READING_ORDER: 'Place in the paper.',
  VALUE: 'The value.',
});
described(NameOrderField, 'NameOrderField', 'What names are sorted by.', {
  PAPERS: 'How many papers have them.',
  NAME: 'The name, capitals before small letters.',
});
