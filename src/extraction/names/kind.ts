import { nameWords, taskWords } from '../../knowledge/name-knowledge.js';
import { METRICS } from '../../knowledge/quantity-knowledge.js';
import { cuesOf } from './cues.js';
import { bearsModelSize, datasetVotes } from './dataset-votes.js';
import type { Entity } from './entities.js';
import { fold, type NameKind } from './known-names.js';

const METRIC_FORMS = new Set(
  METRICS.flatMap((metric) => [metric.name, ...metric.aliases]).filter((form) =>
    /\p{Lu}|\d/u.test(form),
  ),
);
const FOLDED_METRIC_FORMS = new Set([...METRIC_FORMS].map(fold));
// `mAP0.50`, `AP50b`: at which overlap it is measured.
const THRESHOLD = /(?<=P)[@_-]?\d+(?:\.\d+)?\p{Ll}?$/u;
const NO_METHOD_HEADS = nameWords('phrase.no-method-head');
const TASK_HEADS = taskWords('head');
const GENERIC_HEADS = nameWords('phrase.generic-head');
const DATASET_PARTS = [...nameWords('name.dataset-part')];
/** Votes that such an ending is worth. */
const DATASET_NAME = 2.6;
const NUMBERED_PARTS = nameWords('name.numbered-part');
const BUILT_HEADS = nameWords('phrase.built-head');
/** Votes from which a phrase with such a head and a short form is a name. */
const BUILT = 3;
/** Votes by which the other kind must lead for a known name to change its own. */
const OTHER_KIND_LEAD = 4;
/** Votes that a known name needs which is an ordinary word as well. */
const CAUTIOUS = 1.3;
/** Votes for "the paper's own" from which a name needs no more. */
const OWN = 1.5;

/** Votes for it from which even a field's own words are its name: `we propose Conformal Prediction`. */
const OUTRIGHT = 2.5;

/** Words from which a phrase that names what is done may be a method that the paper proposes. */
const OWN_WORDS = 3;

/** Votes that a form needs before it counts as a name. */
const NEEDED = {
  strong: 0.3,
  strongAgain: -1,
  proposed: 1,
  longFormInCapitals: 0.5,
  longForm: 2.4,
  acronym: 2,
  acronymAgain: 1.5,
  phrase: 2.4,
  phraseAgain: 1.8,
  capital: 2.6,
  capitalAgain: 2,
  plural: 0.8,
};

/** What an entity is; null for what is no name of a data set or a method. */
export function kindOf(entity: Entity): NameKind | null {
  const { method, known, titular } = entity;
  const forms = [...entity.forms.keys()];
  const own = (entity.roles.get('proposed') ?? 0) >= OWN;
  // `our FIDS` is no FIDs.
  const isMetric = (form: string): boolean =>
    own ? METRIC_FORMS.has(form) : FOLDED_METRIC_FORMS.has(fold(form.replace(THRESHOLD, '')));
  if (!titular && forms.some(isMetric)) return null;
  if (known) return knownKind(entity, known);
  if (forms.some(isNoMethod) || forms.some(isNumberedPart)) return null;
  const dataset = datasetVotes(entity);
  const headed = entity.rules.has('dataset.head') || entity.rules.has('dataset.list-head');
  const named = isQuality(entity) || !forms.some(bearsDatasetName) ? 0 : DATASET_NAME;
  const proposed = entity.roles.get('proposed') ?? 0;
  // Proposing says nothing of the kind.
  if (titular)
    return (headed || named > 0) && dataset + named >= method - proposed ? 'dataset' : 'method';
  if (forms.some(isOrdinary) || abbreviatesTask(entity, proposed)) return null;
  if (proposed < OUTRIGHT && !headed && forms.some(isGenericPhrase) && !isBuilt(entity, forms))
    return null;
  // `a gain of 3% in mRec`: neither kind.
  if (named === 0 && method <= 0 && dataset < entity.dataset) return null;
  if (Math.max(dataset + named, method) < needed(entity, proposed)) return null;
  if (!headed && forms.some(bearsModelSize)) return 'method';
  if (dataset + named > (named > 0 ? method - proposed : method)) return 'dataset';
  return headed && dataset >= method - proposed ? 'dataset' : 'method';
}

function knownKind(
  { dataset, method, cautious, titular }: Entity,
  known: NameKind,
): NameKind | null {
  const [own, other] = known === 'dataset' ? [dataset, method] : [method, dataset];
  if (other >= own + OTHER_KIND_LEAD) return known === 'dataset' ? 'method' : 'dataset';
  return cautious && own < CAUTIOUS && !titular ? null : known;
}

/** `image quality assessment (IQA)` asks no questions, nor does `Owl-IQA`. */
function isQuality({ longForm, forms }: Entity): boolean {
  return (
    /assessment$/i.test(longForm ?? '') || [...forms.keys()].some((form) => /-IQA$/.test(form))
  );
}

