import { readMoney, type MoneyInput } from '@redress/graphql-runtime';
import { refuse, type Money, type Outcome, type Refusal } from '@redress/kernel';
import type { PurchaseRefusal } from '../model/purchase.model';
import type { ExchangeRateInput, PurchaseChargeInput, PurchaseInput, PurchaseLineInput } from './purchase-input.gql';
import type { ChargeContent, LineContent, PurchaseContent } from './register-purchase.command';

type ReadAmount = (amount: MoneyInput, ...path: string[]) => Money;

/** An order as it stands in an input, or every amount in it that cannot be read. */
export function readPurchase(
  input: PurchaseInput,
  base: readonly string[] = ['input'],
): Outcome<PurchaseContent, PurchaseRefusal> {
  const refusals: Refusal<PurchaseRefusal>[] = [];
  const amountAt: ReadAmount = (amount, ...path) => {
    const read = readMoney(amount, [...base, ...path]);
    if (read.ok) return read.value;
    refusals.push(...read.refusals);
    return { amountMinor: 0n, currency: amount.currency };
  };
  const { orderNumber, customerExternalRef, placedAt, currency, department, exchangeRate } = input;
  const content: PurchaseContent = {
    ...{ orderNumber, placedAt, currency },
    ...given({ customerExternalRef, department, exchangeRate: exchangeRate && rateOf(exchangeRate) }),
    lines: input.lines.map((line, index) => lineOf(line, String(index), amountAt)),
    ...chargesOf(input.charges, amountAt, 'charges'),
    payments: input.payments.map(({ amount, provider, reference }, index) => {
      return { provider, reference, amount: amountAt(amount, 'payments', String(index), 'amount') };
    }),
    ...(input.paymentsComplete ? { paymentsComplete: true } : {}),
  };
  const [first, ...others] = refusals;
  return first === undefined ? { ok: true, value: content } : refuse(first, ...others);
}

function lineOf(line: PurchaseLineInput, index: string, amountAt: ReadAmount): LineContent {
  const { lineNumber, description, quantity, paid, product, department, unitPrice, discount } = line;
  return {
    ...{ lineNumber, description, quantity, paid: amountAt(paid, 'lines', index, 'paid') },
    ...given({
      ...{ product, department, unitPrice },
      discount: discount && amountAt(discount, 'lines', index, 'discount'),
    }),
    ...chargesOf(line.charges, amountAt, 'lines', index, 'charges'),
  };
}

function chargesOf(
  charges: readonly PurchaseChargeInput[],
  amountAt: ReadAmount,
  ...path: string[]
): { readonly charges?: readonly ChargeContent[] } {
  if (charges.length === 0) return {};
  return {
    charges: charges.map(({ kind, code, rate, paid }, index) => {
      return { kind, code, ...given({ rate }), paid: amountAt(paid, ...path, String(index), 'paid') };
    }),
  };
}

function rateOf({ baseCurrency, rate, rateId, on }: ExchangeRateInput) {
  return { baseCurrency, rate, on, ...given({ rateId }) };
}

type Given<Shape> = { [Name in keyof Shape]?: NonNullable<Shape[Name]> };

/** Without what was not given: the digest of an order does not depend on members that it does not have. */
function given<Shape extends object>(values: Shape): Given<Shape> {
  const present = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(present) as Given<Shape>;
}
