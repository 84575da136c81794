import type { Channel, RemedyKind } from '@redress/contracts';
import type { Money } from '@redress/kernel';
import type { DueDate, StageKind } from '@redress/regulations';
import type { CaseState } from './case.transitions';
import type { Matter } from './matter.model';
import type { StageRecord } from './stage-record.model';
import type { RemedyPart } from './remedy-part.model';
import type { ResolutionState } from './resolution.transitions';

export type Validity = 'VALID' | 'INVALID' | 'UNDETERMINED' | 'AT_FAULT' | 'UNTRUE' | 'MALICIOUS';
/** `WRITTEN` and `ORAL` leave open by what means. */
export type ReplyForm = 'WRITTEN' | 'ORAL' | 'LETTER' | 'PHONE' | 'EMAIL' | 'SMS' | 'VISIT';
/** `NOT_REQUIRED`: the regulation does not ask whether the complainant agrees. */
export type ConsentDecision = 'ACCEPTED' | 'OBJECTED' | 'NOT_REQUIRED';
/** What a reply is for: the decision, how far the case has come, the answer to an item that is no complaint, a refusal. */
export type ReplyPurpose =
  'DECISION' | 'PROGRESS' | 'ANSWER' | 'REFUSAL' | 'EXPLANATION' | 'EXPLANATION_AND_APOLOGY' | 'EDUCATION';
export const CASE_OUTCOMES = [
  'RESOLVED',
  'NOT_ESTABLISHED',
  'WITHDRAWN',
  'REFUSED',
  'ANSWERED',
  'ADOPTED',
  'NOT_ADOPTED',
  'MERGED',
  'FORWARDED',
  'IMPORTED',
] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];
/** What finance last said of the settlement behind a remedy. */
export type SettlementState = 'PROPOSED' | 'REFUSED' | 'REJECTED' | 'CANCELLED' | 'FAILED' | 'COMPLETED';
/** `DISCONTINUED`: the case was closed, or stopped to need the stage, before it was finished. */
export type ClockState = 'RUNNING' | 'COMPLETED' | 'DISCONTINUED';

export interface OrderLine {
  readonly orderNumber: string;
  readonly lineNumber: number;
}

export interface StageClock {
  readonly id: string;
  /** Name of the stage in the regulation. */
  readonly stage: string;
  readonly kind: StageKind;
  readonly state: ClockState;
  readonly startedAt: Date;
  readonly due: DueDate;
  readonly stoppedAt?: Date;
}

/** A clock at the moment it starts. */
export interface StartedClock {
  readonly clockId: string;
  readonly stage: string;
  readonly kind: StageKind;
  readonly startedAt: Date;
  readonly due: DueDate;
}

export interface Remedy {
  readonly id: string;
  readonly kind: RemedyKind;
  readonly orderLine?: OrderLine;
  readonly amount?: Money;
  /** What the amount is made up of; one piece where absent. */
  readonly parts?: readonly RemedyPart[];
  /** Written by the handler; stays in this service. */
  readonly note?: string;
  readonly settlementId?: string;
  readonly settlementState?: SettlementState;
}

export interface Resolution {
  readonly id: string;
  readonly position: number;
  readonly state: ResolutionState;
  readonly proposedBy: string;
  /** Set once the complainant was told. */
  readonly communicatedAt?: Date;
  readonly remedies: readonly Remedy[];
}

/** History that a case was taken over with, in the words of its source. */
export interface ImportedHistory {
  readonly outcome?: string;
  readonly timely?: boolean;
  readonly disputed?: boolean;
}

/** What of a complaint its case carries for lists and filters. No personal data. */
export interface ComplaintFacts {
  readonly complaintId: string;
  readonly number: string;
  readonly customerId: string;
  readonly channel: Channel;
  readonly categoryId: string;
  readonly categoryCode: string;
  readonly product?: string;
  readonly region?: string;
  readonly orderLine?: OrderLine;
  readonly receivedAt: Date;
  readonly matter?: Matter;
}

/** The part of a case on which decisions rest. */
export interface ComplaintCase extends ComplaintFacts {
  readonly id: string;
  /** Grows by one with each fact; equals the version of the last event. */
  readonly version: number;
  /** The adoption whose regulation binds the case; absent for history older than the first adoption. */
  readonly adoptionId?: string;
  readonly state: CaseState;
  readonly outcome?: CaseOutcome;
  readonly openedAt: Date;
  readonly assignee?: string;
  readonly assigneeUnit?: string;
  readonly validity?: Validity;
  readonly firstReplyAt?: Date;
  readonly closedAt?: Date;
  readonly inTime?: boolean;
  readonly imported?: ImportedHistory;
  /** What conditions of the regulation look at, as intake knows and judges it. */
  readonly matter: Matter;
  /** Absent where the regulation knows no levels. */
  readonly level?: string;
  /** The level that the facts gave last; differs from `level` where a person decided otherwise. */
  readonly levelRuled?: string;
  /** Triggers that gave the level. */
  readonly levelBecause: readonly string[];
  /** Of how many rounds of handling this is the last. */
  readonly round: number;
  /** Units and parties that took part. */
  readonly departments: readonly string[];
  /** When the start events of the regulation happened last, by name; `ANSWERED` when an item was answered. */
  readonly moments: Readonly<Record<string, Date>>;
  /** What capabilities keep of the case, each under its own name. */
  readonly kept: Readonly<Record<string, unknown>>;
  readonly promisedReplyAt?: Date;
  readonly stages: readonly StageRecord[];
  readonly clocks: readonly StageClock[];
  /** The newest resolution, whatever became of it. */
  readonly resolution?: Resolution;
  /** How many resolutions were ever proposed. */
  readonly resolutions: number;
}
