/** The value below which the given share (0 to 1) of the values lies. Throws when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

/** The middle of the values, which one disturbed round does not move. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);
