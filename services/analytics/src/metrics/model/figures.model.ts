import { formatAmount, money } from '@redress/kernel';
import type { Metric } from './metric.model';
import type { MetricName } from './metric-registry.model';
import type { MetricFigure, MetricsRow } from './metrics-answer.model';
import type { Spread } from './metrics-query.model';

type Cell = readonly (bigint | null)[];

const DECIMALS = 4;
const SCALE = 10n ** BigInt(DECIMALS);

/** `numerator / denominator * factor` with four decimals, half away from zero. */
export function quotient(numerator: bigint, denominator: bigint, factor = 1n): string {
  const scaled = numerator * factor * SCALE * 2n;
  const sign = scaled < 0n ? -1n : 1n;
  const rounded = (scaled * sign + denominator) / (denominator * 2n);
  const whole = rounded / SCALE;
  const fraction = (rounded % SCALE).toString().padStart(DECIMALS, '0');
  return `${sign < 0n && rounded !== 0n ? '-' : ''}${whole}.${fraction}`;
}

/** The figures of one metric from the numbers that an engine gave; none for a span or a share of nothing. */
export function figuresOf(
  { name, unit, measure }: Metric<MetricName>,
  cell: Cell,
  currency: string | null,
  spread?: Spread,
): readonly MetricFigure[] {
  const [first = null, second = null, third = null, fourth = null] = cell;
  switch (measure.kind) {
    case 'count':
      return [{ metric: name, statistic: 'COUNT', unit, value: String(first ?? 0n) }];
    case 'distinct':
      return [{ metric: name, statistic: 'DISTINCT', unit, value: String(first ?? 0n) }];
    case 'sum':
      if (first === null || currency === null) return [];
      return [{ metric: name, statistic: 'SUM', unit, value: formatAmount(money(first, currency)), currency }];
    case 'share':
    case 'average': {
      if (second === null || second === 0n) return [];
      const numerator = first ?? 0n;
      const value = quotient(numerator, second, measure.kind === 'share' ? 100n : 1n);
      const statistic = measure.kind === 'share' ? 'SHARE' : 'MEAN';
      return [{ metric: name, statistic, unit, value, numerator: String(numerator), denominator: String(second) }];
    }
    case 'duration':
    case 'worked':
      if (first === null || first === 0n) return [];
      return [
        { metric: name, statistic: 'COUNT', unit: 'COUNT', value: String(first), ...spreadOf(cell, spread) },
        { metric: name, statistic: 'MEAN', unit, value: String((second ?? 0n) / first), total: String(second ?? 0n) },
        { metric: name, statistic: 'MEDIAN', unit, value: String(third ?? 0n) },
        { metric: name, statistic: 'P90', unit, value: String(fourth ?? 0n) },
      ];
  }
}

/** The numbers of a span after its first four: its percentiles, then how many are below each edge. */
function spreadOf(cell: Cell, spread: Spread | undefined): Pick<MetricFigure, 'spread'> {
  if (spread === undefined) return {};
  const texts = cell.slice(4).map((number) => String(number ?? 0n));
  const percentiles = texts.slice(0, spread.percentiles.length);
  return { spread: { percentiles, below: texts.slice(spread.percentiles.length) } };
}

/** The order of groups: by their keys one after the other, `null` last. */
export function compareKeys(left: readonly (string | null)[], right: readonly (string | null)[]): number {
  for (let index = 0; index < left.length; index += 1) {
    const [a, b] = [left[index] ?? null, right[index] ?? null];
    if (a === b) continue;
    if (a === null) return 1;
    if (b === null) return -1;
    return a < b ? -1 : 1;
  }
  return 0;
}

/** A group of an engine's answer, with the metrics that its numbers are of. */
export interface MeasuredGroup {
  readonly keys: readonly (string | null)[];
  readonly currency: string | null;
  readonly metrics: readonly Metric<MetricName>[];
  readonly cells: readonly Cell[];
}

/**
 * Brings the answers for several sets of metrics together by their keys. Rows are in the order of their keys, `null` last,
 * and figures in the order in which metrics were asked, so that the same question has the same answer to the byte.
 */
export function toRows(
  groups: readonly MeasuredGroup[],
  asked: readonly MetricName[],
  spread?: Spread,
): readonly MetricsRow[] {
  const rows = new Map<string, { readonly keys: MetricsRow['keys']; readonly figures: MetricFigure[] }>();
  for (const { keys, currency, metrics, cells } of groups) {
    const name = JSON.stringify(keys);
    const row = rows.get(name) ?? { keys, figures: [] };
    rows.set(name, row);
    for (const [index, definition] of metrics.entries())
      row.figures.push(...figuresOf(definition, cells[index] ?? [], currency, spread));
  }
  const place = new Map(asked.map((metric, index) => [metric, index]));
  const order = ({ metric }: MetricFigure): number => place.get(metric) ?? 0;
  // Sorting keeps the statistics of one metric in the order in which they were made.
  for (const { figures } of rows.values())
    figures.sort(
      (left, right) => order(left) - order(right) || compareKeys([left.currency ?? ''], [right.currency ?? '']),
    );
  return [...rows.values()].sort((left, right) => compareKeys(left.keys, right.keys));
}
