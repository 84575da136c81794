import { formatAmount, money, type Outcome, accept, refuse } from '@redress/kernel';
import type { PurchaseRefusal } from '../model/purchase.model';
import {
  isBaseCurrency,
  isRate,
  isText,
  isTextIfGiven,
  MOST_LINES,
  MOST_PAYMENTS,
  moneyComplaints,
  unless,
  type Complaint,
} from '../model/purchase-content.rules';
import { chargeComplaints, lineComplaints } from './check-lines.decide';
import type { ChargeContent, PurchaseContent } from './register-purchase.command';

/** Checks what is said about an order and answers it in its plain form, or everything that is wrong with it. */
export function checkPurchase(
  content: PurchaseContent,
  now: Date,
  base: readonly string[] = ['input'],
): Outcome<PurchaseContent, PurchaseRefusal> {
  const plain = plainForm(content);
  const complaints = [
    ...headComplaints(plain, now, base),
    ...lineComplaints(content, base),
    ...chargeComplaints(content.charges, content.currency, [...base, 'charges']),
    ...paymentComplaints(plain, base),
  ];
  const [first, ...others] = complaints.length > 0 ? complaints : sumComplaints(plain, base);
  return first === undefined ? accept(plain) : refuse(first, ...others);
}

/** Lines and charges in their order, whatever order they came in: the same order is the same content. */
function plainForm(content: PurchaseContent): PurchaseContent {
  const byCode = (charges: readonly ChargeContent[]) =>
    [...charges].sort((left, right) => (left.code < right.code ? -1 : 1));
  return {
    ...content,
    orderNumber: content.orderNumber.trim(),
    lines: [...content.lines]
      .sort((left, right) => left.lineNumber - right.lineNumber)
      .map((line) => (line.charges === undefined ? line : { ...line, charges: byCode(line.charges) })),
    ...(content.charges === undefined ? {} : { charges: byCode(content.charges) }),
  };
}

function headComplaints(content: PurchaseContent, now: Date, base: readonly string[]): Complaint[] {
  const { orderNumber, customerExternalRef, placedAt, lines, payments, department } = content;
  return [
    ...unless(isText(orderNumber, 64), [...base, 'orderNumber']),
    ...unless(isTextIfGiven(customerExternalRef, 120), [...base, 'customerExternalRef']),
    ...unless(isTextIfGiven(department, 64), [...base, 'department']),
    ...unless(lines.length >= 1 && lines.length <= MOST_LINES, [...base, 'lines'], MOST_LINES),
    ...unless(payments.length <= MOST_PAYMENTS, [...base, 'payments'], MOST_PAYMENTS),
    ...(placedAt.getTime() <= now.getTime()
      ? []
      : [{ code: 'FINANCE_PURCHASE_IN_FUTURE', path: [...base, 'placedAt'] } as const]),
    ...rateComplaints(content, [...base, 'exchangeRate']),
  ];
}

function rateComplaints({ exchangeRate, currency }: PurchaseContent, path: readonly string[]): Complaint[] {
  if (exchangeRate === undefined) return [];
  const { baseCurrency, rate, rateId } = exchangeRate;
  return [
    ...unless(isBaseCurrency(baseCurrency, currency), [...path, 'baseCurrency']),
    ...unless(isRate(rate), [...path, 'rate']),
    ...unless(isTextIfGiven(rateId, 64), [...path, 'rateId']),
  ];
}

function paymentComplaints({ currency, payments }: PurchaseContent, base: readonly string[]): Complaint[] {
  return payments.flatMap(({ provider, reference, amount }, index): Complaint[] => {
    const at = (field: string): string[] => [...base, 'payments', String(index), field];
    const earlier = payments.findIndex((other) => other.provider === provider && other.reference === reference);
    return [
      ...unless(isText(provider, 64), at('provider')),
      ...unless(isText(reference, 128) && earlier === index, at('reference')),
      ...moneyComplaints(amount, { currency, least: 1n, path: at('amount') }),
    ];
  });
}

/** When the payments are said to be all there were, they pay for the lines and charges exactly. */
function sumComplaints(content: PurchaseContent, base: readonly string[]): Complaint[] {
  if (content.paymentsComplete !== true) return [];
  const { lines, charges = [], payments, currency } = content;
  const owed = [...lines, ...lines.flatMap((line) => line.charges ?? []), ...charges];
  const owedMinor = owed.reduce((sum, { paid }) => sum + paid.amountMinor, 0n);
  const paidMinor = payments.reduce((sum, { amount }) => sum + amount.amountMinor, 0n);
  if (owedMinor === paidMinor) return [];
  const shown = (minor: bigint) => `${formatAmount(money(minor, currency))} ${currency}`;
  const facts = { lines: shown(owedMinor), payments: shown(paidMinor), difference: shown(paidMinor - owedMinor) };
  return [{ code: 'FINANCE_PURCHASE_DOES_NOT_ADD_UP', path: [...base, 'payments'], facts }];
}
