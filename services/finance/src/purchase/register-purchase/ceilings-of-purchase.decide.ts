import { openCeiling, orderChargeSubject, orderLineSubject, type Ceiling } from '../../ceiling/model/ceiling.model';
import type { Purchase } from '../model/purchase.model';

/** The ceilings of an order: one of each line, which also counts its quantity, and one of each tax, fee and shipping. */
export function ceilingsOfPurchase({ orderNumber, lines, charges = [] }: Purchase): Ceiling[] {
  const ofLines = lines.flatMap(({ id: lineId, lineNumber, paid, quantity, charges: ofLine = [] }) => [
    openCeiling(lineId, 'ORDER_LINE', orderLineSubject({ orderNumber, lineNumber }), paid, { lineId, quantity }),
    ...ofLine.map(({ id, code, paid: charged }) =>
      openCeiling(id, 'ORDER_CHARGE', orderChargeSubject({ orderNumber, lineNumber, charge: code }), charged, {
        lineId,
      }),
    ),
  ]);
  const ofOrder = charges.map(({ id, code, paid }) =>
    openCeiling(id, 'ORDER_CHARGE', orderChargeSubject({ orderNumber, charge: code }), paid),
  );
  return [...ofLines, ...ofOrder];
}
