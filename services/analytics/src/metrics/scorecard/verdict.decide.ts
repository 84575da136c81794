import type { Regulation } from '@redress/regulations';
import type { MetricFigure } from '../model/metrics-answer.model';
import { percentOfChange } from '../questions/decimal.model';

export type Target = NonNullable<Regulation['metrics'][number]['target']>;
export const VERDICTS = ['MET', 'MISSED', 'NO_DATA', 'NO_TARGET', 'BREAKDOWN', 'NOT_KEPT'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A figure as a fraction, so that 99.99996 percent are not taken for all. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** What a figure was made of; a mean of times is rounded down to the millisecond, and what it was divided from is not. */
export function fractionOf(
  { value, numerator, denominator, total }: MetricFigure,
  ofMetric: readonly MetricFigure[],
): Fraction {
  const count = ofMetric.find(({ statistic }) => statistic === 'COUNT')?.value;
  if (total !== undefined && count !== undefined) return { numerator: BigInt(total), denominator: BigInt(count) };
  if (numerator === undefined || denominator === undefined) return { numerator: BigInt(value), denominator: 1n };
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

const DECIMALS = 9;
const HOUR_MS = 3_600_000n;

/** How a figure stands against a number of the target's unit: below zero when it is less. */
function against({ numerator, denominator }: Fraction, { value, unit }: Target): bigint {
  const scaled = BigInt(Math.round(value * 10 ** DECIMALS));
  const factor = unit === 'PERCENT' ? 100n : 1n;
  const divisor = unit === 'HOURS' ? HOUR_MS : 1n;
  return numerator * factor * 10n ** BigInt(DECIMALS) - scaled * denominator * divisor;
}

/** By how many percent a share has gone down since the period before; none without one. */
export function reducedBy(now: Fraction, before: Fraction | undefined): string | undefined {
  if (before === undefined) return undefined;
  const [later, earlier] = [now.numerator * before.denominator, before.numerator * now.denominator];
  return percentOfChange(String(earlier), String(2n * earlier - later));
}

/** Whether a figure meets its target; a time is in milliseconds and held against hours. */
export function verdictOf(
  target: Target | undefined,
  figure: Fraction | undefined,
  before?: Fraction,
): Extract<Verdict, 'MET' | 'MISSED' | 'NO_DATA' | 'NO_TARGET'> {
  if (target === undefined) return figure === undefined ? 'NO_DATA' : 'NO_TARGET';
  if (figure === undefined || figure.denominator === 0n) return 'NO_DATA';
  if (target.comparator === 'REDUCED_BY') {
    if (before === undefined || before.numerator === 0n) return 'NO_DATA';
    const [later, earlier] = [figure.numerator * before.denominator, before.numerator * figure.denominator];
    const reduction = { numerator: earlier - later, denominator: earlier };
    return against(reduction, target) >= 0n ? 'MET' : 'MISSED';
  }
  const difference = against(figure, target);
  const met = { AT_LEAST: difference >= 0n, AT_MOST: difference <= 0n, EQUAL: difference === 0n };
  return met[target.comparator] ? 'MET' : 'MISSED';
}
