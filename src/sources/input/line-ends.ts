/**
 * Gives text whose lines end in carriage returns alone, as old exports do, the line feeds that the formats
 * are read by. Told by the text's first characters: any other text stays as it is.
 */
export function withLineFeeds(
  head: string,
  text: AsyncIterable<string>,
): [head: string, text: AsyncIterable<string>] {
  // Of a carriage return at the very end of the head it is not known what follows.
  const isOld = !head.includes('\n') && /\r[\s\S]/.test(head);
  return isOld ? [withFeeds(head), piecesWithFeeds(text)] : [head, text];
}

const withFeeds = (text: string): string => text.replaceAll('\r', '\n');

async function* piecesWithFeeds(text: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const piece of text) yield withFeeds(piece);
}
