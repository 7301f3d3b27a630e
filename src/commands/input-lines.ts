import { decoded } from '../sources/input/decode.js';
import { inputPaths, openInput } from '../sources/input/open-input.js';
import { unpacked } from '../sources/input/unpack.js';
import { linesOf } from '../sources/text/lines.js';

/**
 * The lines of one file, unpacked where it is gzipped; `-` is standard input.
 * @throws ClaimgraphError for a file that is not there or whose gzip data are cut off
 */
export async function* linesOfFile(path: string): AsyncGenerator<string> {
  for (const file of await inputPaths(path)) {
    const input = await openInput(file);
    for await (const { text } of linesOf(decoded(unpacked(input.bytes, file)))) yield text;
  }
}
