import type { Canonical } from '../domain/index.js';

// Most names; the steps below would do no more to them.
const PLAIN_WORDS = /^[a-zA-Z]+(?:[ -][a-zA-Z]+)*$/;

/**
 * The slug of a name: a pure function of the folded name, so that `CIFAR100`, `CIFAR-100` and `cifar 100`
 * are one, and `ImageNet-1K` is not `ImageNet-R`. Empty for a name of no letter or digit.
 */
export function slugOf(name: string): string {
  if (PLAIN_WORDS.test(name)) return name.toLowerCase().replaceAll(' ', '-');
  return name
    .normalize('NFKD')
    .replace(/\\[a-zA-Z]+|[{}$\\]|\p{M}/gu, '')
    .toLowerCase()
    .replace(
      /(\p{L})[\s_-]*(?=\d)|(\d)[\s_-]+(?=\p{L})/gu,
      (_, letter, digit) => letter ?? `${digit}-`,
    )
    .replace(/[^\p{L}\d.+]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}

/** The canonical thing of a name that no list knows: the name itself under its slug. */
export function canonicalOf(name: string): Canonical | null {
  const slug = slugOf(name);
  return slug ? { slug, name } : null;
}
