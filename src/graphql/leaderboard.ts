import type { BoardGroup, UnrankedMetric } from '../store/queries/index.js';
import { toNamed } from './map-rows.js';
import type { BoardMetric, BoardSetting } from './types/leaderboard.type.js';

/** Which board of a data set is shown; what is left open is the one of most levels. */
export interface BoardChoice {
  readonly metric: string | null;
  /** A setting is asked for. */
  readonly inSetting: boolean;
  readonly unit: string | null;
}

/** The board that fits the choice, and the others of its metric. */
export function chooseBoard(
  groups: readonly BoardGroup[],
  { metric, inSetting, unit }: BoardChoice,
): { readonly chosen: BoardGroup | null; readonly siblings: readonly BoardGroup[] } {
  const first = mostLevels(groups);
  const slug = metric ?? first?.metric_slug;
  const siblings = groups.filter((group) => group.metric_slug === slug);
  const chosen = siblings.find(
    (group) => (!inSetting || group.asked) && (unit === null || group.unit === unit),
  );
  return { chosen: chosen ?? null, siblings };
}

/** The metric of most levels in all settings together. */
function mostLevels(groups: readonly BoardGroup[]): BoardGroup | undefined {
  const [top] = boardMetrics(groups);
  return groups.find(({ metric_slug }) => metric_slug === top?.metric.slug);
}

export function boardMetrics(groups: readonly BoardGroup[]): BoardMetric[] {
  const metrics = new Map<string, BoardMetric>();
  for (const group of groups) {
    const { metric_slug: slug, metric_name: name, count } = group;
    const known = metrics.get(slug);
    if (known) known.count += count;
    else metrics.set(slug, { metric: toNamed('metric', slug, name), count });
  }
  return [...metrics.values()].sort(
    (a, b) => b.count - a.count || (a.metric.slug < b.metric.slug ? -1 : 1),
  );
}

export function toSetting({ setting, setting_title, unit, count }: BoardGroup): BoardSetting {
  return { key: setting, title: setting_title ?? 'not stated', unit, count };
}

/** One sentence or two for a person: what stands on the board, and what stands elsewhere. */
export function boardNote(
  chosen: BoardGroup | null,
  siblings: readonly BoardGroup[],
  choice: BoardChoice,
): string {
  if (!chosen)
    return `No level is reported in ${missing(siblings, choice)}; there are: ${listed(siblings)}.`;
  const shown = `All rows have one setting: ${quoted(chosen)}.`;
  const direction =
    chosen.better === null
      ? ' This metric has no better direction: rows are sorted by value and not ranked.'
      : '';
  const others = siblings.filter((group) => group !== chosen);
  return `${shown}${direction}${others.length ? ` Kept apart: ${listed(others)}.` : ''}`;
}

/** What of a choice no board has. */
function missing(siblings: readonly BoardGroup[], { inSetting, unit }: BoardChoice): string {
  const noSetting = inSetting && !siblings.some(({ asked }) => asked);
  const noUnit = unit !== null && !siblings.some((group) => group.unit === unit);
  const inUnit = `the unit "${unit}"`;
  if (noSetting) return noUnit ? `this setting, and none in ${inUnit}` : 'this setting';
  return noUnit ? inUnit : `this setting in ${inUnit}`;
}

/**
 * Why a data set has no board, or none of a metric.
 * @param metric as a client names it; null where none is asked for
 * @param unranked metrics without a known direction: of the one asked for, or of all
 * @param ranked metrics that the data set has boards of
 */
export function emptyNote(
  metric: string | null,
  unranked: readonly UnrankedMetric[],
  ranked: readonly BoardMetric[],
): string {
  if (unranked.length === 0) {
    const others = ranked.map((one) => `"${one.metric.name}" (${one.count})`);
    const instead = others.length ? ` Ranked here: ${firstOf(others)}.` : '';
    return `No level${metric === null ? '' : ` of "${metric}"`} is reported on this data set.${instead}`;
  }
  const names = unranked.map(({ name, count }) => `"${name}" (${count})`);
  return `Nothing is ranked: it is not known whether higher or lower is better. Levels that are reported on this data set: ${firstOf(names)}.`;
}

/** Data sets that a reader may take for the same; nothing where there are none. */
export function alikeNote(names: readonly string[]): string {
  if (names.length === 0) return '';
  return ` Data sets named alike have levels of their own: ${names.map((name) => `"${name}"`).join(', ')}.`;
}

const MOST_LISTED = 5;

function listed(groups: readonly BoardGroup[]): string {
  return firstOf(groups.map((group) => `${quoted(group)} (${group.count})`));
}

function firstOf(texts: readonly string[]): string {
  const more = texts.length - MOST_LISTED;
  return [...texts.slice(0, MOST_LISTED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function quoted({ setting_title, unit }: BoardGroup): string {
  const title = setting_title === null ? 'not stated' : `"${setting_title}"`;
  return unit ? `${title} in ${unit}` : title;
}
