import { toItem } from '../record.js';
import type { SourceAdapter, SourceItem } from '../source.js';
import { linesOf } from '../text/lines.js';

/** Shorter paragraphs are titles, dates, or the page's own words. */
const MIN_ABSTRACT = 160;
const MAX_TITLE = 400;
const SENTENCE_ENDS = /[.!?]["”')]*(?=\s|$)/g;

/**
 * A listing as a person copies it from a web page: title, blank line, abstract. A paragraph is an abstract
 * by its length and its sentences, its title is the paragraph before it; all else is the page's own.
 */
export const pageText: SourceAdapter = {
  name: 'page-text',
  description: 'a listing copied from a web page: title, blank line, abstract',
  detect(head) {
    if (/^\s*[<[{@]/.test(head) || /^%PDF|^TY {2}-/.test(head)) return 0;
    const paragraphs = head.split(/\n\s*\n/);
    return paragraphs.some(isAbstract) ? 0.5 : 0;
  },
  async *read(text): AsyncGenerator<SourceItem> {
    let title: { text: string; line: number } | null = null;
    let record = 0;
    for await (const paragraph of paragraphsOf(text)) {
      if (isAbstract(paragraph.text)) {
        record++;
        const position = { record, line: title?.line ?? paragraph.line };
        const raw = [title?.text, paragraph.text].filter(Boolean).join('\n\n');
        yield toItem(
          { title: title?.text ?? null, abstract: paragraph.text, source: 'page-text' },
          position,
          raw,
        );
        title = null;
      } else if (paragraph.text.length <= MAX_TITLE) {
        title = paragraph;
      }
    }
  },
};

function isAbstract(text: string): boolean {
  if (text.length < MIN_ABSTRACT) return false;
  const sentences = text.match(SENTENCE_ENDS)?.length ?? 0;
  return sentences >= 2 || (sentences === 1 && text.length > 2 * MIN_ABSTRACT);
}

interface Paragraph {
  readonly text: string;
  readonly line: number;
}

/** Paragraphs are set apart by blank lines; a short line at their head stays a paragraph of its own. */
async function* paragraphsOf(text: AsyncIterable<string>): AsyncGenerator<Paragraph> {
  let lines: string[] = [];
  let start = 1;
  for await (const line of linesOf(text)) {
    const trimmed = line.text.trim();
    if (trimmed === '') {
      if (lines.length) yield { text: lines.join(' '), line: start };
      lines = [];
    } else {
      if (lines.length === 0) start = line.number;
      lines.push(trimmed);
    }
  }
  if (lines.length) yield { text: lines.join(' '), line: start };
}
