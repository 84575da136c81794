import type { MetricFigure } from '../model/metrics-answer.model';
import { quotient } from '../model/figures.model';
import { compareDecimals } from '../questions/decimal.model';

/** A value of the dimension with its part of the whole, and with that of all larger ones together. */
export interface ParetoPart {
  readonly key: string | null;
  readonly figure: MetricFigure;
  readonly share: string | undefined;
  readonly cumulativeShare: string | undefined;
}

/** Decimal places do not matter for shares as long as all figures have the same. */
const whole = (value: string): bigint => BigInt(value.replace('.', ''));

/** The largest first, each with its share and the cumulative one; none of a whole that is not positive. */
export function paretoOf(
  figures: readonly { readonly key: string | null; readonly figure: MetricFigure }[],
): readonly ParetoPart[] {
  const sorted = [...figures].sort((left, right) => compareDecimals(right.figure.value, left.figure.value));
  const total = sorted.reduce((sum, { figure }) => sum + whole(figure.value), 0n);
  const shareOf = (part: bigint): string | undefined => (total > 0n ? quotient(part, total, 100n) : undefined);
  let sofar = 0n;
  return sorted.map(({ key, figure }) => {
    sofar += whole(figure.value);
    return { key, figure, share: shareOf(whole(figure.value)), cumulativeShare: shareOf(sofar) };
  });
}
