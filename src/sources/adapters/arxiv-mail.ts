import { plainTextOf } from '../mail/plain-text.js';
import type { SourceAdapter, SourceItem } from '../source.js';
import { arxivListing } from '../text/arxiv-listing.js';
import { peek } from '../text/peek.js';
import { isMail, listedItem } from './arxiv-abs.js';

/** arXiv's announcement mail, as it arrives. Its papers have no line, since the text is unpacked first. */
export const arxivMail: SourceAdapter = {
  name: 'arxiv-mail',
  description: "arXiv's announcement mail",
  detect(head) {
    if (!isMail(head)) return 0;
    return /arxiv/i.test(head) && /title\/abstract|^\\\\|^arXiv:|Subj-class mailing/m.test(head)
      ? 0.95
      : 0.3;
  },
  async *read(text): AsyncGenerator<SourceItem> {
    let record = 0;
    const [head, whole] = await peek(text);
    // A record that is read again has no message around it.
    const plain = isMail(head) ? plainTextOf(whole) : whole;
    for await (const paper of arxivListing(plain)) {
      yield listedItem(paper, { record: ++record, line: null }, arxivMail.name);
    }
  },
};
