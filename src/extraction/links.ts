import type { FieldText, Link, LinkKind } from '../domain/index.js';
import { toOriginal } from './spans.js';

/** An address in the clean text. */
export interface LinkPlace {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"'”’)\]}]{3,300}|\b(?:github|gitlab|huggingface|zenodo|bitbucket|osf)\.(?:com|org|co|io)\/[^\s<>"'”’)\]}]{2,300}|\b[a-z0-9-]{2,60}\.github\.io(?:\/[^\s<>"'”’)\]}]{0,300})?/giu;
// What every address holds; looked for first, since few texts hold one.
const SIGN = /:\/\/|www\.|\.(?:com|org|co|io)/i;
const TRAILING = /[.,;:!?*`}\\]+$/;

/** Finds the addresses of a text; sentence punctuation at their end is not theirs. */
export function findLinkPlaces(text: string): LinkPlace[] {
  const places: LinkPlace[] = [];
  if (!SIGN.test(text)) return places;
  for (const match of text.matchAll(ADDRESS)) {
    const surface = match[0].replace(TRAILING, '');
    const url = /^https?:/i.test(surface) ? surface : `https://${surface}`;
    places.push({ start: match.index, end: match.index + surface.length, url });
  }
  return places;
}

const HOSTS: readonly [RegExp, LinkKind, string][] = [
  [/^https?:\/\/(?:www\.)?huggingface\.co\/datasets\//i, 'data', 'link.dataset-host'],
  [/^https?:\/\/(?:www\.)?huggingface\.co\/spaces\//i, 'demo', 'link.demo-host'],
  [
    /^https?:\/\/(?:www\.)?(?:zenodo|kaggle|figshare|dataverse|osf)\./i,
    'data',
    'link.dataset-host',
  ],
  [
    /^https?:\/\/(?:www\.)?(?:github|gitlab|bitbucket|codeberg)\.(?:com|org)\//i,
    'code',
    'link.code-host',
  ],
  [/^https?:\/\/(?:www\.)?anonymous\.4open\.science/i, 'code', 'link.code-host'],
  [
    /^https?:\/\/(?:www\.)?(?:youtu\.be|youtube\.com|vimeo\.com|bilibili)/i,
    'demo',
    'link.video-host',
  ],
  [/\.(?:github|gitlab)\.io/i, 'project', 'link.project-host'],
  [/^https?:\/\/sites\.google\.com/i, 'project', 'link.project-host'],
];
const WORDS: readonly [RegExp, LinkKind, string][] = [
  [
    /\b(?:code|implementation|source|repository|repo|toolkit|library)\b/i,
    'code',
    'link.code-words',
  ],
  [/\b(?:demo|video|videos|samples)\b/i, 'demo', 'link.demo-words'],
  [/\b(?:data|dataset|corpus|benchmark)\b/i, 'data', 'link.data-words'],
  [/\b(?:project|page|website|webpage|homepage|site)\b/i, 'project', 'link.project-words'],
];
const REACH = 120;

/** Says what each address is of: by its host, else by the words before it. */
export function readLinks(field: FieldText, places: readonly LinkPlace[]): Link[] {
  return places.map(({ start, end, url }) => {
    const before = field.clean.slice(Math.max(0, start - REACH), start);
    const [, kind, rule] = HOSTS.find(([pattern]) => pattern.test(url)) ??
      WORDS.find(([pattern]) => pattern.test(before)) ?? [null, 'other' as const, 'link.plain'];
    return { url, kind, span: toOriginal(field, start, end), rule };
  });
}
