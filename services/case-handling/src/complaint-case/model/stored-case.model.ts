import type { Channel, RemedyKind } from '@redress/contracts';
import type { DueDate, Segment, StageKind } from '@redress/regulations';
import type {
  CaseOutcome,
  ClockState,
  ComplaintCase,
  ImportedHistory,
  OrderLine,
  Remedy,
  Resolution,
  SettlementState,
  StageClock,
  Validity,
} from './case.model';
import type { CaseState } from './case.transitions';
import { PLAIN_COMPLAINT, type Matter } from './matter.model';
import { present } from './present-members.model';
import type { ResolutionState } from './resolution.transitions';
import type { StageProgress, StageRecord } from './stage-record.model';
import { partsFromText } from './remedy-part.model';

/** A row of `complaint_case`, by column. */
export interface StoredCase {
  id: string;
  version: number;
  number: string;
  complaint_id: string;
  customer_id: string;
  channel: Channel;
  category_id: string;
  category_code: string;
  product: string | null;
  region: string | null;
  order_number: string | null;
  line_number: number | null;
  adoption_id: string | null;
  state: CaseState;
  outcome: CaseOutcome | null;
  validity: Validity | null;
  assignee: string | null;
  assignee_unit: string | null;
  received_at: Date;
  opened_at: Date;
  first_reply_at: Date | null;
  closed_at: Date | null;
  /** Earliest due date of the running clocks of a case that is open. */
  next_due_at: Date | null;
  in_time: boolean | number | null;
  resolutions: number;
  imported: string | null;
  /** JSON; null for a case that is older than it. */
  matter: string | null;
  level: string | null;
  level_ruled: string | null;
  level_because: string | null;
  round: number;
  departments: string | null;
  moments: string | null;
  kept: string | null;
  promised_reply_at: Date | null;
}

/** A row of `case_stage`, by column. */
export interface StoredStage {
  readonly case_id: string;
  readonly stage: string;
  readonly state: StageProgress;
  readonly at: Date;
  readonly by_subject: string;
  readonly approvals: string;
}

/** A row of `stage_clock`, by column. */
export interface StoredClock {
  readonly case_id: string;
  readonly id: string;
  readonly stage: string;
  readonly kind: StageKind;
  readonly state: ClockState;
  readonly started_at: Date;
  readonly due_at: Date;
  readonly stopped_at: Date | null;
  readonly proof: string;
}

/** A row of `resolution` as far as decisions need it. */
export interface StoredResolution {
  readonly case_id: string;
  readonly id: string;
  readonly position: number;
  readonly state: ResolutionState;
  readonly proposed_by: string;
  readonly communicated_at: Date | null;
}

/** A row of `remedy`, by column. */
export interface StoredRemedy {
  readonly case_id: string;
  readonly resolution_id: string;
  readonly id: string;
  readonly kind: RemedyKind;
  readonly order_number: string | null;
  readonly line_number: number | null;
  readonly amount_minor: string | null;
  readonly currency: string | null;
  readonly parts: string | null;
  readonly note: string | null;
  readonly settlement_id: string | null;
  readonly settlement_state: SettlementState | null;
}

