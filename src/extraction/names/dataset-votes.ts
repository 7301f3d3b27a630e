import type { Entity } from './entities.js';

/** Cues that say outright that a name is one of a data set. */
const OUTRIGHT = new Set(['dataset.head', 'dataset.list-head', 'dataset.evaluated-on']);
/** Cues beside which an acronym may be of any kind: `in X`, `X images`. */
const LOOSE = new Set(['dataset.in', 'dataset.head-samples']);

/** The votes for a data set, but for those that say nothing of such a name. */
export function datasetVotes(entity: Entity): number {
  const { dataset, rules } = entity;
  const cues = [...rules].filter((rule) => rule.startsWith('dataset.'));
  if (dataset <= 0 || cues.some((cue) => OUTRIGHT.has(cue)) || isOwn(entity)) return dataset;
  if (isGeneralTerm(entity)) return 0;
  const acronym = entity.places[0]?.shape === 'acronym';
  return acronym && cues.length > 0 && cues.every((cue) => LOOSE.has(cue)) ? 0 : dataset;
}

function isOwn({ roles, titular }: Entity): boolean {
  return titular || (roles.get('proposed') ?? 0) > 0 || (roles.get('introduced') ?? 0) > 0;
}

/** `endoscopic ultrasound (EUS)`: a short form of what is written small is the name of nothing. */
function isGeneralTerm({ longForm }: Entity): boolean {
  return longForm !== null && /(?:^| )\p{Ll}[\p{Ll}-]{2,}$/u.test(longForm);
}

/** `Owl-7B`: so many parameters has a model and no data set. */
export function bearsModelSize(form: string): boolean {
  return /\p{L}\S*[-_ ]\d+(?:\.\d+)?B$/u.test(form);
}
