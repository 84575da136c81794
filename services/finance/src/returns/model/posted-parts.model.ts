import { allocate, money, type Money } from '@redress/kernel';
import { formatQuantity } from '../../ceiling/model/quantity.model';
import type { RequestedPart } from '../../settlement/draw-up-settlement/draw-up-settlement.command';
import type { SettlementPart } from '../../settlement/model/settlement-part.model';
import type { LinePosting } from './line-reconciliation.model';
import type { ReturnLine } from './return-line.model';
import { WHOLE_SHARE } from './return-policy.model';

/** A line of a return with what it is posted with, and the most that may be given and go back for it. */
export interface PostedLine {
  readonly line: ReturnLine;
  readonly posting: LinePosting;
  readonly most?: { readonly amountMinor: bigint; readonly quantity?: bigint };
}

/** What is given for a line: the amount of the authorised quantity in proportion, rounded once, half up. */
export function entitlementOf({ line, posting, most }: PostedLine): Money {
  const { amountMinor, currency } = line.entitled;
  const whole = line.authorised * BigInt(WHOLE_SHARE);
  const proportional = whole === 0n ? 0n : (2n * amountMinor * posting.weighed + whole) / (2n * whole);
  return money(most === undefined || proportional < most.amountMinor ? proportional : most.amountMinor, currency);
}

/**
 * The parts of a settlement as they are after its returns were posted. The part of a line and those of its charges
 * shrink and grow together, and come to the entitlement of the line exactly; parts that come to nothing are gone.
 */
export function postedParts(parts: readonly SettlementPart[], posted: readonly PostedLine[]): RequestedPart[] {
  const amounts = new Map<number, Money>();
  for (const entry of posted) {
    const group = groupOf(entry.line, parts);
    const entitlement = entitlementOf(entry);
    const shares = allocate(
      entitlement,
      group.map(({ amount }) => amount.amountMinor),
    );
    group.forEach(({ part }, index) => amounts.set(part, shares[index] ?? money(0n, entitlement.currency)));
  }
  return parts.flatMap((part) => {
    const { part: number, draws: _draws, quantity, ...rest } = part;
    const amount = amounts.get(number) ?? rest.amount;
    if (amount.amountMinor === 0n) return [];
    const entry = posted.find(({ line }) => isPartOf(line, part));
    return [{ ...rest, amount, ...quantityOf(quantity, entry) }];
  });
}

/** The part about the line itself, and those about its charges, which the first part about the line takes with it. */
export function groupOf(line: ReturnLine, parts: readonly SettlementPart[]): readonly SettlementPart[] {
  const first = parts.find((part) => part.subject?.charge === undefined && isAbout(line, part));
  const takesCharges = first?.part === line.line;
  return parts.filter(
    (part) => isPartOf(line, part) || (takesCharges && part.subject?.charge !== undefined && isAbout(line, part)),
  );
}

function isPartOf(line: ReturnLine, { part, subject }: SettlementPart): boolean {
  return part === line.line && subject?.charge === undefined;
}

function isAbout(
  { orderNumber, lineNumber, instrument }: ReturnLine,
  { subject, instrument: ofPart }: SettlementPart,
): boolean {
  return ofPart === instrument && subject?.orderNumber === orderNumber && subject.lineNumber === lineNumber;
}

function quantityOf(named: string | undefined, entry: PostedLine | undefined): { readonly quantity?: string } {
  if (named === undefined) return {};
  if (entry === undefined) return { quantity: named };
  const { kept } = entry.posting;
  const most = entry.most?.quantity;
  const quantity = most === undefined || kept < most ? kept : most;
  return quantity > 0n ? { quantity: formatQuantity(quantity) } : {};
}
