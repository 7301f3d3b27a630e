/** Why a JSON text could not be read, in one short sentence part. */
export function jsonProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const short = message.split('\n')[0]?.replace(/, (?:"|\.\.\.)[\s\S]*(?= is not valid JSON)/, '');
  return `broken JSON: ${(short ?? '').slice(0, 160)}`;
}
