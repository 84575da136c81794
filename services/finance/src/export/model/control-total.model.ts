export const MEASURES = ['AMOUNT', 'DEBIT', 'CREDIT'] as const;
export type Measure = (typeof MEASURES)[number];

/** What a row adds to the control totals. */
export interface Counted {
  readonly measure: Measure;
  readonly currency: string;
  readonly amountMinor: bigint;
}

/** What the rows of a file come to in one currency, so that whoever loads it can tell that nothing is missing. */
export interface ControlTotal extends Counted {
  readonly rows: number;
}

/** The totals with more rows counted, in the order of currency and measure. */
export function withCounted(totals: readonly ControlTotal[], rows: Iterable<Counted>): readonly ControlTotal[] {
  const sums = new Map(totals.map((total) => [keyOf(total), total]));
  for (const { measure, currency, amountMinor } of rows) {
    const key = keyOf({ measure, currency });
    const before = sums.get(key) ?? { measure, currency, amountMinor: 0n, rows: 0 };
    sums.set(key, { ...before, amountMinor: before.amountMinor + amountMinor, rows: before.rows + 1 });
  }
  return [...sums.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, total]) => total);
}

function keyOf({ measure, currency }: Pick<Counted, 'measure' | 'currency'>): string {
  return `${currency} ${measure}`;
}
