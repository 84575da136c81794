import { quotient } from '../model/figures.model';

interface Scaled {
  readonly units: bigint;
  readonly decimals: number;
}

/** A decimal text is digits with an optional sign and fraction, as figures have it. */
const scaled = (text: string): Scaled => {
  const [whole = '0', fraction = ''] = text.split('.');
  return { units: BigInt(`${whole}${fraction}`), decimals: fraction.length };
};

/** Both numbers in units of the finer one's last place. */
function aligned(left: string, right: string): readonly [bigint, bigint, number] {
  const [a, b] = [scaled(left), scaled(right)];
  const decimals = Math.max(a.decimals, b.decimals);
  const units = ({ units: own, decimals: places }: Scaled): bigint => own * 10n ** BigInt(decimals - places);
  return [units(a), units(b), decimals];
}

/** Of decimals with so many characters no two different ones are the same floating-point number. */
const EXACT_AS_NUMBER = 15;

/** Below zero when the first is less, above when it is greater. */
export function compareDecimals(left: string, right: string): number {
  if (left.length <= EXACT_AS_NUMBER && right.length <= EXACT_AS_NUMBER) return Number(left) - Number(right);
  const [a, b] = aligned(left, right);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first less the second, with the decimals of the finer one. */
export function subtractDecimals(left: string, right: string): string {
  const [a, b, decimals] = aligned(left, right);
  const difference = a - b;
  const digits = (difference < 0n ? -difference : difference).toString().padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return difference < 0n ? `-${text}` : text;
}

/** By how many percent of `before` it became `after`, with four decimals; none where there was nothing before. */
export function percentOfChange(before: string, after: string): string | undefined {
  const [a, b] = aligned(after, before);
  return b === 0n ? undefined : quotient(a - b, b < 0n ? -b : b, 100n);
}
