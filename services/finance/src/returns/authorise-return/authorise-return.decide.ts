import { money } from '@redress/kernel';
import { parseQuantity } from '../../ceiling/model/quantity.model';
import type { Settlement } from '../../settlement/model/settlement.model';
import type { OrderLineReference, SettlementPart } from '../../settlement/model/settlement-part.model';
import { NOTHING_INSPECTED } from '../model/disposition.model';
import { returnNumberOf, type ReturnAuthorisation } from '../model/return-authorisation.model';
import type { ReturnLine } from '../model/return-line.model';
import { dueAfter, type ReturnPolicy } from '../model/return-policy.model';

/** A part by which goods come back, with the line they were bought on. */
export type ReturningPart = SettlementPart & { readonly subject: OrderLineReference };

/** Goods come back by a return, and by an exchange that says how many. */
export function returningParts(parts: readonly SettlementPart[]): readonly ReturningPart[] {
  return parts.filter((part): part is ReturningPart => {
    const { instrument, quantity, subject } = part;
    const returns = instrument === 'RETURN' || (instrument === 'EXCHANGE' && quantity !== undefined);
    return returns && subject?.lineNumber !== undefined && subject.charge === undefined;
  });
}

export interface Grounds {
  /** Quantity and product of the lines as they were bought. */
  readonly bought: readonly (OrderLineReference & { readonly quantity: string; readonly product?: string })[];
  readonly policy: ReturnPolicy;
  readonly cause?: string;
  readonly now: Date;
  readonly id: string;
  readonly lineIds: readonly string[];
}

/** What the settlement lets come back: of each part its quantity, or all that was bought where it names none. */
export function authoriseReturn(settlement: Settlement, grounds: Grounds): ReturnAuthorisation | undefined {
  const { bought, policy, cause, now, id, lineIds } = grounds;
  const lines = returningParts(settlement.parts).flatMap((part, index): ReturnLine[] => {
    const { orderNumber, lineNumber } = part.subject;
    const line = bought.find((each) => each.orderNumber === orderNumber && each.lineNumber === lineNumber);
    const quantity = part.quantity ?? line?.quantity;
    if (quantity === undefined) return [];
    return [
      {
        ...{ id: lineIds[index] ?? '', authorisationId: id, line: part.part, instrument: part.instrument },
        ...{ orderNumber, lineNumber },
        ...(line?.product === undefined ? {} : { product: line.product }),
        quantityNamed: part.quantity !== undefined,
        authorised: parseQuantity(quantity),
        ...{ received: 0n, setAside: 0n, inspected: NOTHING_INSPECTED, complete: false },
        entitled: money(withCharges(part, settlement.parts), part.amount.currency),
      },
    ];
  });
  if (lines.length === 0) return undefined;
  const { number, id: settlementId, caseId, customerId, resolutionProposedBy: owner } = settlement;
  return {
    ...{ id, number: returnNumberOf(number), settlementId, caseId, customerId, state: 'AUTHORISED', owner },
    ...(cause === undefined ? {} : { cause }),
    ...{ dueAt: dueAfter(now, policy), createdAt: now, version: 1, lines },
  };
}

/** The first part about a line takes the parts about its charges with it. */
function withCharges({ part, amount, subject, instrument }: ReturningPart, parts: readonly SettlementPart[]): bigint {
  const aboutLine = parts.filter(
    (other) =>
      other.instrument === instrument &&
      other.subject?.orderNumber === subject.orderNumber &&
      other.subject.lineNumber === subject.lineNumber,
  );
  const first = aboutLine.find((other) => other.subject?.charge === undefined);
  const charges = first?.part === part ? aboutLine.filter((other) => other.subject?.charge !== undefined) : [];
  return charges.reduce((sum, charge) => sum + charge.amount.amountMinor, amount.amountMinor);
}
