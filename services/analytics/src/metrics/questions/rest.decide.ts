import { addMoney, formatAmount, money, parseMoney, type Money } from '@redress/kernel';
import { quotient } from '../model/figures.model';
import { metric, type MetricName } from '../model/metric-registry.model';
import type { MetricFigure, MetricsRow } from '../model/metrics-answer.model';
import type { FiguresRow } from './figures-query.model';

type Key = string | null;

/** Whether the figure of several groups together can be computed from their own: not so for medians and different ones. */
export const isAdditive = (name: MetricName): boolean =>
  !['distinct', 'duration', 'worked'].includes(metric(name).measure.kind);

/** Splits rows by whether the value of their first dimension is among the shown ones. */
export function splitByFirst<Row extends MetricsRow>(
  rows: readonly Row[],
  shown: ReadonlySet<Key>,
): { readonly kept: readonly Row[]; readonly others: readonly Row[] } {
  const isShown = ({ keys }: Row): boolean => shown.has(keys[0] ?? null);
  return { kept: rows.filter(isShown), others: rows.filter((row) => !isShown(row)) };
}

/** Rows put together that agree in all dimensions but the first; their figures have to be additive. */
export function summedRest(others: readonly MetricsRow[], metrics: readonly MetricName[]): readonly FiguresRow[] {
  const groups = new Map<string, { readonly keys: readonly Key[]; readonly figures: MetricFigure[] }>();
  for (const { keys, figures } of others) {
    const inner = [null, ...keys.slice(1)];
    const name = JSON.stringify(inner);
    const group = groups.get(name) ?? { keys: inner, figures: [] };
    groups.set(name, group);
    group.figures.push(...figures);
  }
  return [...groups.values()].map(({ keys, figures }) => ({
    keys,
    rest: true,
    figures: metrics.flatMap((name) => addedFigures(figures.filter((figure) => figure.metric === name))),
  }));
}

/** One statistic of one metric added up, where it is made of sums; an amount for each currency. */
export function addedFigures(figures: readonly MetricFigure[]): readonly MetricFigure[] {
  const [first] = figures;
  if (first === undefined) return [];
  if (first.statistic === 'SUM') return addedMoney(figures);
  const sum = (of: (figure: MetricFigure) => string | undefined): bigint =>
    figures.reduce((total, figure) => total + BigInt(of(figure) ?? '0'), 0n);
  if (first.statistic === 'COUNT') return [{ ...first, value: String(sum(({ value }) => value)) }];
  const numerator = sum((figure) => figure.numerator);
  const denominator = sum((figure) => figure.denominator);
  const value = quotient(numerator, denominator, first.statistic === 'SHARE' ? 100n : 1n);
  return [{ ...first, value, numerator: String(numerator), denominator: String(denominator) }];
}

function addedMoney(figures: readonly MetricFigure[]): readonly MetricFigure[] {
  const totals = new Map<string, { readonly figure: MetricFigure; readonly amount: Money }>();
  for (const figure of figures) {
    const currency = figure.currency ?? '';
    const amount = parseMoney(figure.value, currency) ?? money(0n, currency);
    const before = totals.get(currency);
    totals.set(currency, { figure, amount: before === undefined ? amount : addMoney(before.amount, amount) });
  }
  return [...totals]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, { figure, amount }]) => ({ ...figure, value: formatAmount(amount) }));
}
