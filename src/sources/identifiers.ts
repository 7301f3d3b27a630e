const NEW_ARXIV = /^(\d{4}\.\d{4,5})(?:v(\d{1,3}))?$/;
const OLD_ARXIV = /^([a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v(\d{1,3}))?$/;
const IN_TEXT =
  /(?:arxiv(?:\.org)?[:/]\s*(?:abs\/|pdf\/|html\/)?)((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,3})?)/i;

export interface ArxivId {
  /** Without version. */
  readonly id: string;
  readonly version: number | null;
}

/** Reads an arXiv id in any of its forms: bare, `arXiv:…`, its DOI, or the address of its page. */
export function parseArxivId(text: string | null | undefined): ArxivId | null {
  const bare = (text ?? '')
    .trim()
    .replace(/^https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\//i, '')
    .replace(/^(?:oai:arXiv\.org:|arxiv:\s*)/i, '')
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.48550\/arxiv\./i, '')
    .replace(/\s*\[[\w.-]+\]$/, '')
    .replace(/\.pdf$|[?#].*$/i, '');
  const match = NEW_ARXIV.exec(bare) ?? OLD_ARXIV.exec(bare);
  if (!match) return null;
  return { id: match[1] as string, version: match[2] === undefined ? null : Number(match[2]) };
}

/** The first of several texts that is an arXiv id. */
export function firstArxivId(...texts: (string | null | undefined)[]): ArxivId | null {
  for (const text of texts) {
    const found = parseArxivId(text);
    if (found) return found;
  }
  return null;
}

/** Finds an id that a text names as one of arXiv's: `arXiv:2401.01234 [cs.CL]`, or an address in it. */
export function findArxivId(text: string | null | undefined): ArxivId | null {
  return parseArxivId(IN_TEXT.exec(text ?? '')?.[1]);
}

/** Reads a DOI, lower case and without its address; null where there is none. */
export function parseDoi(text: string | null | undefined): string | null {
  const match = /10\.\d{4,9}(?:\/|%2F)[^\s"<>]+/i.exec((text ?? '').trim());
  if (!match) return null;
  return match[0]
    .replace(/%2F/gi, '/')
    .replace(/[.,;]+$/, '')
    .toLowerCase();
}

/** An OpenAlex id without its address: `W2741809807`. */
export function parseOpenAlexId(text: string | null | undefined): string | null {
  return (
    /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?)?(W\d{1,15})$/i
      .exec((text ?? '').trim())?.[1]
      ?.toUpperCase() ?? null
  );
}

/** An http(s) address; null for anything else. */
export function parseUrl(text: string | null | undefined): string | null {
  const trimmed = (text ?? '').trim();
  return /^https?:\/\/\S+$/i.test(trimmed) && trimmed.length <= 2000 ? trimmed : null;
}
