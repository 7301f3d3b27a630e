import { ClaimgraphError } from '../domain/index.js';
import { BrokenInput } from '../sources/input/broken-input.js';
import { decoded } from '../sources/input/decode.js';
import { inputPaths, openInput } from '../sources/input/open-input.js';
import { unpacked } from '../sources/input/unpack.js';
import { linesOf } from '../sources/text/lines.js';

/**
 * The lines of one file, unpacked where it is gzipped; `-` is standard input.
 * @throws ClaimgraphError for a file that is not there or whose gzip data are damaged or cut off
 */
export async function* linesOfFile(path: string): AsyncGenerator<string> {
  for (const file of await inputPaths(path)) {
    const input = await openInput(file);
    try {
      for await (const { text } of linesOf(decoded(unpacked(input.bytes)))) yield text;
    } catch (error) {
      if (!(error instanceof BrokenInput)) throw error;
      throw new ClaimgraphError('BAD_USER_INPUT', `${file}: ${error.message}.`, { cause: error });
    }
  }
}
