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
export enum BaseUnit {
  BYTES = 'bytes',
  SECONDS = 'seconds',
  FLOP = 'FLOP',
  COUNT = 'count',
  FRACTION = 'fraction',
}
export enum Better {
  HIGHER = 'higher',
  LOWER = 'lower',
}
export enum Scale {
  FRACTION = 'fraction',
  PERCENT = 'percent',
  ABSOLUTE = 'absolute',
}
export enum QuantityKind {
  PARAMETERS = 'parameters',
  DATASET_SIZE = 'dataset size',
  TRAINING_DATA = 'training data',
  HARDWARE = 'hardware',
  DURATION = 'duration',
  COUNT = 'count',
  SEQUENCE_LENGTH = 'sequence length',
  BITS = 'bits',
  OTHER = 'other',
}
export enum LinkKind {
  CODE = 'code',
  PROJECT = 'project',
  DEMO = 'demo',
  DATA = 'data',
  OTHER = 'other',
}
export enum NameKind {
  METHOD = 'method',
  DATASET = 'dataset',
  TASK = 'task',
  METRIC = 'metric',
}

function described<E extends Readonly<Record<string, string>>>(
  enumeration: E,
  name: string,
  description: string,
  values: Readonly<Record<keyof E, string>>,
): void {
  const valuesConfig = Object.fromEntries(
    Object.entries(values).map(([value, text]) => [value, { description: text as string }]),
  );
  registerEnumType(enumeration, { name, description, valuesConfig: valuesConfig as never });
}

described(Form, 'Form', 'What kind of number it is.', {
  ABSOLUTE: 'A level: 78.4 % accuracy.',
  CHANGE: 'A difference: by how much it rose or fell, relative or additive.',
  RATIO: 'A factor: 16.3x faster.',
  SHARE: "A level as part of a reference's: 93 % of the teacher's accuracy.",
});
described(Direction, 'Direction', 'Which way the quantity named in the metric moves.', {
  UP: 'It rises.',
  DOWN: 'It falls.',
});
described(Bound, 'Bound', 'How the number bounds what it states.', {
  EXACT: 'The number itself.',
  UP_TO: 'Up to, at most, less than, within.',
  AT_LEAST: 'Over, more than, at least.',
  APPROX: 'About, roughly, nearly.',
});
described(Category, 'Category', 'What the number is about.', {
  QUALITY: 'How good: accuracy, error, preference.',
  SPEED: 'How fast: latency, throughput, training time.',
  MEMORY: 'How much is held: GPU memory, storage, cache.',
  COMPUTE: 'How much is computed or paid: FLOPs, energy, cost.',
  SIZE: 'How large: parameters, model size, context.',
  DATA: 'How much is learnt from: samples, labels.',
  OTHER: 'Anything else.',
});
described(
  Check,
  'Check',
  'Whether a stated difference agrees with the levels that the text gives beside it.',
  {
    CONSISTENT: 'It does.',
    INCONSISTENT: 'It does not.',
    UNCHECKED: 'The text does not give both levels.',
  },
);
described(GainKind, 'GainKind', 'What a percentage on a quality score means.', {
  POINTS: 'Percentage points: 67.8 to 69.5 is 1.7.',
  RELATIVE: 'Relative: 67.8 to 69.5 is 2.5 %.',
  AMBIGUOUS: 'The text does not say which.',
});
described(MethodRole, 'MethodRole', 'The part that a method plays in a paper.', {
  PROPOSED: "The paper's own.",
  BASELINE: 'What it is compared against.',
  BASE: 'What it is built on.',
  MENTIONED: 'Named otherwise.',
});
described(DatasetRole, 'DatasetRole', 'The part that a data set plays in a paper.', {
  EVALUATED: 'Numbers are measured on it.',
  TRAINING: 'Trained on.',
  INTRODUCED: "The paper's own.",
  MENTIONED: 'Named otherwise.',
});
described(TextField, 'TextField', 'A part of the paper that is read.', {
  TITLE: 'The title.',
  ABSTRACT: 'The abstract.',
});
described(BaseUnit, 'BaseUnit', 'The unit that values of one dimension are brought to.', {
  BYTES: 'Bytes; 1 KB is 1000.',
  SECONDS: 'Seconds.',
  FLOP: 'Floating-point operations.',
  COUNT: 'Pieces: parameters, tokens, images.',
  FRACTION: 'Fractions: 65.5 % is 0.655.',
});
described(Better, 'Better', 'Which way a metric is better.', {
  HIGHER: 'More is better.',
  LOWER: 'Less is better.',
});
described(Scale, 'Scale', 'The scale on which levels of a metric are compared.', {
  FRACTION: '0 to 1: 0.85 and 85 % are one.',
  PERCENT: '0 to 100.',
  ABSOLUTE: 'As it stands.',
});
described(QuantityKind, 'QuantityKind', 'What a quantity measures or counts.', {
  PARAMETERS: 'Size of a model.',
  DATASET_SIZE: 'Size of a data set.',
  TRAINING_DATA: 'Data trained on.',
  HARDWARE: 'Devices.',
  DURATION: 'Time.',
  COUNT: 'Anything counted.',
  SEQUENCE_LENGTH: 'Length of sequences or contexts.',
  BITS: 'Precision of numbers.',
  OTHER: 'Anything else.',
});
described(LinkKind, 'LinkKind', 'What an address leads to.', {
  CODE: 'A code repository.',
  PROJECT: 'A project page.',
  DEMO: 'A demonstration.',
  DATA: 'Data or weights.',
  OTHER: 'Anything else.',
});
described(NameKind, 'NameKind', 'The four kinds of canonical things.', {
  METHOD: 'Methods, models, systems, algorithms.',
  DATASET: 'Data sets and benchmarks.',
  TASK: 'Tasks.',
  METRIC: 'Metrics.',
});

export { described };
