import type { Money } from '@redress/kernel';
import type { DueDate, StageKind } from '@redress/regulations';
import type {
  CaseOutcome,
  ComplaintFacts,
  ConsentDecision,
  ImportedHistory,
  Remedy,
  ReplyForm,
  Validity,
} from './case.model';

interface Fact<Type extends string> {
  readonly type: Type;
  readonly at: Date;
  /** Subject of a token, or `system:case-handling`. */
  readonly by: string;
}

/** A clock at the moment it starts. */
export interface StartedClock {
  readonly clockId: string;
  readonly stage: string;
  readonly kind: StageKind;
  readonly startedAt: Date;
  readonly due: DueDate;
}

export interface CaseOpened extends Fact<'CASE_OPENED'> {
  readonly caseId: string;
  readonly complaint: ComplaintFacts;
  /** For history that was answered before it was taken over. */
  readonly firstReplyAt?: Date;
  readonly adoptionId?: string;
  readonly regulation?: { readonly id: string; readonly version: number };
  readonly clocks: readonly StartedClock[];
}
export type CaseAccepted = Fact<'CASE_ACCEPTED'>;
export interface CaseAssigned extends Fact<'CASE_ASSIGNED'> {
  readonly assignee: string;
  readonly unitId?: string;
}
export interface InvestigationRecorded extends Fact<'INVESTIGATION_RECORDED'> {
  readonly investigationId: string;
  readonly validity: Validity;
  readonly findings: string;
}
export interface ResolutionProposed extends Fact<'RESOLUTION_PROPOSED'> {
  readonly resolutionId: string;
  readonly position: number;
  readonly text: string;
  readonly remedies: readonly Remedy[];
}
export interface ResolutionApproved extends Fact<'RESOLUTION_APPROVED'> {
  readonly resolutionId: string;
}
export interface ResolutionRejected extends Fact<'RESOLUTION_REJECTED'> {
  readonly resolutionId: string;
  readonly reason: string;
}
export interface ReplySent extends Fact<'REPLY_SENT'> {
  readonly replyId: string;
  /** Absent for information on progress. */
  readonly resolutionId?: string;
  readonly form: ReplyForm;
  readonly text: string;
  readonly firstReply: boolean;
}
export interface ConsentRecorded extends Fact<'CONSENT_RECORDED'> {
  readonly consentId: string;
  readonly resolutionId: string;
  readonly decision: ConsentDecision;
  readonly note?: string;
}
export interface ClockStarted extends Fact<'CLOCK_STARTED'> {
  readonly clock: StartedClock;
}
export interface ClockCompleted extends Fact<'CLOCK_COMPLETED'> {
  readonly clockId: string;
  readonly stage: string;
  readonly dueAt: Date;
  readonly inTime: boolean;
}
export interface RemedySettled extends Fact<'REMEDY_SETTLED'> {
  readonly resolutionId: string;
  readonly remedyId: string;
  readonly settlementId: string;
}
export interface SettlementReturned extends Fact<'SETTLEMENT_RETURNED'> {
  readonly resolutionId: string;
  readonly settlementId: string;
  readonly reason: string;
  readonly maximum?: Money;
}
export interface ResolutionExecuted extends Fact<'RESOLUTION_EXECUTED'> {
  readonly resolutionId: string;
}
export interface CaseClosed extends Fact<'CASE_CLOSED'> {
  readonly outcome: CaseOutcome;
  readonly inTime?: boolean;
  readonly firstReplyAt?: Date;
  readonly imported?: ImportedHistory;
}

interface FactsByType {
  CASE_OPENED: CaseOpened;
  CASE_ACCEPTED: CaseAccepted;
  CASE_ASSIGNED: CaseAssigned;
  INVESTIGATION_RECORDED: InvestigationRecorded;
  RESOLUTION_PROPOSED: ResolutionProposed;
  RESOLUTION_APPROVED: ResolutionApproved;
  RESOLUTION_REJECTED: ResolutionRejected;
  REPLY_SENT: ReplySent;
  CONSENT_RECORDED: ConsentRecorded;
  CLOCK_STARTED: ClockStarted;
  CLOCK_COMPLETED: ClockCompleted;
  REMEDY_SETTLED: RemedySettled;
  SETTLEMENT_RETURNED: SettlementReturned;
  RESOLUTION_EXECUTED: ResolutionExecuted;
  CASE_CLOSED: CaseClosed;
}

export type FactType = keyof FactsByType;
/** The fact of a type; written so that a table indexed by type and the fact itself stay correlated. */
export type FactOf<Type extends FactType> = { [Key in Type]: FactsByType[Key] & { readonly type: Key } }[Type];

/** Everything that can happen to a case. Each becomes one event, one entry of the timeline and one version. */
export type CaseFact = FactOf<FactType>;
export type LaterFactType = Exclude<FactType, 'CASE_OPENED'>;
/** What happens to a case after its opening. */
export type LaterFact = FactOf<LaterFactType>;
