const NEW_ARXIV = /^(\d{4}\.\d{4,5})(?:v(\d{1,3}))?$/;
/**
 * Archives that arXiv gave ids in until March 2007 (https://info.arxiv.org/help/arxiv_identifier.html). A
 * subject class may follow, `math.GT/0309136` or `cond-mat.mes-hall/9901001`; it is no part of the id.
 */
const ARCHIVES = [
  ...['acc-phys', 'adap-org', 'alg-geom', 'ao-sci', 'astro-ph', 'atom-ph', 'bayes-an', 'chao-dyn'],
  ...['chem-ph', 'cmp-lg', 'comp-gas', 'cond-mat', 'cs', 'dg-ga', 'funct-an', 'gr-qc', 'hep-ex'],
  ...['hep-lat', 'hep-ph', 'hep-th', 'math', 'math-ph', 'mtrl-th', 'nlin', 'nucl-ex', 'nucl-th'],
  ...['patt-sol', 'physics', 'plasm-ph', 'q-alg', 'q-bio', 'quant-ph', 'solv-int', 'supr-con'],
].join('|');
const OLD_FORM = `(?:${ARCHIVES})(?:\\.[a-z]{2,5}(?:-[a-z]{2,5})?)?/\\d{7}`;
const OLD_ARXIV = new RegExp(`^(${OLD_FORM})(?:v(\\d{1,3}))?$`, 'i');
const IN_TEXT = new RegExp(
  `(?:arxiv(?:\\.org)?[:/]\\s*(?:abs/|pdf/|html/)?)((?:\\d{4}\\.\\d{4,5}|${OLD_FORM})(?:v\\d{1,3})?)`,
  'i',
);

export interface ArxivId {
  /** Without version, and without the subject class that the old form may have. */
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
  const id = (match[1] as string).replace(/\.[a-z-]+(?=\/)/i, '').toLowerCase();
  return { id, version: match[2] === undefined ? null : Number(match[2]) };
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
