import { registerEnumType } from 'type-graphql';

/** The values are those of the domain, so that rows and filters need no translation. */
export enum Form {
  absolute = 'absolute',
  change = 'change',
  ratio = 'ratio',
  share = 'share',
}
export enum Direction {
  up = 'up',
  down = 'down',
}
export enum Bound {
  exact = 'exact',
  up_to = 'up_to',
  at_least = 'at_least',
  approx = 'approx',
}
export enum Category {
  quality = 'quality',
  speed = 'speed',
  memory = 'memory',
  compute = 'compute',
  size = 'size',
  data = 'data',
  other = 'other',
}
export enum Check {
  consistent = 'consistent',
  inconsistent = 'inconsistent',
  unchecked = 'unchecked',
}
export enum GainKind {
  points = 'points',
  relative = 'relative',
  ambiguous = 'ambiguous',
}
export enum MethodRole {
  proposed = 'proposed',
  baseline = 'baseline',
  base = 'base',
  mentioned = 'mentioned',
}
export enum DatasetRole {
  evaluated = 'evaluated',
  training = 'training',
  introduced = 'introduced',
  mentioned = 'mentioned',
}
export enum TextField {
  title = 'title',
  abstract = 'abstract',
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
    absolute: { description: 'A level: 78.4 % accuracy.' },
    change: { description: 'A difference: by how much it rose or fell, relative or additive.' },
    ratio: { description: 'A factor: 16.3x faster.' },
    share: { description: "A level as part of a reference's: 93 % of the teacher's accuracy." },
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
    up_to: { description: 'Up to, at most, less than, within.' },
    at_least: { description: 'Over, more than, at least.' },
    approx: { description: 'About, roughly, nearly.' },
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
