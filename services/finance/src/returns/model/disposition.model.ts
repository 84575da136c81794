/** What becomes of goods that came back. */
export const DISPOSITIONS = ['RESALE', 'REPAIR', 'SCRAP', 'BACK_TO_CUSTOMER'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** Whole millionths of a quantity by what becomes of it. */
export type QuantityByDisposition = Readonly<Record<Disposition, bigint>>;

export const NOTHING_INSPECTED: QuantityByDisposition = { RESALE: 0n, REPAIR: 0n, SCRAP: 0n, BACK_TO_CUSTOMER: 0n };

export function totalOf(quantities: QuantityByDisposition): bigint {
  return DISPOSITIONS.reduce((sum, disposition) => sum + quantities[disposition], 0n);
}

export function sumByDisposition(left: QuantityByDisposition, right: QuantityByDisposition): QuantityByDisposition {
  return byDisposition((disposition) => left[disposition] + right[disposition]);
}

export function differenceByDisposition(
  left: QuantityByDisposition,
  right: QuantityByDisposition,
): QuantityByDisposition {
  return byDisposition((disposition) => left[disposition] - right[disposition]);
}

/** At most so much of it, what is sold again first and what goes back last. */
export function mostWorthOf(quantities: QuantityByDisposition, most: bigint): QuantityByDisposition {
  let left = most;
  return byDisposition((disposition) => {
    const take = quantities[disposition] < left ? quantities[disposition] : left;
    left -= take;
    return take;
  });
}

/** One value for each disposition. */
export function byDisposition<Value>(valueOf: (disposition: Disposition) => Value): Record<Disposition, Value> {
  return {
    RESALE: valueOf('RESALE'),
    REPAIR: valueOf('REPAIR'),
    SCRAP: valueOf('SCRAP'),
    BACK_TO_CUSTOMER: valueOf('BACK_TO_CUSTOMER'),
  };
}
