import type { Claim } from './claim.js';
import { fitsUnit } from './metric-borrowing.js';
import type { Item } from './sentence-items.js';

const SURE = new Set(['adjacent', 'slot', 'wording', 'list', 'acronym', 'left']);

/** The second of two levels is of the same metric, data set and task as the first: `from A to B`, `A vs. B`. */
export function sharePairs(claims: readonly Claim[]): void {
  claims.forEach((claim, at) => {
    const first = claims[at - 1];
    if (!first || !/^level\.(?:to|versus)$/.test(claim.frame.rule)) return;
    if (claim.metric?.way !== 'adjacent' && first.metric)
      claim.metric = {
        ...first.metric,
        way: first.metric.way === 'left' ? 'list' : first.metric.way,
      };
    else if (!first.metric && claim.metric) first.metric = { ...claim.metric, way: 'list' };
    sharePartners(first, claim);
    const later = claim.dataset?.way === 'right' ? claim.dataset : null;
    if (later && first.dataset?.way !== 'right') first.dataset = later;
    else claim.dataset = first.dataset ?? claim.dataset;
  });
}

/** What one level is compared with is what the other belongs to. */
function sharePartners(first: Claim, second: Claim): void {
  const [own, other] = second.frame.rule === 'level.to' ? [second, first] : [first, second];
  // `GPT-4o falls from A to B`: both are its own.
  if (other.frame.rule === 'level.from' && other.subject?.way === 'clause') {
    if (!own.subject || own.subject.way === 'own') own.subject = other.subject;
    return;
  }
  if (!other.subject && other.baseline)
    other.subject = { name: other.baseline.text, way: 'phrase' };
  if (other.subject) own.baseline ??= { text: other.subject.name };
  other.baseline = null;
}

/** `compared to 73.2% and 66.8% for X`, `earlier models' 6.5% and 59.2%`: whose one of a tight list is, the others are. */
export function shareSubjects(claims: readonly Claim[]): void {
  for (const claim of claims) {
    if (claim.frame.form !== 'absolute' || (claim.subject && claim.subject.way !== 'own')) continue;
    const fellow = claims.find(
      (other) =>
        other !== claim &&
        sameGroup(claim, other) &&
        /^(?:beside|phrase)$/.test(other.subject?.way ?? ''),
    );
    if (fellow) claim.subject = fellow.subject;
  }
}

const MAX_GAP = 5;

/** `X achieves 98% in English but only 47% in Camlang`: behind "but" goes on what the claim before is about. */
export function continueSubjects(items: readonly Item[], claims: readonly Claim[]): void {
  claims.forEach((claim, at) => {
    const before = claims[at - 1];
    if (before?.subject?.way !== 'clause') return;
    if (claim.frame.form !== before.frame.form || (claim.subject && claim.subject.way !== 'own'))
      return;
    const joint = items.findLastIndex(
      ({ lower }, place) => place > before.index && place < claim.index && lower === 'but',
    );
    if (joint < 0 || claim.index - joint > MAX_GAP) return;
    const between = items.slice(joint + 1, claim.index);
    if (between.every(({ kind, lower }) => kind === 'word' && lower !== 'our'))
      claim.subject = before.subject;
  });
}

/** Members of a list share what only one of them names: `57.1% accuracy on AIME and 94.8% on MATH`. */
export function shareInLists(items: readonly Item[], claims: readonly Claim[]): void {
  for (let at = 0; at < claims.length; at++) {
    const claim = claims[at] as Claim;
    const before = claims[at - 1]?.list === claim.list ? claims[at - 1] : undefined;
    const after = claims[at + 1]?.list === claim.list ? claims[at + 1] : undefined;
    const source = claims.find(({ index }) => index === claim.frame.source);
    if (source) {
      if (!claim.metric && source.metric && fitsUnit(items, claim, source.metric))
        claim.metric = { ...source.metric, way: 'list' };
      continue;
    }
    const weak = claim.metric?.way === 'phrase' && before?.metric?.row;
    if (!claim.metric || weak) {
      const shared =
        (before && lends(before, claim) ? before.metric : null) ??
        (after && claim.list.tight ? after.metric : null);
      if (shared && fitsUnit(items, claim, shared)) claim.metric = { ...shared, way: 'list' };
    }
    if (!claim.baseline && before?.baseline) claim.baseline = before.baseline;
  }
  // A later member's name holds for the earlier ones: `86.3% top-1 and 97.1% top-5 accuracy on ImageNet`.
  for (let at = claims.length - 2; at >= 0; at--) {
    const claim = claims[at] as Claim;
    const after = claims[at + 1] as Claim;
    if (claim.list !== after.list) continue;
    if (
      (!claim.dataset || claim.dataset.way === 'left') &&
      after.dataset?.way === 'right' &&
      sameGroup(claim, after)
    )
      claim.dataset = after.dataset;
    else if (!claim.dataset && after.dataset?.way === 'right') claim.dataset = after.dataset;
    if (
      !claim.metric &&
      after.metric &&
      SURE.has(after.metric.way) &&
      fitsUnit(items, claim, after.metric)
    )
      claim.metric = { ...after.metric, way: 'list' };
  }
}

/** `a 13% increase in build time, an average improvement of 18%`: a cost is not what another noun is of. */
function lends(before: Claim, claim: Claim): boolean {
  const own = claim.frame.wording !== null && claim.frame.source === null;
  const other = before.frame.form !== 'absolute' && before.frame.rule !== claim.frame.rule;
  return !(own && other && before.metric?.row && before.metric.row.category !== 'quality');
}

/** Nothing but joining words stands between the two numbers. */
export function sameGroup(a: Claim, b: Claim): boolean {
  return a.list.groups.some((group) => group.includes(a.index) && group.includes(b.index));
}
