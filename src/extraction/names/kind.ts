import { METRICS } from '../../knowledge/quantity-knowledge.js';
import type { Entity } from './entities.js';
import { fold, type NameKind } from './known-names.js';

const METRIC_FORMS = new Set(
  METRICS.flatMap((metric) => [metric.name, ...metric.aliases])
    .filter((form) => /\p{Lu}|\d/u.test(form))
    .map(fold),
);
const TASK_HEAD =
  /(?:learning|recognition|detection|classification|segmentation|generation|estimation|translation|answering|understanding|retrieval|prediction|synthesis|reasoning|processing|modeling|forecasting|tuning|training|parsing|extraction|tracking|optimization|verification|analysis|inference|tracing|language models?|networks?|transformers?)$/i;

/** A field's words with capitals: "Large Language Models", "Vision Transformers", "Machine Learning". */
const GENERIC_PHRASE =
  /^(?:[\p{L}-]+ )*(?:Models|Networks?|Learning|Transformers|Processing|Intelligence|Vision|Agents|Systems|Datasets?|Algorithms|Methods|Optimization|Representations?|Recognition|Detection|Segmentation|Generation|Understanding|Interaction|Science|Theory|Conference|University|Institute|Act|Health|Language Model|Challenge|Workshop|Hypothesis|Law|Laws|Graphs?|Reasoning|Tuning|Fine-Tuning|Training|Inference|Attacks?|Tasks?)$/u;

/** What an entity is; null for what is no name of a data set or a method. */
export function kindOf(entity: Entity): NameKind | null {
  const forms = [...entity.forms.keys()];
  if (forms.some((form) => METRIC_FORMS.has(fold(form))) && !entity.titular) return null;
  const { dataset, method, known } = entity;
  if (known) {
    const other = known === 'dataset' ? method : dataset;
    const own = known === 'dataset' ? dataset : method;
    return other >= own + 4 ? (known === 'dataset' ? 'method' : 'dataset') : known;
  }
  const proposed = entity.roles.get('proposed') ?? 0;
  if (forms.some((form) => GENERIC_PHRASE.test(form)) && !entity.titular) return null;
  const long = entity.abbreviated ? forms.find((form) => form.includes(' ')) : undefined;
  if (long && TASK_HEAD.test(long) && !entity.titular && proposed === 0) return null;
  const headed = [...entity.rules].some(
    (rule) => rule === 'dataset.head' || rule === 'dataset.list-head',
  );
  if (entity.titular) return headed && dataset >= method ? 'dataset' : 'method';
  const best = Math.max(dataset, method);
  if (best < threshold(entity, proposed)) return null;
  if (dataset > method) return 'dataset';
  return headed && dataset >= method - proposed ? 'dataset' : 'method';
}

function threshold(entity: Entity, proposed: number): number {
  const shape = entity.places[0]?.shape;
  const times = entity.places.length;
  if (proposed > 0 && shape !== 'capital') return 1;
  const longForm = [...entity.forms.keys()].find((form) => form.includes(' '));
  if (entity.abbreviated && longForm && TASK_HEAD.test(longForm) && proposed === 0) return 3.5;
  switch (shape) {
    case 'strong':
      return times > 1 ? 0 : 0.3;
    case 'acronym':
      return entity.abbreviated ? 1.4 : times > 1 ? 1.5 : 2;
    case 'capital':
      return (entity.places[0]?.surface.includes(' ') ? 2.4 : 2.6) - (times > 1 ? 0.6 : 0);
    default:
      return 1;
  }
}
