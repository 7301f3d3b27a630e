export { type AnnotatedPaper, type PaperText, readAnnotation, readTexts } from './annotation.js';
export { evaluate, FIELDS, type PaperEvaluation } from './evaluate.js';
export {
  type MeasuredSet,
  measure,
  measuredSets,
  type Quality,
  readQuality,
  type SetQuality,
} from './quality.js';
export { type FieldScore, scoresOf } from './scores.js';
