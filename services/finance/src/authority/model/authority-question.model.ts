import type { Money } from '@redress/kernel';
import type { KnownFacts } from '@redress/regulations';
import type { BindingRegulation } from '../../case-file/model/binding-regulation.model';
import type { Instrument } from '../../settlement/model/settlement-part.model';
import type { Endorsement } from './signatory.model';

/** Whether somebody may release money: all that the answer depends on. */
export interface AuthorityQuestion {
  readonly binding: BindingRegulation;
  readonly amount: Money;
  /** Those of the settlement's parts, each once. */
  readonly instruments: readonly Instrument[];
  readonly resolution: ResolutionBehind;
  /** What was granted for the same harm before: in this case, in linked ones, and out of the same ceilings. */
  readonly granted: readonly Money[];
  readonly facts: KnownFacts;
  /** Those that still hold. */
  readonly endorsements: readonly Endorsement[];
}

/** The resolution that the settlement carries out. */
export interface ResolutionBehind {
  readonly proposedBy: string;
  readonly approvedBy: string;
  /** Roles and parties as which it was approved; absent where this was not told. */
  readonly holders?: readonly string[];
  /** What it gives altogether, one sum for each currency. */
  readonly sums: readonly Money[];
}

/** Adds up amounts by currency, in the order of the currencies' first appearance. */
export function sumsOf(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<string, bigint>();
  for (const { amountMinor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + amountMinor);
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }));
}
