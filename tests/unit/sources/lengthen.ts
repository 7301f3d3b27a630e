/** Where the records of an input begin and end; what is before and after stands once. */
const RECORDS: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  'arxiv-atom': [/<entry>/, /<\/entry>(?![\s\S]*<\/entry>)/],
  'oai-pmh': [/<record>/, /<\/record>(?![\s\S]*<\/record>)/],
  pubmed: [/<PubmedArticle>/, /<\/DeleteCitation>/],
  jats: [/<article /, /<\/article>(?![\s\S]*<\/article>)/],
  'grobid-tei': [/<TEI /, /<\/TEI>/],
  'acl-anthology': [/<volume /, /<\/volume>(?![\s\S]*<\/volume>)/],
  csv: [/\n/, /$/],
};

/** The same records many times over, in an input of the same shape. */
export function lengthened(source: string, text: string, times: number): string {
  const json = jsonParts(text);
  if (json) return json.before + Array(times).fill(json.records).join(',') + json.after;
  const marks = RECORDS[source];
  if (!marks) return Array(times).fill(text).join('\n');
  const from = text.search(marks[0]);
  const end = marks[1].exec(text);
  const to = (end?.index ?? text.length) + (end?.[0].length ?? 0);
  return text.slice(0, from) + text.slice(from, to).repeat(times) + text.slice(to);
}

/** The elements of the first array of a JSON text; null for what is no JSON array or answer. */
function jsonParts(text: string): { before: string; records: string; after: string } | null {
  const [opening] = /^\s*(?:\[|\{[\s\S]*?"(?:results|items|data)"\s*:\s*\[)/.exec(text) ?? [];
  if (opening === undefined) return null;
  const close = text.lastIndexOf(']', /"group_by"/.test(text) ? text.lastIndexOf('],') : undefined);
  return {
    before: opening,
    records: text.slice(opening.length, close),
    after: text.slice(close),
  };
}
