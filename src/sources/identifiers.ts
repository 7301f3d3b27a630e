const NEW_ARXIV = /^(\d{4}\.\d{4,5})(?:v(\d{1,3}))?$/;
const OLD_ARXIV = /^([a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v(\d{1,3}))?$/;

export interface ArxivId {
  /** Without version. */
  readonly id: string;
  readonly version: number | null;
}

/** Reads an arXiv id in any of its forms: bare, `arXiv:…`, or the address of its page. */
export function parseArxivId(text: string): ArxivId | null {
  const bare = text
    .trim()
    .replace(/^https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\//i, '')
    .replace(/^(?:oai:arXiv\.org:|arxiv:\s*)/i, '')
    .replace(/\.pdf$/i, '');
  const match = NEW_ARXIV.exec(bare) ?? OLD_ARXIV.exec(bare);
  if (!match) return null;
  return { id: match[1] as string, version: match[2] === undefined ? null : Number(match[2]) };
}

/** Reads a DOI, lower case and without its address; null where there is none. */
export function parseDoi(text: string): string | null {
  const match = /10\.\d{4,9}\/\S+/.exec(text.trim());
  return match ? match[0].toLowerCase() : null;
}

/** The date part of an ISO time as precise as it is known; null for anything else. */
export function parseDate(text: string): string | null {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(text.trim())?.[0] ?? null;
}
