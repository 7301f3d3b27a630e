import { ClaimgraphError } from '../../domain/index.js';
import type { SourceAdapter, SourceItem } from '../source.js';
import type { HttpClient } from './client.js';
import type { PagedService } from './service.js';

/** Where a list stands: what is asked for next, and how many records came before. */
export interface PagePosition {
  readonly url: string;
  readonly records: number;
}

/** Attempts at a page that comes without the papers it should have. */
const MAX_INCOMPLETE = 4;
/** Pages of one list; more is a list that goes round in circles. */
const MAX_PAGES = 1_000_000;

/** A list of papers that a service gives page by page. */
export class PagedSource {
  private at: PagePosition;
  private bytes = 0;

  constructor(
    private readonly client: HttpClient,
    private readonly service: PagedService,
    private readonly adapter: SourceAdapter,
    url: URL,
  ) {
    this.at = { url: service.firstPage(url).href, records: 0 };
  }

  bytesRead(): number {
    return this.bytes;
  }

  /** From here a reading that ended early goes on: the address is read like any other. */
  position(): PagePosition {
    return this.at;
  }

  /**
   * @param from where an earlier reading of the list stood; from its start when left out
   * @throws ClaimgraphError that names the address to go on with, when the service stays away
   */
  async *items(from: PagePosition | null = null): AsyncGenerator<SourceItem> {
    this.at = from ?? this.at;
    let url: URL | null = new URL(this.at.url);
    for (let pages = 0; url !== null && pages < MAX_PAGES; pages++) {
      const { text, items } = await this.page(url);
      yield* items.map((item) => moved(item, this.at.records));
      const next: URL | null = await this.service.nextPage(url, text, items.length);
      // A next page that is this one would never end.
      url = next?.href === url.href ? null : next;
      this.at = { url: url?.href ?? this.at.url, records: this.at.records + items.length };
    }
  }

  private async page(url: URL): Promise<{ text: string; items: SourceItem[] }> {
    for (let attempt = 1; ; attempt++) {
      const text = await this.textOf(url);
      this.bytes += text.length;
      const items: SourceItem[] = [];
      for await (const item of this.adapter.read(once(text))) items.push(item);
      if (items.length === 0 && /^\s*(?:<!doctype html|<html|$)/i.test(text)) {
        throw this.stopped(`the answer is not one of ${this.service.name}`);
      }
      if (!this.service.isIncomplete?.(url, text, items.length)) return { text, items };
      if (attempt >= MAX_INCOMPLETE)
        throw this.stopped('the answer lacks papers that should be there');
      await this.client.waitAfterBreak(attempt);
    }
  }

  private async textOf(url: URL): Promise<string> {
    try {
      return await this.client.page(url, this.service.interval);
    } catch (error) {
      if (!(error instanceof ClaimgraphError) || error.code !== 'SERVICE_UNAVAILABLE') throw error;
      throw this.stopped(error.message.replace(/^\S+: /, '').replace(/\.$/, ''), error);
    }
  }

  private stopped(reason: string, cause?: unknown): ClaimgraphError {
    const { url, records } = this.at;
    return new ClaimgraphError(
      'SERVICE_UNAVAILABLE',
      `${this.service.name}: ${reason}; ${records} records were read. Go on with this address: ${url}`,
      { cause, detail: { next: url, records } },
    );
  }
}

async function* once(text: string): AsyncGenerator<string> {
  if (text !== '') yield text;
}

/** Records are counted through all pages; lines are those of the page. */
function moved(item: SourceItem, by: number): SourceItem {
  if ('record' in item) {
    return { ...item, position: { ...item.position, record: item.position.record + by } };
  }
  const { position } = item.reject;
  return { reject: { ...item.reject, position: { ...position, record: position.record + by } } };
}
