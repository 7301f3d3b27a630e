export interface InventedPaper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
}

export function inventedPapers(count: number): InventedPaper[];
export function asJsonLines(records: readonly object[]): string;
