/** The compiler emits code only; this puts the data files beside it, so that `dist` runs alone. */
import { chmodSync, cpSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs';

const DATA = /\.(json|jsonl|sql|html|css)$/;

cpSync('src', 'dist/src', {
  recursive: true,
  filter: (path) => statSync(path).isDirectory() || DATA.test(path),
});

// `npx claimgraph` in a checkout looks for the command beside those of the dependencies, and runs the file itself.
chmodSync('dist/src/cli.js', 0o755);
mkdirSync('node_modules/.bin', { recursive: true });
rmSync('node_modules/.bin/claimgraph', { force: true });
symlinkSync('../../dist/src/cli.js', 'node_modules/.bin/claimgraph');
