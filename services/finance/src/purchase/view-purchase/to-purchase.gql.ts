import { toGlobalId, toMoney } from '@redress/graphql-runtime';
import { formatDecimal } from '../model/decimal.model';
import type { PurchaseCharge } from './purchase-charge.gql';
import type { Purchase, PurchaseLine, PurchasePayment } from './purchase.gql';
import type { PurchaseChargeRecord, PurchaseLineRecord, PurchasePaymentRecord, PurchaseRecord } from './purchase.query';

/** The GraphQL form of an order. */
export function toPurchase(record: PurchaseRecord): Purchase {
  const { baseCurrency, rate, rateId, rateOn, paymentsComplete, ...plain } = record;
  const known = baseCurrency !== null && rate !== null && rateOn !== null;
  return {
    ...plain,
    id: toGlobalId('Purchase', record.id),
    paymentsComplete: Boolean(paymentsComplete),
    exchangeRate: known ? { baseCurrency, rate: formatDecimal(rate), rateId, on: rateOn } : null,
  };
}

/** The GraphQL form of a line. */
export function toLine(record: PurchaseLineRecord): PurchaseLine {
  const { lineNumber, description, product, department, currency, unitPrice, discountMinor } = record;
  return {
    ...{ lineNumber, description, product, department },
    purchaseUuid: record.purchaseId,
    quantity: formatDecimal(record.quantity),
    returnableQuantity: formatDecimal(record.returnable),
    unitPrice: unitPrice === null ? null : formatDecimal(unitPrice),
    discount: discountMinor === null ? null : toMoney({ amountMinor: BigInt(discountMinor), currency }),
    ...figuresOf(record),
  };
}

/** The GraphQL form of a charge. */
export function toCharge(record: PurchaseChargeRecord): PurchaseCharge {
  const { kind, code, rate } = record;
  return { kind, code, rate: rate === null ? null : formatDecimal(rate), ...figuresOf(record) };
}

/** The GraphQL form of a payment. */
export function toPayment({ provider, reference, amountMinor, currency }: PurchasePaymentRecord): PurchasePayment {
  return { provider, reference, amount: toMoney({ amountMinor: BigInt(amountMinor), currency }) };
}

function figuresOf({ currency, paidMinor, reservedMinor, settledMinor }: PurchaseChargeRecord | PurchaseLineRecord) {
  const [paid, reserved, settled] = [BigInt(paidMinor), BigInt(reservedMinor), BigInt(settledMinor)];
  const money = (amountMinor: bigint) => toMoney({ amountMinor, currency });
  return {
    paid: money(paid),
    reserved: money(reserved),
    settled: money(settled),
    remaining: money(paid - reserved - settled),
  };
}
