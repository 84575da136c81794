import type { Money } from '@redress/kernel';
import type { SettlementPart } from '../../settlement/model/settlement-part.model';

/** What was promised or granted for a harm by another settlement. */
export interface OtherSettlement {
  readonly id: string;
  readonly number: string;
  readonly caseId: string;
  readonly resolutionId: string;
  /** Whether finance has granted it, and no payment failed for good. */
  readonly isGranted: boolean;
  readonly amount: Money;
  readonly parts: readonly SettlementPart[];
}

/** About which harm it is asked. */
export interface HarmAsked {
  readonly settlementId: string;
  readonly resolutionId: string;
  /** The cases about the harm. */
  readonly caseIds: readonly string[];
  /** The ceilings of its lines and charges. */
  readonly ceilingIds: readonly string[];
}

/** What else was given for a harm. */
export interface HarmGrants {
  /** Other settlements of these cases that were granted, and all of the same resolution that were not refused. */
  readonly inCases: readonly OtherSettlement[];
  /** What settlements of further cases, and money handed over for them, took from the same ceilings. */
  readonly fromCeilings: readonly Money[];
  /** What the front line handed over on the spot for these cases. */
  readonly handedOver: readonly Money[];
}
