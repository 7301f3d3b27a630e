/** Writes schema/schema.graphql from the code (run by `npm run schema`). */
import { writeFileSync } from 'node:fs';
import { schemaText } from '../dist/src/graphql/emit-schema.js';
import { createSchema } from '../dist/src/graphql/schema.js';

writeFileSync('schema/schema.graphql', schemaText(createSchema()));
