import type { Money } from '@redress/kernel';
import type { Instrument, OrderLineReference, PartSubject } from '../model/settlement-part.model';

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
  /** What the amount is made up of; it is one part where this is absent. */
  readonly parts?: readonly RequestedPart[];
}

/** One piece of what was promised. */
export interface RequestedPart {
  readonly instrument: Instrument;
  readonly amount: Money;
  readonly subject?: PartSubject;
  readonly quantity?: string;
  /** The customer where absent. */
  readonly payee?: string;
}

/** What a remedy asks for, part by part. */
export function requestedParts({ instrument, amount, orderLine, parts }: DrawUpSettlement): readonly RequestedPart[] {
  if (parts !== undefined && parts.length > 0) return parts;
  return [{ instrument, amount, ...(orderLine === undefined ? {} : { subject: orderLine }) }];
}
