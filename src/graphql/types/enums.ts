import { registerEnumType } from 'type-graphql';

/** Names as GraphQL writes them; values as the domain has them, so that rows and filters need no translation. */
export enum Form {
  ABSOLUTE = 'absolute',
  CHANGE = 'change',
  RATIO = 'ratio',
  SHARE = 'share',
}
export enum Direction {
  UP = 'up',
  DOWN = 'down',
}
export enum Bound {
  EXACT = 'exact',
  UP_TO = 'up_to',
  AT_LEAST = 'at_least',
  APPROX = 'approx',
}
export enum Category {
  QUALITY = 'quality',
  SPEED = 'speed',
  MEMORY = 'memory',
  COMPUTE = 'compute',
  SIZE = 'size',
  DATA = 'data',
  OTHER = 'other',
}
export enum Check {
  CONSISTENT = 'consistent',
  INCONSISTENT = 'inconsistent',
  UNCHECKED = 'unchecked',
}
export enum GainKind {
  POINTS = 'points',
  RELATIVE = 'relative',
  AMBIGUOUS = 'ambiguous',
}
export enum MethodRole {
  PROPOSED = 'proposed',
  BASELINE = 'baseline',
  BASE = 'base',
  MENTIONED = 'mentioned',
}
export enum DatasetRole {
  EVALUATED = 'evaluated',
  TRAINING = 'training',
  INTRODUCED = 'introduced',
  MENTIONED = 'mentioned',
}
export enum TextField {
  TITLE = 'title',
  ABSTRACT = 'abstract',
}
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
  TITLE = 'TITLE',
}
export enum ResultOrderField {
  PUBLISHED_AT = 'PUBLISHED_AT',
  VALUE = 'VALUE',
  COMPARABLE_VALUE = 'COMPARABLE_VALUE',
  GAIN_FACTOR = 'GAIN_FACTOR',
  CONFIDENCE = 'CONFIDENCE',
}
export enum NameOrder {
  PAPERS = 'PAPERS',
  NAME = 'NAME',
}

registerEnumType(Form, {
  name: 'Form',
  description: 'What kind of number it is.',
  valuesConfig: {
    ABSOLUTE: { description: 'A level: 78.4 % accuracy.' },
    CHANGE: { description: 'A difference: by how much it rose or fell, relative or additive.' },
    RATIO: { description: 'A factor: 16.3x faster.' },
    SHARE: { description: "A level as part of a reference's: 93 % of the teacher's accuracy." },
  },
});
registerEnumType(Direction, {
  name: 'Direction',
  description: 'Which way the quantity named in the metric moves.',
});
registerEnumType(Bound, {
  name: 'Bound',
  description: 'How the number bounds what it states.',
  valuesConfig: {
    UP_TO: { description: 'Up to, at most, less than, within.' },
    AT_LEAST: { description: 'Over, more than, at least.' },
    APPROX: { description: 'About, roughly, nearly.' },
  },
});
registerEnumType(Category, { name: 'Category', description: 'What the number is about.' });
registerEnumType(Check, {
  name: 'Check',
  description:
    'Whether a stated difference agrees with the levels that the text gives beside it; unchecked where it gives none.',
});
registerEnumType(GainKind, {
  name: 'GainKind',
  description:
    'What a percentage on a quality score means: points, relative, or not to be told from the text.',
});
registerEnumType(MethodRole, {
  name: 'MethodRole',
  description: 'The part that a method plays in a paper.',
});
registerEnumType(DatasetRole, {
  name: 'DatasetRole',
  description: 'The part that a data set plays in a paper.',
});
registerEnumType(TextField, {
  name: 'TextField',
  description: 'A part of the paper that is read.',
});
registerEnumType(SortDirection, { name: 'SortDirection', description: 'Ascending or descending.' });
registerEnumType(NullOrder, {
  name: 'NullOrder',
  description: 'Where rows without a value stand.',
});
registerEnumType(PaperOrderField, {
  name: 'PaperOrderField',
  description: 'What papers are sorted by.',
});
registerEnumType(ResultOrderField, {
  name: 'ResultOrderField',
  description: 'What results are sorted by.',
});
registerEnumType(NameOrder, {
  name: 'NameOrder',
  description: 'What names are sorted by: how many papers have them, or the name.',
});
