import { parseDate } from '../dates.js';
import { parseArxivId } from '../identifiers.js';
import { readJsonSource } from '../json/json-source.js';
import { isObject, objectsAt, textAt } from '../json/values.js';
import { toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';

/** Hugging Face's daily papers as the API lists them, or one paper of it. */
export const huggingFace: SourceAdapter = {
  name: 'hugging-face',
  description: 'Hugging Face daily papers, API JSON',
  detect(head) {
    if (!/^\s*[[{]/.test(head)) return 0;
    if (
      /"paper"\s*:\s*\{/.test(head) &&
      /"(?:upvotes|numComments|submittedBy|discussionId)"\s*:/.test(head)
    )
      return 0.95;
    return /"summary"\s*:/.test(head) &&
      /"(?:upvotes|discussionId|submittedOnDailyAt)"\s*:/.test(head)
      ? 0.9
      : 0;
  },
  read: (text) =>
    readJsonSource(text, ['dailyPapers', 'papers'], (value, { position, raw }) => {
      const paper = isObject(value.paper) ? value.paper : value;
      const id = textAt(paper, 'id');
      const arxiv = parseArxivId(id);
      return toItem(
        {
          id,
          title: textAt(paper, 'title') ?? textAt(value, 'title'),
          abstract: textAt(paper, 'summary', 'abstract') ?? textAt(value, 'summary'),
          authors: objectsAt(paper, 'authors').flatMap((author) => textAt(author, 'name') ?? []),
          publishedAt: parseDate(textAt(paper, 'publishedAt') ?? ''),
          arxivId: arxiv?.id ?? null,
          arxivVersion: arxiv?.version ?? null,
          url: id === null ? null : `https://huggingface.co/papers/${id}`,
          source: huggingFace.name,
        },
        position,
        raw,
      );
    }),
};
