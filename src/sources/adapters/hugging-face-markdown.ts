import { findArxivId, parseUrl } from '../identifiers.js';
import { rejectItem, toItem } from '../record.js';
import type { SourceAdapter, SourceItem } from '../source.js';
import { linesOf } from '../text/lines.js';
import { oneLine } from '../text/white-space.js';

/** Characters of a paper's text that are looked through for its abstract. */
const MAX_PAPER = 8_000_000;
const TITLE = /^Title:\s*(.+)$/;
const SOURCE_URL = /^URL Source:\s*(\S+)/;
const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;
const ABSTRACT = /^(?:#{1,6}\s+)?\**Abstract\**[.:]?\s*#*$/i;
const UNDERLINE = /^(?:-{3,}|={3,})\s*$/;
const IMAGE_OR_BADGE = /^!?\[!?\[?.*\]\(.*\)$/;

interface Open {
  readonly line: number;
  readonly head: string[];
  title: string | null;
  url: string | null;
  abstract: string[] | null;
  isDone: boolean;
  length: number;
}

/** A paper's page as Markdown, as `huggingface.co/papers/<id>.md` gives it; several may follow one another. */
export const huggingFaceMarkdown: SourceAdapter = {
  name: 'hugging-face-markdown',
  description: 'Hugging Face paper pages as Markdown (.md)',
  detect(head, fileName) {
    if (/^\s*Title: .+\s+URL Source: /.test(head)) return 0.95;
    const hasAbstract = head.split(/\r?\n/).some((line) => ABSTRACT.test(line.trim()));
    if (!hasAbstract || !/^\s*(?:#|Title:)/.test(head)) return 0;
    return fileName.endsWith('.md') ? 0.85 : 0.6;
  },
  async *read(text): AsyncGenerator<SourceItem> {
    let record = 0;
    let open: Open | null = null;
    for await (const { text: content, number } of linesOf(text)) {
      const title = TITLE.exec(content)?.[1] ?? null;
      if (
        title !== null &&
        (open === null || open.isDone || open.abstract === null) &&
        (open === null || open.title !== null)
      ) {
        if (open) yield itemOf(open, ++record);
        open = opened(number, title);
        continue;
      }
      if (open === null && content.trim() === '') continue;
      open ??= opened(number, null);
      readLine(open, content);
    }
    if (open) yield itemOf(open, ++record);
  },
};

const opened = (line: number, title: string | null): Open => ({
  line,
  head: title === null ? [] : [`Title: ${title}`],
  title,
  url: null,
  abstract: null,
  isDone: false,
  length: 0,
});

function readLine(open: Open, content: string): void {
  const line = content.trim();
  open.length += content.length + 1;
  if (open.isDone || open.length > MAX_PAPER) return;
  open.head.push(content);
  open.url ??= parseUrl(SOURCE_URL.exec(line)?.[1]);
  if (open.abstract !== null) {
    const isNext = HEADING.test(line) || (UNDERLINE.test(line) && open.abstract.length > 0);
    if (isNext) open.isDone = true;
    else if (!UNDERLINE.test(line) && !IMAGE_OR_BADGE.test(line)) open.abstract.push(line);
  } else if (ABSTRACT.test(line)) {
    open.abstract = [];
  } else {
    open.title ??= HEADING.exec(line)?.[1] ?? null;
  }
}

function itemOf(open: Open, record: number): SourceItem {
  const raw = open.head.join('\n');
  const position = { record, line: open.line };
  if (open.abstract === null && open.length > MAX_PAPER) {
    return rejectItem(`no abstract in the first ${MAX_PAPER} characters`, position, raw);
  }
  const url = open.url;
  const id = findArxivId(url) ?? paperPageId(url) ?? findArxivId(raw);
  return toItem(
    {
      id: id?.id ?? null,
      title: open.title === null ? null : oneLine(open.title.replace(/^Paper page - /i, '')),
      abstract: oneLine((open.abstract ?? []).join(' ')),
      arxivId: id?.id ?? null,
      arxivVersion: id?.version ?? null,
      url,
      source: huggingFaceMarkdown.name,
    },
    position,
    raw,
  );
}

function paperPageId(url: string | null): ReturnType<typeof findArxivId> {
  const id = /huggingface\.co\/papers\/([\w.]+?)(?:\.md)?$/.exec(url ?? '')?.[1];
  return id === undefined ? null : findArxivId(`arXiv:${id}`);
}
