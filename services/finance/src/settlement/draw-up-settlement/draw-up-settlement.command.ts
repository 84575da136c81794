import type { Money } from '@redress/kernel';
import type { Instrument, OrderLineReference } from '../model/settlement.model';

/** One remedy with money of an approved resolution. */
export interface DrawUpSettlement {
  readonly caseId: string;
  readonly complaintId: string;
  readonly customerId: string;
  readonly resolutionId: string;
  readonly resolutionProposedBy: string;
  readonly resolutionApprovedBy: string;
  /** When it was promised; goodwill is drawn on the budget of that month, however late finance hears of it. */
  readonly resolutionApprovedAt: Date;
  readonly remedyId: string;
  readonly instrument: Instrument;
  readonly amount: Money;
  readonly orderLine?: OrderLineReference;
}
