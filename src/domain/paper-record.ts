/** A paper as a source gives it. Text is verbatim: nothing cleaned, nothing decoded twice. */
export interface PaperRecord {
  /** The id to report the paper under, as given; null where the source has none. */
  readonly id: string | null;
  /** Null where the source has no title. */
  readonly title: string | null;
  /** Null where the source has no abstract. */
  readonly abstract: string | null;
  /** As listed, in order; empty where the source lists none. */
  readonly authors: readonly string[];
  /** ISO 8601 date as precise as known (`2024`, `2024-05`, `2024-05-27`), or null. */
  readonly publishedAt: string | null;
  /** ISO 8601 date of the newest version, or null. */
  readonly updatedAt: string | null;
  /** Without version: `2401.01234`, `math/0211159`. */
  readonly arxivId: string | null;
  /** 1 for v1; null where the source does not say. */
  readonly arxivVersion: number | null;
  /** Lower case, without `https://doi.org/`. */
  readonly doi: string | null;
  /** `W…`, without the address. */
  readonly openAlexId: string | null;
  readonly s2Id: string | null;
  readonly url: string | null;
  /** Name of the adapter that read it, or `sample`. */
  readonly source: string;
}
