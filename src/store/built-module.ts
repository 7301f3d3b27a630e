import { fileURLToPath } from 'node:url';

/**
 * The compiled file of a module that Node has to load by itself, in a process or thread of its own: beside
 * the asking module, or in `dist` when that one is run from its source by the test runner.
 * @param relative such as `./supervisor.js`
 * @param from `import.meta.url` of the asking module
 */
export function builtModule(relative: string, from: string): string {
  const asking = from.endsWith('.ts') ? from.replace(/\/src\/(?!.*\/src\/)/, '/dist/src/') : from;
  return fileURLToPath(new URL(relative, asking));
}
