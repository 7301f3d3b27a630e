/** Makes the schema of this release the one that later changes are held against (run by `npm run schema:release`). */
import { copyFileSync } from 'node:fs';

copyFileSync('schema/schema.graphql', 'schema/released.graphql');
