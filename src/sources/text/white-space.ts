/** Text on one line: every run of white space, no-break spaces included, becomes one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
