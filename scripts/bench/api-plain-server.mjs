/**
 * What the API is held against, in a process of its own (started by `api.mjs`):
 * `/graphql` is plain Apollo on the same schema text, whose root fields run the recorded statements of the
 * operation and hand back the rows as they were answered: no filters to read, no loaders, no limits. Where the
 * operation reads a text instead, that text is read.
 * `/bare/<operation>` runs one hand-written statement and sends its rows; for operations without a statement it
 * does the same work and sends what was answered.
 */
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify from 'fastify';
import { buildSchema } from 'graphql';
import pg from 'pg';
import { createPaperReader } from '../../dist/src/pipeline/index.js';

const [databaseUrl, recordingsFile] = process.argv.slice(2);
const recordings = JSON.parse(readFileSync(recordingsFile, 'utf8'));
// Planned as for the API: what is compared is the way from the rows to the answer.
const options = '-c max_parallel_workers_per_gather=0 -c jit=off';
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, options });
const reader = createPaperReader();
const app = fastify();

const byQuery = new Map(recordings.map((recording) => [recording.query, recording]));
const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
for (const field of Object.values(schema.getQueryType().getFields())) {
  field.resolve = (_root, _args, { recording }, { path }) =>
    answerOf(recording).then((data) => data[path.key]);
}
for (const type of Object.values(schema.getTypeMap())) {
  if ('resolveType' in type) type.resolveType = (value) => value.__typename;
}
const apollo = new ApolloServer({ schema, csrfPrevention: false });
await apollo.start();
app.route({
  method: 'POST',
  url: '/graphql',
  handler: fastifyApolloHandler(apollo, {
    context: async ({ body }) => ({ recording: { ...byQuery.get(body.query), done: null } }),
  }),
});

/**
 * Does the work of a recording once a request: its statements, one after the other as they depend on each other,
 * or the reading of its text.
 */
function answerOf(recording) {
  recording.done ??= (async () => {
    if (recording.text) reader.read(recording.text.title, recording.text.abstract);
    for (const { text, values } of recording.statements) await pool.query(text, values);
    return recording.data;
  })();
  return recording.done;
}

const bare = readFileSync(new URL('api-bare.sql', import.meta.url), 'utf8');
for (const [, id, text] of bare.matchAll(/^-- (\S+)\n([\s\S]*?);;$/gm)) {
  app.get(`/bare/${id}`, async () => (await pool.query(text)).rows);
}
for (const recording of recordings.filter(({ statements }) => statements.length === 0)) {
  app.get(`/bare/${recording.id}`, () => answerOf({ ...recording, done: null }));
}
console.log(await app.listen({ port: 0 }));
