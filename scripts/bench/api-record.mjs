/** What each operation runs and answers: the statements with their parameters, and the data. */
import { graphql } from 'graphql';
import { readQuality } from '../../dist/src/evaluation/index.js';
import { createContext } from '../../dist/src/graphql/context.js';
import { createSchema } from '../../dist/src/graphql/schema.js';
import { nameIndex, normaliseNumber } from '../../dist/src/normalisation/index.js';
import { createPaperReader } from '../../dist/src/pipeline/index.js';

/** Tables that grow with the papers; reading one from end to end is what a plan must not do. */
const BIG = ['papers', 'documents', 'results', 'mentions', 'extractions', 'quantities', 'links'];

/** @returns for each operation its id, query, variables, data, statements, and the text that it reads or null */
export async function recordOperations(dataSource, operations) {
  const schema = createSchema();
  const reader = createPaperReader();
  const noting = (note) => ({
    extractorVersion: reader.extractorVersion,
    read(title, abstract) {
      note({ title, abstract });
      return reader.read(title, abstract);
    },
  });
  const recordings = [];
  for (const { id, query, variables } of operations) {
    const statements = [];
    let text = null;
    const source = Object.create(dataSource, {
      query: {
        value: (text, values) => {
          statements.push({ text, values: values ?? [] });
          return dataSource.query(text, values);
        },
      },
    });
    const contextValue = createContext({
      ...{
        source,
        reader: noting((read) => (text = read)),
        names: nameIndex,
        renormalise: normaliseNumber,
        maxPage: 100,
      },
      ...{ quality: readQuality(), authority: 'off' },
      ...{ charge: async () => {}, throttleStatus: () => null, answered: () => {} },
    });
    const { data, errors } = await graphql({
      ...{ schema, source: query, variableValues: variables, contextValue },
    });
    if (errors) throw new Error(`${id}: ${errors[0].message}`);
    recordings.push({ id, query, variables, data, statements, text });
  }
  return recordings;
}

/** Big tables that some statement reads from end to end, with the operation that does. */
export async function sequentialScans(dataSource, recordings) {
  const found = new Set();
  for (const { id, statements } of recordings) {
    for (const { text, values } of statements) {
      const [row] = await dataSource.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
      for (const node of nodesOf(row['QUERY PLAN'][0].Plan)) {
        if (node['Node Type'] === 'Seq Scan' && BIG.includes(node['Relation Name']))
          found.add(`${id}: ${node['Relation Name']}`);
      }
    }
  }
  return [...found].sort();
}

function nodesOf(plan) {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}
