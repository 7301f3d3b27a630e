import type { Input } from '../input/open-input.js';
import type { SourceAdapter } from '../source.js';
import { checkUrl } from './address-guard.js';
import { HttpClient, type HttpOptions } from './client.js';
import { httpFile } from './file-input.js';
import { PagedSource } from './paged-source.js';
import { SERVICES } from './services/index.js';

/** Whether a path is an address rather than a file; any scheme counts, so that a wrong one is named. */
export const isAddress = (path: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(path);

/** What stands at an address: a list that a service gives in pages, or a file. */
export type HttpSource =
  | { readonly list: PagedSource; readonly format: string }
  | { readonly file: Input };

/**
 * Opens an address.
 *
 * @param adapterFor the adapter for a service's pages, by the name of its format
 * @throws ClaimgraphError for an address that may not be read, or that does not answer
 */
export async function openHttp(
  address: string,
  adapterFor: (format: string) => SourceAdapter,
  options: HttpOptions = {},
): Promise<{ source: HttpSource; close(): Promise<void> }> {
  const client = new HttpClient(options);
  const close = () => client.close();
  try {
    const url = checkUrl(address, client.allowPrivate);
    const service = SERVICES.find((one) => one.matches(url));
    if (!service) return { source: { file: await httpFile(client, url) }, close };
    const adapter = adapterFor(service.format);
    const list = new PagedSource(client, service, adapter, url);
    return { source: { list, format: adapter.name }, close };
  } catch (error) {
    await close();
    throw error;
  }
}
