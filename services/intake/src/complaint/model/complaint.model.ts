import type { Channel, RemedyKind } from '@redress/contracts';
import type { Money } from '@redress/kernel';
import type { Judgement, Matter } from './matter.model';
import type { Category } from '../../category/model/category.model';

/** A line of an order as the organisation's own documents name it. */
export interface OrderLine {
  readonly orderNumber: string;
  readonly lineNumber: number;
}

/** What the complainant asks for. */
export interface Demand {
  readonly kind: RemedyKind;
  readonly amount?: Money;
}

/** What is known of a complaint that was handled elsewhere and is taken over. */
export interface History {
  readonly acknowledgedAt?: Date;
  readonly firstReplyAt?: Date;
  readonly closedAt?: Date;
  readonly outcome?: string;
  readonly timely?: boolean;
  readonly disputed?: boolean;
}

/** The regulation version that governs a complaint from its receipt to its end. */
export interface RegulationReference {
  readonly id: string;
  readonly version: number;
}

/** The record card (登记卡) of a complaint, without its text, which is personal data and lies apart. */
export interface Complaint {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly channel: Channel;
  readonly category: Category;
  readonly product?: string;
  readonly region?: string;
  readonly orderLine?: OrderLine;
  readonly demand?: Demand;
  readonly regulation?: RegulationReference;
  readonly receivedAt: Date;
  readonly registeredAt: Date;
  readonly acknowledgedAt: Date;
  readonly registeredBy: string;
  readonly external?: { readonly source: string; readonly id: string };
  readonly history?: History;
  readonly matter: Matter;
  readonly judgement: Judgement;
  /** Set for one that was settled when it came in. */
  readonly settledOnTheSpot?: true;
  /** The complaint under which the harm is settled, where this one is a duplicate. */
  readonly mergedInto?: string;
}

/** What a number that is taken belongs to. */
export interface TakenNumber {
  readonly number: string;
  readonly complaintId: string;
  readonly external: { readonly source: string; readonly id: string } | undefined;
}

/** The version of a complaint's row after its registration, which appends one event. */
export const REGISTERED_VERSION = 1;

/** Where a complaint's text lies, as the key of its complainant names it. */
export function textPlace(complaintId: string): string {
  return `complaint/${complaintId}/text`;
}

/** Where the personal fields of its record card lie. */
export function cardPlace(complaintId: string): string {
  return `complaint/${complaintId}/card`;
}
