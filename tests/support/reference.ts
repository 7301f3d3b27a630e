import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../../shared/', import.meta.url);

/** The path of a file of the reference material that may lie beside the checkout. */
export function referencePath(name: string): string {
  return fileURLToPath(new URL(name, FOLDER));
}

export function hasReference(name: string): boolean {
  return existsSync(referencePath(name));
}
