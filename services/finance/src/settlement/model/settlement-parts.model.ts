import type { Money } from '@redress/kernel';
import type { SettlementPart } from './settlement-part.model';
import type { Settlement } from './settlement.model';

type StoredPart = Omit<SettlementPart, 'amount' | 'draws'> & {
  readonly amountMinor: string;
  readonly draws: readonly (Omit<SettlementPart['draws'][number], 'amountMinor'> & { readonly amountMinor: string })[];
};

/** The parts as one text; amounts as decimal integers, because JSON numbers end at 2^53. */
export function partsToText(parts: readonly SettlementPart[]): string {
  return JSON.stringify(
    parts.map(({ amount, draws, ...part }) => ({
      ...part,
      amountMinor: amount.amountMinor.toString(),
      draws: draws.map(({ amountMinor, ...draw }) => ({ ...draw, amountMinor: amountMinor.toString() })),
    })),
  );
}

/** The parts that {@link partsToText} wrote. */
export function partsFromText(text: string, currency: string): readonly SettlementPart[] {
  return (JSON.parse(text) as StoredPart[]).map(({ amountMinor, draws, ...part }) => ({
    ...part,
    amount: { amountMinor: BigInt(amountMinor), currency },
    draws: draws.map((draw) => ({ ...draw, amountMinor: BigInt(draw.amountMinor) })),
  }));
}

/** A settlement that was drawn up before there were parts has one. */
export function onlyPart(
  { instrument, customerId, orderLine }: Pick<Settlement, 'instrument' | 'customerId' | 'orderLine'>,
  amount: Money,
  ceilingId: string | null,
): readonly SettlementPart[] {
  return [
    {
      part: 1,
      instrument,
      amount,
      payee: customerId,
      ...(orderLine === undefined ? {} : { subject: orderLine }),
      draws: ceilingId === null ? [] : [{ ceilingId, amountMinor: amount.amountMinor }],
    },
  ];
}
