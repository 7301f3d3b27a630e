import { textOf } from '../../xml/element.js';
import { xmlRecords } from '../../xml/records.js';
import type { PagedService } from '../service.js';

/** arXiv's wish, and a polite one for other repositories. */
const INTERVAL = 3_000;

/** A harvest over OAI-PMH, paged by resumption tokens. */
export const oai: PagedService = {
  name: 'OAI-PMH',
  format: 'oai-pmh',
  interval: INTERVAL,
  matches: (url) => /^(?:ListRecords|GetRecord)$/.test(url.searchParams.get('verb') ?? ''),
  firstPage: (url) => url,
  async nextPage(url, page) {
    const token = await tokenOf(page);
    if (token === null) return null;
    // A token stands for all other arguments.
    const next = new URL(url.pathname, url);
    next.searchParams.set('verb', 'ListRecords');
    next.searchParams.set('resumptionToken', token);
    return next;
  },
};

async function tokenOf(page: string): Promise<string | null> {
  async function* text(): AsyncGenerator<string> {
    yield page;
  }
  let token: string | null = null;
  for await (const { element, problem } of xmlRecords(text(), new Set(['resumptionToken']))) {
    if (problem === null) token = textOf(element);
  }
  return token;
}
