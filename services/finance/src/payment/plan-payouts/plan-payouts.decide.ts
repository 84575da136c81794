import type { Instrument, SettlementPart } from '../../settlement/model/settlement-part.model';
import type { Settlement } from '../../settlement/model/settlement.model';
import { spreadRefund, type OriginalPayment } from '../model/original-payment.model';
import { ownRoute, type PayoutRoute } from '../model/payout-means.model';

/** What is given back of the price of an order goes back the way it came. */
const BACK_TO_ORIGIN: readonly Instrument[] = [
  'REFUND',
  'RETURN',
  'EXCHANGE',
  'PRICE_REDUCTION',
  'ALLOWANCE',
  'AGREEMENT_SURRENDER',
];

/** One payment of the plan, in minor units of the settlement's currency. */
export interface PayoutShare extends PayoutRoute {
  readonly beneficiary: string;
  readonly amountMinor: bigint;
  readonly originalPaymentId?: string;
  readonly originalReference?: string;
}

/** What the plan depends on beside the settlement. */
export interface PayoutWays {
  /** How each order was paid, in the order of payment. */
  readonly originals: ReadonlyMap<string, readonly OriginalPayment[]>;
  /** Whether money can go back through a provider. */
  readonly isConfigured: (provider: string) => boolean;
  /** For everything that has no way of its own. */
  readonly fallback: PayoutRoute;
}

/** The orders to which parts of the settlement go back. */
export function ordersGivenBack({ parts, customerId }: Pick<Settlement, 'parts' | 'customerId'>): readonly string[] {
  return [...new Set(parts.flatMap((part) => orderGivenBack(part, customerId) ?? []))];
}

/**
 * The payments of a settlement, none of nothing, which come to its amount exactly: what was paid for an order back to
 * the payments of that order, the rest by the organisation's own way, one for each payee, and store credit as vouchers.
 */
export function planPayouts(settlement: Settlement, ways: PayoutWays): readonly PayoutShare[] {
  const { parts, customerId } = settlement;
  const back = ordersGivenBack(settlement).map((orderNumber) => {
    const due = sumOf(parts.filter((part) => orderGivenBack(part, customerId) === orderNumber));
    const usable = (ways.originals.get(orderNumber) ?? []).filter(({ provider }) => ways.isConfigured(provider));
    return spreadRefund(due, usable);
  });
  const refunds = back
    .flatMap(({ shares }) => shares)
    .map(({ original: { id, provider, reference }, amountMinor }) => ({
      ...{ means: 'PROVIDER' as const, provider, beneficiary: customerId, amountMinor },
      ...{ originalPaymentId: id, originalReference: reference },
    }));
  const rest = { payee: customerId, amountMinor: back.reduce((sum, { restMinor }) => sum + restMinor, 0n) };
  const others = parts.filter((part) => orderGivenBack(part, customerId) === undefined);
  const isCredit = ({ instrument }: SettlementPart): boolean => instrument === 'STORE_CREDIT';
  const plain = [rest, ...others.filter((part) => !isCredit(part)).map(dueOf)];
  return [
    ...refunds,
    ...forEachPayee(plain, ways.fallback),
    ...forEachPayee(others.filter(isCredit).map(dueOf), ownRoute('STORE_CREDIT')),
  ];
}

interface Due {
  readonly payee: string;
  readonly amountMinor: bigint;
}

function dueOf({ payee, amount }: SettlementPart): Due {
  return { payee, amountMinor: amount.amountMinor };
}

function orderGivenBack({ instrument, subject, payee }: SettlementPart, customerId: string): string | undefined {
  return BACK_TO_ORIGIN.includes(instrument) && payee === customerId ? subject?.orderNumber : undefined;
}

function forEachPayee(dues: readonly Due[], route: PayoutRoute): readonly PayoutShare[] {
  const sums = new Map<string, bigint>();
  for (const { payee, amountMinor } of dues) sums.set(payee, (sums.get(payee) ?? 0n) + amountMinor);
  return [...sums].flatMap(([beneficiary, amountMinor]) =>
    amountMinor > 0n ? [{ ...route, beneficiary, amountMinor }] : [],
  );
}

function sumOf(parts: readonly SettlementPart[]): bigint {
  return parts.reduce((sum, { amount }) => sum + amount.amountMinor, 0n);
}
