import { isQuantity } from '../../ceiling/model/quantity.model';
import {
  isChargeCode,
  isPercentIfGiven,
  isPriceIfGiven,
  isText,
  isTextIfGiven,
  MOST_CHARGES,
  moneyComplaints,
  unless,
  type Complaint,
} from '../model/purchase-content.rules';
import type { ChargeContent, LineContent, PurchaseContent } from './register-purchase.command';

/** Everything that is wrong with the lines of an order, in the order in which they came. */
export function lineComplaints({ currency, lines }: PurchaseContent, base: readonly string[]): Complaint[] {
  const seen = new Set<number>();
  return lines.flatMap((line, index): Complaint[] => {
    const path = [...base, 'lines', String(index)];
    const repeated = seen.has(line.lineNumber);
    seen.add(line.lineNumber);
    const { lineNumber } = line;
    return [
      ...(repeated
        ? [
            {
              code: 'FINANCE_PURCHASE_LINE_REPEATED',
              path: [...path, 'lineNumber'],
              facts: { lineNumber },
            } as const,
          ]
        : []),
      ...complaintsOf(line, currency, path),
    ];
  });
}

function complaintsOf(line: LineContent, currency: string, path: readonly string[]): Complaint[] {
  const { lineNumber, description, quantity, paid, product, department, unitPrice, discount, charges } = line;
  const at = (field: string): string[] => [...path, field];
  return [
    ...unless(lineNumber >= 1 && lineNumber <= 100_000, at('lineNumber')),
    ...unless(isText(description, 500), at('description')),
    ...unless(isQuantity(quantity), at('quantity')),
    ...moneyComplaints(paid, { currency, least: 0n, path: at('paid') }),
    ...unless(isTextIfGiven(product, 64), at('product')),
    ...unless(isTextIfGiven(department, 64), at('department')),
    ...unless(isPriceIfGiven(unitPrice), at('unitPrice')),
    ...(discount === undefined ? [] : moneyComplaints(discount, { currency, least: 0n, path: at('discount') })),
    ...chargeComplaints(charges, currency, at('charges')),
  ];
}

/** Everything that is wrong with the charges of a line or of the order. */
export function chargeComplaints(
  charges: readonly ChargeContent[] | undefined,
  currency: string,
  path: readonly string[],
): Complaint[] {
  if (charges === undefined) return [];
  const each = charges.flatMap(({ code, rate, paid }, index): Complaint[] => {
    const at = (field: string): string[] => [...path, String(index), field];
    const repeated = charges.findIndex((other) => other.code === code) !== index;
    return [
      ...unless(isChargeCode(code), at('code')),
      ...(repeated
        ? [{ code: 'FINANCE_PURCHASE_CHARGE_REPEATED', path: at('code'), facts: { charge: code } } as const]
        : []),
      ...unless(isPercentIfGiven(rate), at('rate')),
      ...moneyComplaints(paid, { currency, least: 0n, path: at('paid') }),
    ];
  });
  return [...unless(charges.length <= MOST_CHARGES, path, MOST_CHARGES), ...each];
}
