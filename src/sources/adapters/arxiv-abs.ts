import { rejectItem, toItem } from '../record.js';
import type { SourceAdapter, SourceItem } from '../source.js';
import { arxivListing, type ListedPaper } from '../text/arxiv-listing.js';

const BEGINS = /^\\\\[ \t]*\r?\n(?:arXiv|Paper):/m;
const MAIL_HEADER = /^(?:From |[A-Z][\w-]{1,30}: )/;

/** arXiv's `.abs` files, one or many. */
export const arxivAbs: SourceAdapter = {
  name: 'arxiv-abs',
  description: "arXiv's .abs files",
  detect: (head) => (BEGINS.test(head) && !isMail(head) ? 0.95 : 0),
  async *read(text): AsyncGenerator<SourceItem> {
    let record = 0;
    for await (const paper of arxivListing(text)) {
      yield listedItem(paper, { record: ++record, line: paper.line }, arxivAbs.name);
    }
  },
};

export function listedItem(
  { parts, raw, problem }: ListedPaper,
  position: { record: number; line: number | null },
  source: string,
): SourceItem {
  if (problem !== null) return rejectItem(problem, position, raw);
  return toItem({ ...parts, source }, position, raw);
}

/** Whether text begins with the header of a message. */
export function isMail(head: string): boolean {
  return (
    MAIL_HEADER.test(head.trimStart()) &&
    /^(?:Date|From|To|Subject|Received|Message-Id): /im.test(head.slice(0, 4000))
  );
}
