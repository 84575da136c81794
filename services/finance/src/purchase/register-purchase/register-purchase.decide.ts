import { type Outcome, type Refusal, accept, refuse } from '@redress/kernel';
import type { PurchaseRefusal } from '../model/purchase.model';
import type { PurchaseContent } from './register-purchase.command';

const MOST_LINES = 500;
const MOST_PAYMENTS = 50;
const QUANTITY = /^\d{1,12}(\.\d{1,6})?$/;
/** Far above any order, and low enough for sums of many to stay within 64 bits. */
const MOST_MINOR = 10n ** 15n;

type Complaint = Refusal<PurchaseRefusal>;

/** Checks what is said about an order and answers it in its plain form, or everything that is wrong with it. */
export function checkPurchase(content: PurchaseContent, now: Date): Outcome<PurchaseContent, PurchaseRefusal> {
  const plain: PurchaseContent = {
    ...content,
    orderNumber: content.orderNumber.trim(),
    lines: [...content.lines].sort((left, right) => left.lineNumber - right.lineNumber),
  };
  const [first, ...others] = [
    ...headComplaints(plain, now),
    ...lineComplaints(plain, content),
    ...paymentComplaints(plain),
  ];
  return first === undefined ? accept(plain) : refuse(first, ...others);
}

function headComplaints(
  { orderNumber, customerExternalRef, placedAt, lines, payments }: PurchaseContent,
  now: Date,
): Complaint[] {
  return [
    ...(isText(orderNumber, 64) ? [] : [invalid('orderNumber')]),
    ...(customerExternalRef === undefined || isText(customerExternalRef, 120) ? [] : [invalid('customerExternalRef')]),
    ...(lines.length >= 1 && lines.length <= MOST_LINES
      ? []
      : [{ ...invalid('lines'), details: { limit: MOST_LINES } }]),
    ...(payments.length <= MOST_PAYMENTS ? [] : [{ ...invalid('payments'), details: { limit: MOST_PAYMENTS } }]),
    ...(placedAt.getTime() <= now.getTime()
      ? []
      : [{ code: 'FINANCE_PURCHASE_IN_FUTURE', path: ['input', 'placedAt'] } as const]),
  ];
}

function lineComplaints({ currency }: PurchaseContent, { lines }: PurchaseContent): Complaint[] {
  const seen = new Set<number>();
  return lines.flatMap(({ lineNumber, description, quantity, paid }, index): Complaint[] => {
    const at = (field: string): string[] => ['input', 'lines', String(index), field];
    const repeated = seen.has(lineNumber);
    seen.add(lineNumber);
    return [
      ...(repeated
        ? [{ code: 'FINANCE_PURCHASE_LINE_REPEATED', path: at('lineNumber'), facts: { lineNumber } } as const]
        : []),
      ...(lineNumber >= 1 && lineNumber <= 100_000 ? [] : [{ code: 'INPUT_INVALID', path: at('lineNumber') } as const]),
      ...(isText(description, 500) ? [] : [{ code: 'INPUT_INVALID', path: at('description') } as const]),
      ...(QUANTITY.test(quantity) && Number(quantity) > 0
        ? []
        : [{ code: 'INPUT_INVALID', path: at('quantity') } as const]),
      ...moneyComplaints(paid.amountMinor, paid.currency, { currency, least: 0n, path: at('paid') }),
    ];
  });
}

function paymentComplaints({ currency, payments }: PurchaseContent): Complaint[] {
  return payments.flatMap(({ provider, reference, amount }, index): Complaint[] => {
    const at = (field: string): string[] => ['input', 'payments', String(index), field];
    const earlier = payments.findIndex((other) => other.provider === provider && other.reference === reference);
    return [
      ...(isText(provider, 64) ? [] : [{ code: 'INPUT_INVALID', path: at('provider') } as const]),
      ...(isText(reference, 128) && earlier === index
        ? []
        : [{ code: 'INPUT_INVALID', path: at('reference') } as const]),
      ...moneyComplaints(amount.amountMinor, amount.currency, { currency, least: 1n, path: at('amount') }),
    ];
  });
}

function moneyComplaints(
  amountMinor: bigint,
  paidCurrency: string,
  { currency, least, path }: { readonly currency: string; readonly least: bigint; readonly path: string[] },
): Complaint[] {
  if (paidCurrency !== currency) return [{ code: 'FINANCE_CURRENCY_MISMATCH', path, details: { allowed: [currency] } }];
  return amountMinor < least || amountMinor > MOST_MINOR ? [{ code: 'INPUT_INVALID', path }] : [];
}

function invalid(field: string): Complaint {
  return { code: 'INPUT_INVALID', path: ['input', field] };
}

function isText(text: string, maximum: number): boolean {
  return text.trim() !== '' && text.length <= maximum;
}
