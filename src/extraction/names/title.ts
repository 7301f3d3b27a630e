import type { Chunk } from './chunks.js';
import { isGenericName } from './known-names.js';
import { nameShape } from './name-shape.js';

const MAX_HEAD = 5;
const DATASET_TITLE =
  /\b(?:dataset|data set|benchmark|corpus|benchmarking|leaderboard|testbed|collection|challenge)\b/i;
const ORDINARY =
  /^(?:the|a|an|on|in|what|how|why|when|is|are|can|do|does|towards?|learning|from|beyond|it|not|all|you|less|more|at|for|of|with|and|via|as|if|when|to|by|before|after|against|train|think|look|see|better|one|no|don't|attention)$/i;

/** The name before a title's colon: `GaLore: Memory-Efficient …`. Chunk indices, `to` exclusive. */
export interface TitleHead {
  readonly from: number;
  readonly to: number;
  readonly kind: 'dataset' | 'method';
}

export function titleHead(title: string, chunks: readonly Chunk[]): TitleHead | null {
  const colon = chunks.findIndex((chunk) => chunk.after.includes(':'));
  if (colon === -1 || colon >= MAX_HEAD) return dashHead(title, chunks);
  const head = withoutTail(chunks.slice(0, colon + 1));
  if (head.length === 0) return null;
  const rest = title.slice(head.at(-1)?.end ?? 0);
  const single = head.length === 1;
  const shapes = head.map((chunk) => nameShape(chunk.text, false));
  const named =
    shapes.includes('strong') || shapes.includes('acronym') || (single && shapes[0] === 'capital');
  const capitals = head.every(
    (chunk) => /^\p{Lu}|^\d/u.test(chunk.text) && !ORDINARY.test(chunk.text),
  );
  if (single && isGenericName(head[0]?.text ?? '')) return null;
  if (!(single ? named : (named && head.length <= 3) || (capitals && head.length <= 2)))
    return null;
  if (head.some((chunk) => ORDINARY.test(chunk.text))) return null;
  return {
    from: 0,
    to: colon + 1,
    kind:
      DATASET_TITLE.test(rest) && !/\bmethod|framework|model\b/i.test(rest) ? 'dataset' : 'method',
  };
}

/** `Video PreTraining (VPT)` less its short form, `WildTeaming at Scale` less what is said of it. */
function withoutTail(head: readonly Chunk[]): readonly Chunk[] {
  const end = head.findIndex(
    (chunk, at) => at > 0 && (chunk.before.includes('(') || ORDINARY.test(chunk.text)),
  );
  const kept = end === -1 ? head : head.slice(0, end);
  return end === -1 || nameShape(kept[0]?.text ?? '', false) !== 'none' ? kept : [];
}

/** `CPTQuant - A Novel …` and a title that opens with a name of unmistakable form: `ZeroQuant Explores …`. */
function dashHead(title: string, chunks: readonly Chunk[]): TitleHead | null {
  const [first, second] = chunks;
  if (!first || !second || nameShape(first.text, false) !== 'strong') return null;
  return /^[-–—]$/.test(second.text) || / [-–—] /.test(title.slice(first.end, first.end + 3))
    ? { from: 0, to: 1, kind: DATASET_TITLE.test(title) ? 'dataset' : 'method' }
    : null;
}
