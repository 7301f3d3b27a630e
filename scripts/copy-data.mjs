/** The compiler emits code only; this puts the data files beside it, so that `dist` runs alone. */
import { chmodSync, cpSync, statSync } from 'node:fs';

const DATA = /\.(json|jsonl|sql|html|css)$/;

cpSync('src', 'dist/src', {
  recursive: true,
  filter: (path) => statSync(path).isDirectory() || DATA.test(path),
});

// `npx claimgraph` runs the file itself.
chmodSync('dist/src/cli.js', 0o755);
