import type { RemedyKind } from '@redress/contracts';
import type { Money } from '@redress/kernel';

/** One piece of what a remedy gives. */
export interface RemedyPart {
  readonly kind: RemedyKind;
  readonly orderNumber?: string;
  readonly lineNumber?: number;
  /** Code of a tax, a fee or the shipping: of the line, or of the order where no line is named. */
  readonly charge?: string;
  /** How much of the line, as a plain decimal. */
  readonly quantity?: string;
  readonly amount: Money;
  /** Identifier of who is paid; the complainant where absent. */
  readonly payee?: string;
}

/** The parts as one text; amounts as decimal integers. */
export function partsToText(parts: readonly RemedyPart[] | undefined): string | null {
  return parts === undefined ? null : JSON.stringify(parts.map(partData));
}

/** The parts that {@link partsToText} wrote. */
export function partsFromText(text: string): readonly RemedyPart[] {
  return (JSON.parse(text) as ReturnType<typeof partData>[]).map(({ amount, ...part }) => ({
    ...part,
    amount: { amountMinor: BigInt(amount.amountMinor), currency: amount.currency },
  }));
}

/** A part as an event carries it. */
export function partData({ amount: { amountMinor, currency }, ...part }: RemedyPart) {
  return { ...part, amount: { amountMinor: amountMinor.toString(), currency } };
}
