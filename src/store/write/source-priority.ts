/**
 * Whose text is read when several sources have a paper, best first: those that carry the authors' own
 * abstract, then indexes that copy it, then what people made or pasted. Part of the outcome of merging, so
 * an order that never depends on what arrived when.
 */
const ORDER = [
  ...['arxiv-atom', 'oai-pmh', 'arxiv-kaggle', 'arxiv-abs', 'arxiv-mail'],
  ...['acl-anthology', 'pubmed', 'jats', 'crossref'],
  ...['openalex', 'semantic-scholar', 'hugging-face', 'hugging-face-markdown', 'papers-with-code'],
  ...['grobid-tei', 'bibtex', 'ris', 'csl-json', 'csv', 'json', 'page-text'],
];

/** Smaller is better; unknown sources come after all known ones, the bundled sample after everything. */
export function sourcePriority(source: string): number {
  if (source === 'sample') return ORDER.length + 1;
  const place = ORDER.indexOf(source);
  return place < 0 ? ORDER.length : place;
}
