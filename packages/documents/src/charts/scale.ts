const TICKS = 5;
const STEPS = [1, 2, 2.5, 5, 10];

/** An axis from nought, or from below where numbers are negative, in round steps. */
export interface Scale {
  readonly ticks: readonly number[];
  /** Where a number lies between the ends of the axis, 0 to 1. */
  readonly share: (value: number) => number;
}

/** The axis on which all numbers have their place. */
export function scaleOf(values: readonly (number | null)[]): Scale {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  const step = stepOf(high - low);
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => rounded((first + index) * step));
  const [bottom, span] = [first * step, (last - first) * step];
  return { ticks, share: (value) => (value - bottom) / span };
}

function stepOf(span: number): number {
  if (!(span > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(span / TICKS));
  return (STEPS.find((step) => step * power * TICKS >= span) ?? 10) * power;
}

/** Steps such as 0.1 leave dust behind the last digit. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** A number as it stands beside an axis or in a field. */
export function shownNumber(value: number): string {
  return String(Math.round(value * 100) / 100);
}
