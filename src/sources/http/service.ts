/** A service that gives its papers in pages. */
export interface PagedService {
  readonly name: string;
  /** Name of the source that reads its pages. */
  readonly format: string;
  /** Milliseconds between two requests. */
  readonly interval: number;
  /** Whether an address is one of its lists. */
  matches(url: URL): boolean;
  /** The address with what paging needs. */
  firstPage(url: URL): URL;
  /**
   * The address of the page after this one; null after the last.
   *
   * @param page the text of this page
   * @param papers how many were read on it, rejects included
   */
  nextPage(url: URL, page: string, papers: number): Promise<URL | null> | URL | null;
  /** Whether a page lacks papers that must be there, and is to be asked for again. */
  isIncomplete?(url: URL, page: string, papers: number): boolean;
}

/** The same address with some parameters set, or left out where null. */
export function withParameters(
  url: URL,
  parameters: Readonly<Record<string, string | number | null>>,
): URL {
  const next = new URL(url);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null) next.searchParams.delete(name);
    else next.searchParams.set(name, String(value));
  }
  return next;
}

/** A page of JSON as an object; an empty one where it is none. */
export function pageObject(page: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(page);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
