/** An instant of an event. */
export const at = (instant: string): Date => new Date(instant);

/** Yes or no as facts have it. */
export const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);

/** One more than what was counted so far. */
export const oneMore = (count: number | null | undefined): number => (count ?? 0) + 1;

/** A decimal with up to six places as a whole number of millionths. */
export function micro(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0').slice(0, 6));
}
