import { isAside } from './asides.js';
import { bindBaseline } from './bind-baseline.js';
import { bindDataset } from './bind-dataset.js';
import { bindDistantMetric, bindMetric } from './bind-metric.js';
import { bindSubject } from './bind-subject.js';
import type { Carried, Claim, PaperContext } from './claim.js';
import { settleDatasets } from './dataset-scope.js';
import { type Frame, numberIndices } from './frame.js';
import { framesOfSentence } from './frames-of-sentence.js';
import { judge } from './judge.js';
import { alignLists, borrowFromEarlierLists, borrowFromLastList } from './list-alignment.js';
import {
  continueSubjects,
  sameGroup,
  shareInLists,
  sharePairs,
  shareSubjects,
} from './list-sharing.js';
import { numberLists } from './lists.js';
import { borrowFromSentences } from './metric-borrowing.js';
import type { SentenceItems } from './sentence-items.js';
import { settledFrame } from './settled-frame.js';

/** A sentence of more numbers is a table and no prose: nothing is read from it. */
const MAX_NUMBERS = 80;

/** Reads the claims of one sentence, each on its own words first and on its list's where they say nothing. */
export function claimsOfSentence(
  { items }: SentenceItems,
  context: PaperContext,
  carried: Carried,
): Claim[] {
  const numbers = numberIndices(items);
  if (numbers.length === 0 || numbers.length > MAX_NUMBERS) return [];
  const lists = numberLists(items, numbers);
  const frames = framesOfSentence(items, lists);
  const claims = lists
    .flatMap((list) => list.members.map((index) => ({ list, index })))
    .sort((a, b) => a.index - b.index)
    .map(({ list, index }): Claim => {
      const frame = frames.get(index) as Frame;
      const metric = bindMetric(items, index, frame);
      return {
        index,
        frame,
        verdict: judge(items, index, frame, metric),
        metric,
        dataset: bindDataset(items, index),
        subject: bindSubject(items, index, frame, context.methods),
        baseline: bindBaseline(items, index),
        list,
      };
    });
  alignLists(items, claims, carried);
  sharePairs(claims);
  shareSubjects(claims);
  continueSubjects(items, claims);
  borrowFromEarlierLists(claims);
  borrowFromLastList(claims, carried.claims);
  shareInLists(items, claims);
  for (const claim of claims) claim.metric ??= bindDistantMetric(items, claim.index, claim.frame);
  borrowFromSentences(items, claims, carried.claims);
  settleDatasets(items, claims, context, carried);
  return claims
    .map((claim) => rejudged(items, claims, claim))
    .map((claim, _, judged) => ({ ...claim, frame: settledFrame(items, judged, claim) }));
}

/** Judged again with the metric that the others gave; a member of a tight list is what the others are. */
function rejudged(items: SentenceItems['items'], claims: readonly Claim[], claim: Claim): Claim {
  const verdict = judge(items, claim.index, claim.frame, claim.metric);
  if (verdict.kind === 'result' || isAside(items, claim.index)) return { ...claim, verdict };
  const at = claims.indexOf(claim);
  const next = claims[at + 1];
  const paired = claim.frame.rule === 'level.from' || next?.frame.rule === 'level.versus';
  const partner = claim.frame.rule === 'level.to' ? claims[at - 1] : paired ? next : null;
  const fellow = claims.find(
    (other) =>
      other !== claim &&
      other.verdict.kind === 'result' &&
      (other === partner || sameGroup(claim, other)),
  );
  return { ...claim, verdict: fellow?.verdict ?? verdict };
}