// `Lark-Preference-50k`: how many samples it has.
const SAMPLE_COUNT = /-\d+(?:\.\d+)?[kK]$/;

/** `QuillBench`, `KiteQA`: ends as the names of data sets do. */
function bearsDatasetName(form: string): boolean {
  if (SAMPLE_COUNT.test(form)) return true;
  // `Harbor Corpus V2`
  const words = form.split(' ');
  const head = words.at(/^[vV]?\d/.test(words.at(-1) ?? '') ? -2 : -1) ?? '';
  if (words.length > 1 && isHeadInCapitals(head)) return true;
  const lower = form.toLowerCase();
  return DATASET_PARTS.some((part) => {
    const at = form.length - part.length;
    // `retrieval` is no evaluation, nor `LQA` a set of questions.
    const begins = /\p{Lu}/u.test(form[at] ?? '') || /[-_ ]/.test(form[at - 1] ?? '');
    return at > 1 && lower.endsWith(part) && begins;
  });
}

function isHeadInCapitals(word: string): boolean {
  return (
    /^\p{Lu}\p{Ll}/u.test(word) &&
    cuesOf('head', word.toLowerCase()).some(({ id }) => id === 'dataset.head')
  );
}

/** "Large Language Models", "Machine Learning": a field's words with capitals. */
function isGenericPhrase(form: string): boolean {
  const words = form.split(/[ -]/);
  return words.length > 1 && GENERIC_HEADS.has(words.at(-1) as string);
}

/** `Pose Residual Network (PRN)`: the words that a field's kind of network has in front say that it is one of its own. */
function isBuilt({ method, longForm, rules }: Entity, forms: readonly string[]): boolean {
  if (method < BUILT || longForm === null || !/^\p{Lu}/u.test(longForm)) return false;
  if (rules.has('method.part-noun')) return true;
  return forms.every((form) => {
    const [before, head] = form.split(/[ -]/).slice(-2);
    return !isGenericPhrase(form) || (BUILT_HEADS.has(head ?? '') && before !== 'Neural');
  });
}

/** `the Calm Owl Hypothesis`: what is claimed or suffered, and nothing built. */
function isNoMethod(form: string): boolean {
  return NO_METHOD_HEADS.has(form.slice(form.lastIndexOf(' ') + 1));
}

/** `Group 3`, `Stage 1`: one of several that a number tells apart. */
function isNumberedPart(form: string): boolean {
  return (
    /^\p{Lu}\p{Ll}+ (?:\d+|[IVX]+)$/u.test(form) && NUMBERED_PARTS.has(form.split(' ', 1)[0] ?? '')
  );
}

/** A capital alone makes no name of a word that says what is done: `Augmentation`, `Calibration`. */
function isOrdinary(form: string): boolean {
  return (
    GENERIC_HEADS.has(form) || (/^\p{Lu}\p{Ll}+$/u.test(form) && TASK_HEADS.has(form.toLowerCase()))
  );
}

/** `partially relevant video retrieval (PRVR)` is a task. */
function abbreviatesTask({ longForm, places, rules }: Entity, proposed: number): boolean {
  if (longForm === null || places[0]?.shape !== 'acronym') return false;
  // `we propose point-wise rendering (PWR)` is a method, unless a noun calls it a task.
  const long = longForm.split(' ').length >= OWN_WORDS;
  if (proposed >= OUTRIGHT && long && !rules.has('dataset.head-weak')) return false;
  // In capitals it is one where a noun says so: `Grounded Video Answering (GVA) task`.
  if (/^\p{Lu}/u.test(longForm) && !rules.has('dataset.head-weak')) return false;
  return TASK_HEADS.has(longForm.slice(longForm.lastIndexOf(' ') + 1).toLowerCase());
}

function needed(entity: Entity, proposed: number): number {
  const [first] = entity.places;
  const again = entity.places.length > 1;
  const plural = first && /\p{Lu}s$/u.test(first.surface) ? NEEDED.plural : 0;
  if (proposed >= OWN && first?.shape !== 'capital') return NEEDED.proposed + plural;
  if (entity.longForm !== null) {
    const inCapitals = /^\p{Lu}/u.test(entity.longForm);
    return (inCapitals ? NEEDED.longFormInCapitals : NEEDED.longForm) + plural;
  }
  switch (first?.shape) {
    case 'strong':
      return (again ? NEEDED.strongAgain : NEEDED.strong) + plural;
    case 'acronym':
      return (again ? NEEDED.acronymAgain : NEEDED.acronym) + plural;
    case 'capital':
      if (first.surface.includes(' ')) return again ? NEEDED.phraseAgain : NEEDED.phrase;
      return again ? NEEDED.capitalAgain : NEEDED.capital;
    default:
      return NEEDED.proposed;
  }
}
