import type { ComplaintCase, StageClock } from '../model/case.model';
import type { StoredCase } from '../model/stored-case.model';
import type { StageRecord } from '../model/stage-record.model';
import type { TimelineEntry } from '../model/timeline.model';

/** The columns of a case, its version apart. */
export function caseColumns(current: ComplaintCase): Omit<StoredCase, 'version'> {
  return {
    id: current.id,
    number: current.number,
    complaint_id: current.complaintId,
    customer_id: current.customerId,
    channel: current.channel,
    category_id: current.categoryId,
    category_code: current.categoryCode,
    product: current.product ?? null,
    region: current.region ?? null,
    order_number: current.orderLine?.orderNumber ?? null,
    line_number: current.orderLine?.lineNumber ?? null,
    adoption_id: current.adoptionId ?? null,
    state: current.state,
    outcome: current.outcome ?? null,
    validity: current.validity ?? null,
    assignee: current.assignee ?? null,
    assignee_unit: current.assigneeUnit ?? null,
    received_at: current.receivedAt,
    opened_at: current.openedAt,
    first_reply_at: current.firstReplyAt ?? null,
    closed_at: current.closedAt ?? null,
    next_due_at: nextDueAt(current),
    in_time: current.inTime ?? null,
    resolutions: current.resolutions,
    imported: current.imported === undefined ? null : JSON.stringify(current.imported),
    matter: JSON.stringify(current.matter),
    level: current.level ?? null,
    level_ruled: current.levelRuled ?? null,
    level_because: JSON.stringify(current.levelBecause),
    round: current.round,
    departments: JSON.stringify(current.departments),
    moments: JSON.stringify(current.moments),
    kept: JSON.stringify(current.kept),
    promised_reply_at: current.promisedReplyAt ?? null,
  };
}

/** The columns that can change after the case was opened. */
export function changedColumns(before: ComplaintCase, after: ComplaintCase): Partial<Omit<StoredCase, 'version'>> {
  const old = caseColumns(before);
  return Object.fromEntries(
    Object.entries(caseColumns(after)).filter(([column, value]) => !sameValue(value, old[column as keyof typeof old])),
  );
}

/** The columns of the record of a stage. */
export function stageColumns({ stage, state, at, by, approvals }: StageRecord) {
  return { stage, state, at, by_subject: by, approvals: JSON.stringify(approvals) };
}

/** The columns of an entry of the timeline. */
export function timelineColumns(caseId: string, entry: TimelineEntry) {
  return {
    case_id: caseId,
    sequence: entry.sequence,
    type: entry.type,
    at: entry.at,
    by_subject: entry.by,
    stage: entry.stage ?? null,
    article_zh: entry.article?.zh ?? null,
    article_en: entry.article?.en ?? null,
    details: JSON.stringify(entry.details),
  };
}

function nextDueAt({ state, clocks }: ComplaintCase): Date | null {
  if (state === 'CLOSED') return null;
  const running = clocks.filter((clock: StageClock) => clock.state === 'RUNNING').map(({ due }) => due.dueAt.getTime());
  return running.length === 0 ? null : new Date(Math.min(...running));
}

function sameValue(one: unknown, other: unknown): boolean {
  return one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other;
}
