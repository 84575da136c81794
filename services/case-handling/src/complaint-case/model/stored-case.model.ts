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
import { present } from './present-members.model';
import type { ResolutionState } from './resolution.transitions';

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
  readonly note: string | null;
  readonly settlement_id: string | null;
  readonly settlement_state: SettlementState | null;
}

/** The case behind its rows. */
export function restoredCase(
  stored: StoredCase,
  clocks: readonly StageClock[],
  resolution: Resolution | undefined,
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
    clocks,
    ...present({
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

/** The clock behind its row. */
export function restoredClock(stored: StoredClock): StageClock {
  const proof = JSON.parse(stored.proof) as Omit<DueDate, 'dueAt' | 'counted' | 'skipped'> & {
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
      note: stored.note,
      settlementId: stored.settlement_id,
      settlementState: stored.settlement_state,
    }),
  };
}

type StoredSegment = Omit<Segment, 'from' | 'to'> & { readonly from: string; readonly to: string };

function restoredSegment({ from, to, ...segment }: StoredSegment): Segment {
  return { ...segment, from: new Date(from), to: new Date(to) };
}

function orderLineOf(stored: Pick<StoredCase, 'order_number' | 'line_number'>): OrderLine | null {
  const { order_number: orderNumber, line_number: lineNumber } = stored;
  return orderNumber === null || lineNumber === null ? null : { orderNumber, lineNumber };
}
