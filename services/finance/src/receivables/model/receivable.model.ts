import { accept, money, refuse, type Money, type Outcome } from '@redress/kernel';

/** What a customer owes by one document. */
export interface Receivable {
  readonly id: string;
  readonly customerId: string;
  readonly documentNumber: string;
  readonly orderNumber?: string;
  readonly lineNumber?: number;
  readonly amount: Money;
  readonly paidMinor: bigint;
  readonly creditedMinor: bigint;
  /** What of the open amount waits for a case. */
  readonly disputedMinor: bigint;
  readonly issuedOn: string;
  readonly dueOn: string;
  /** Subject of the member of staff whose collection rate it counts for. */
  readonly salesperson: string;
  readonly department?: string;
  readonly registeredBy: string;
  readonly registeredAt: Date;
  readonly version: number;
}

/** How a receivable came to be disputed, and what of it still is. */
export interface Dispute {
  readonly id: string;
  readonly receivableId: string;
  readonly caseId: string;
  readonly amountMinor: bigint;
}

export type MovementKind = 'RECEIPT' | 'CREDIT';

/** What reduced a receivable. */
export interface Movement {
  readonly id: string;
  readonly receivableId: string;
  readonly kind: MovementKind;
  readonly amountMinor: bigint;
  /** How much of it came out of the disputed part. */
  readonly disputedMinor: bigint;
  readonly effectiveOn: string;
  /** Names it among the movements of its kind: it is recorded once. */
  readonly reference: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export type ReceivableRefusal =
  | 'NOT_FOUND'
  | 'INPUT_INVALID'
  | 'VERSION_CONFLICT'
  | 'FINANCE_AMOUNT_NOT_POSITIVE'
  | 'FINANCE_CURRENCY_MISMATCH'
  | 'FINANCE_RECEIVABLE_CONFLICT'
  | 'FINANCE_RECEIVABLE_DUE_BEFORE_ISSUE'
  | 'FINANCE_RECEIVABLE_EXCEEDED'
  | 'FINANCE_RECEIPT_RECORDED'
  | 'FINANCE_ALREADY_DISPUTED';

/** What is still owed. */
export function openOf({ amount, paidMinor, creditedMinor }: Receivable): bigint {
  return amount.amountMinor - paidMinor - creditedMinor;
}

/** What is owed and not disputed: it is collected at the normal term. */
export function collectable(receivable: Receivable): bigint {
  return openOf(receivable) - receivable.disputedMinor;
}

/** A receivable that is less, and how much of that came out of what is disputed. */
export interface Reduced {
  readonly receivable: Receivable;
  readonly disputedMinor: bigint;
}

/** Takes an amount off. What is not disputed goes first: whoever pays does not give a complaint up. */
export function reduce(receivable: Receivable, kind: MovementKind, by: Money): Outcome<Reduced, ReceivableRefusal> {
  const { currency } = receivable.amount;
  if (by.amountMinor <= 0n) return refuse({ code: 'FINANCE_AMOUNT_NOT_POSITIVE', path: ['input', 'amount'] });
  if (by.currency !== currency) {
    return refuse({ code: 'FINANCE_CURRENCY_MISMATCH', path: ['input', 'amount'], details: { allowed: [currency] } });
  }
  const open = openOf(receivable);
  if (by.amountMinor > open) {
    const details = { maximum: money(open, currency) };
    return refuse({ code: 'FINANCE_RECEIVABLE_EXCEEDED', path: ['input', 'amount'], details });
  }
  const free = collectable(receivable);
  // A credit settles what the case is about, a payment what nobody disputes.
  const { disputedMinor: disputed } = receivable;
  const first = kind === 'CREDIT' ? disputed : free;
  const fromFirst = by.amountMinor < first ? by.amountMinor : first;
  const disputedMinor = kind === 'CREDIT' ? fromFirst : by.amountMinor - fromFirst;
  const { paidMinor, creditedMinor, version } = receivable;
  return accept({
    disputedMinor,
    receivable: {
      ...receivable,
      paidMinor: kind === 'RECEIPT' ? paidMinor + by.amountMinor : paidMinor,
      creditedMinor: kind === 'CREDIT' ? creditedMinor + by.amountMinor : creditedMinor,
      disputedMinor: disputed - disputedMinor,
      version: version + 1,
    },
  });
}

/** Makes a part of what is owed disputed: all that is not yet, unless told. */
export function dispute(receivable: Receivable, amountMinor?: bigint): Outcome<Reduced, ReceivableRefusal> {
  const free = collectable(receivable);
  const disputedMinor = amountMinor ?? free;
  if (disputedMinor <= 0n) return refuse({ code: 'FINANCE_AMOUNT_NOT_POSITIVE', path: ['input', 'amount'] });
  if (disputedMinor > free) {
    const details = { maximum: money(free, receivable.amount.currency) };
    return refuse({ code: 'FINANCE_RECEIVABLE_EXCEEDED', path: ['input', 'amount'], details });
  }
  return accept({ disputedMinor, receivable: withDisputed(receivable, disputedMinor) });
}

/** What was disputed is owed at the normal term again. */
export function endDispute(receivable: Receivable, disputedMinor: bigint): Receivable {
  return withDisputed(receivable, -disputedMinor);
}

function withDisputed(receivable: Receivable, moved: bigint): Receivable {
  const disputedMinor = receivable.disputedMinor + moved;
  if (disputedMinor < 0n) throw new RangeError(`receivable ${receivable.id} is not disputed so far`);
  return { ...receivable, disputedMinor, version: receivable.version + 1 };
}
