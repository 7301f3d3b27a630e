import { toDocument } from '../../../../src/documents/index.js';
import { readNames } from '../../../../src/extraction/names/read-names.js';

/** The names of a text in short: data sets and methods as `name:role`, tasks by name. */
export function namesOf(title: string, abstract = '') {
  const { datasets, methods, tasks } = readNames(toDocument(title, abstract));
  return {
    datasets: datasets.map(({ name, role }) => `${name}:${role}`),
    methods: methods.map(({ name, role }) => `${name}:${role}`),
    tasks: tasks.map(({ name }) => name),
  };
}
