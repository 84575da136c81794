import type { AdoptionSettings } from '../adoption/adoption.model';
import { addDecimals, compareDecimals, multiplyDecimals, parseDecimal, type Decimal } from '../numbering/decimal';
import type { Regulation } from '../regulation/regulation.model';

/** How what came back compares with what was authorised. EXCEPTION: it is not posted until somebody decides. */
export type ReturnOutcome = 'EQUAL' | 'LESS' | 'WITHIN_TOLERANCE' | 'EXCEPTION';

/** Quantities as plain decimals, for example `12` or `2.5`, of one line and one unit. */
export interface ReturnedQuantity {
  readonly authorised: string;
  readonly received: string;
}

/**
 * Compares the quantity that came back with the one that was authorised. More than authorised is posted as received
 * while it stays within the ratio that the organisation filled in; above it, and where the regulation grants no
 * tolerance, it is an exception. Throws `RangeError` for a quantity that is no plain decimal or negative.
 */
export function returnOutcome(
  regulation: Regulation,
  settings: AdoptionSettings,
  { authorised, received }: ReturnedQuantity,
): ReturnOutcome {
  const allowed = quantity(authorised);
  const actual = quantity(received);
  const difference = compareDecimals(actual, allowed);
  if (difference === 0) return 'EQUAL';
  if (difference < 0) return 'LESS';
  const ratio = toleranceOf(regulation, settings);
  const most = addDecimals(allowed, multiplyDecimals(allowed, ratio));
  return compareDecimals(actual, most) <= 0 ? 'WITHIN_TOLERANCE' : 'EXCEPTION';
}

function toleranceOf({ id, returnTolerance }: Regulation, { openValues }: AdoptionSettings): Decimal {
  if (returnTolerance === undefined) return { digits: 0n, scale: 0 };
  const value = openValues[returnTolerance.openValue];
  const ratio = typeof value === 'string' ? parseDecimal(value) : undefined;
  if (ratio === undefined)
    throw new Error(`${id}: open value ${returnTolerance.openValue} was not checked at adoption`);
  return ratio;
}

function quantity(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (parsed === undefined || parsed.digits < 0n) throw new RangeError(`${text} is no quantity`);
  return parsed;
}