/** The case behind its rows. */
export function restoredCase(
  stored: StoredCase,
  {
    clocks,
    stages,
    resolution,
  }: {
    readonly clocks: readonly StageClock[];
    readonly stages: readonly StageRecord[];
    readonly resolution: Resolution | undefined;
  },
): ComplaintCase {
  return {
    id: stored.id,
    version: stored.version,
    number: stored.number,
    complaintId: stored.complaint_id,
    customerId: stored.customer_id,
    channel: stored.channel,
    categoryId: stored.category_id,
    categoryCode: stored.category_code,
    state: stored.state,
    receivedAt: stored.received_at,
    openedAt: stored.opened_at,
    resolutions: stored.resolutions,
    matter: stored.matter === null ? PLAIN_COMPLAINT : (JSON.parse(stored.matter) as Matter),
    levelBecause: listOf(stored.level_because),
    round: stored.round,
    departments: listOf(stored.departments),
    moments: { RECEIPT: stored.received_at, ...restoredMoments(stored.moments) },
    kept: stored.kept === null ? {} : (JSON.parse(stored.kept) as Record<string, unknown>),
    stages,
    clocks,
    ...present({
      level: stored.level,
      levelRuled: stored.level_ruled,
      promisedReplyAt: stored.promised_reply_at,
      product: stored.product,
      region: stored.region,
      orderLine: orderLineOf(stored),
      adoptionId: stored.adoption_id,
      outcome: stored.outcome,
      validity: stored.validity,
      assignee: stored.assignee,
      assigneeUnit: stored.assignee_unit,
      firstReplyAt: stored.first_reply_at,
      closedAt: stored.closed_at,
      inTime: stored.in_time === null ? null : Boolean(stored.in_time),
      imported: stored.imported === null ? null : (JSON.parse(stored.imported) as ImportedHistory),
      resolution,
    }),
  };
}

/** The record of a stage behind its row. */
export function restoredStage({ stage, state, at, by_subject, approvals }: StoredStage): StageRecord {
  return { stage, state, at, by: by_subject, approvals: JSON.parse(approvals) as string[] };
}

/** The clock behind its row. */
export function restoredClock(stored: StoredClock): StageClock {
  const { targetAt, ...proof } = JSON.parse(stored.proof) as Omit<
    DueDate,
    'dueAt' | 'targetAt' | 'counted' | 'skipped'
  > & {
    readonly targetAt?: string;
    readonly counted: readonly StoredSegment[];
    readonly skipped: readonly StoredSegment[];
  };
  return {
    id: stored.id,
    stage: stored.stage,
    kind: stored.kind,
    state: stored.state,
    startedAt: stored.started_at,
    due: {
      ...proof,
      dueAt: stored.due_at,
      ...(targetAt === undefined ? {} : { targetAt: new Date(targetAt) }),
      counted: proof.counted.map(restoredSegment),
      skipped: proof.skipped.map(restoredSegment),
    },
    ...present({ stoppedAt: stored.stopped_at }),
  };
}

/** The resolution behind its rows. */
export function restoredResolution(stored: StoredResolution, remedies: readonly StoredRemedy[]): Resolution {
  return {
    id: stored.id,
    position: stored.position,
    state: stored.state,
    proposedBy: stored.proposed_by,
    remedies: remedies.map(restoredRemedy),
    ...present({ communicatedAt: stored.communicated_at }),
  };
}

/** The remedy behind its row. */
export function restoredRemedy(stored: StoredRemedy): Remedy {
  return {
    id: stored.id,
    kind: stored.kind,
    ...present({
      orderLine: orderLineOf(stored),
      amount:
        stored.amount_minor === null || stored.currency === null
          ? null
          : { amountMinor: BigInt(stored.amount_minor), currency: stored.currency },
      parts: stored.parts === null ? null : partsFromText(stored.parts),
      note: stored.note,
      settlementId: stored.settlement_id,
      settlementState: stored.settlement_state,
    }),
  };
}

function listOf(json: string | null): readonly string[] {
  return json === null ? [] : (JSON.parse(json) as string[]);
}

function restoredMoments(json: string | null): Record<string, Date> {
  const moments = json === null ? {} : (JSON.parse(json) as Record<string, string>);
  return Object.fromEntries(Object.entries(moments).map(([name, at]) => [name, new Date(at)]));
}

type StoredSegment = Omit<Segment, 'from' | 'to'> & { readonly from: string; readonly to: string };

function restoredSegment({ from, to, ...segment }: StoredSegment): Segment {
  return { ...segment, from: new Date(from), to: new Date(to) };
}

function orderLineOf(stored: Pick<StoredCase, 'order_number' | 'line_number'>): OrderLine | null {
  const { order_number: orderNumber, line_number: lineNumber } = stored;
  return orderNumber === null || lineNumber === null ? null : { orderNumber, lineNumber };
}
