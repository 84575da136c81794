import {
  type caseClosed,
  type caseOpened,
  type caseReopened,
  type caseUnmerged,
  type complaintReassessed,
  type complaintRegistered,
  type consentRecorded,
  type replySent,
  type roundStarted,
  type EventData,
  type EventEnvelope,
} from '@redress/contracts';
import type { TenantTransaction } from '@redress/persistence';
import { moveNextDue, startClock, stopClocks } from './clock-facts.projection';

type Fact = Readonly<Record<string, unknown>>;

/** Writes the given columns of a complaint's fact, making the row when an event of another service came first. */
function upsertFact(tx: TenantTransaction, complaintId: string, columns: Fact): void {
  const names = Object.keys(columns);
  tx.executeAtCommit(
    `INSERT INTO complaint_fact (tenant_id, complaint_id, ${names.join(', ')})
     VALUES (:tenantId, :complaintId, ${names.map((name) => `:${name}`).join(', ')})
     ON DUPLICATE KEY UPDATE ${names.map((name) => `${name} = VALUES(${name})`).join(', ')}`,
    { complaintId, ...columns },
  );
}

/** Takes over what intake knows of a complaint, and the history of one that was handled elsewhere. */
export function projectRegistration(
  { data }: EventEnvelope<EventData<typeof complaintRegistered>>,
  tx: TenantTransaction,
): void {
  upsertFact(tx, data.complaintId, {
    customer_id: data.customerId,
    category_id: data.categoryId,
    category_code: data.categoryCode,
    channel: data.channel,
    product: data.product ?? null,
    region: data.region ?? null,
    regulation_id: data.regulation?.id ?? null,
    received_at: new Date(data.receivedAt),
    acknowledged_at: new Date(data.acknowledgedAt),
    ...(data.history?.timely === undefined ? {} : { timely: data.history.timely }),
    ...(data.history?.disputed === undefined ? {} : { disputed: data.history.disputed }),
  });
}

/** Takes over what a complaint was found to be about after all. */
export function projectReassessment(
  { data }: EventEnvelope<EventData<typeof complaintReassessed>>,
  tx: TenantTransaction,
): void {
  upsertFact(tx, data.complaintId, {
    category_id: data.categoryId,
    category_code: data.categoryCode,
    product: data.product ?? null,
    region: data.region ?? null,
  });
}

/** Starts the clocks of an opened case. */
export function projectOpening({ data }: EventEnvelope<EventData<typeof caseOpened>>, tx: TenantTransaction): void {
  const dues = data.clocks.map(({ dueAt }) => Date.parse(dueAt));
  upsertFact(tx, data.complaintId, {
    case_id: data.caseId,
    opened_at: new Date(data.openedAt),
    next_due_at: dues.length === 0 ? null : new Date(Math.min(...dues)),
  });
  for (const clock of data.clocks) startClock(tx, data.complaintId, clock);
}

/** Keeps the moment of the first reply; later replies do not move it. */
export function projectReply({ data }: EventEnvelope<EventData<typeof replySent>>, tx: TenantTransaction): void {
  if (data.firstReply) upsertFact(tx, data.complaintId, { first_reply_at: new Date(data.at) });
}

/** Marks a complaint as disputed once its complainant objected to a resolution. */
export function projectConsent(
  { data }: EventEnvelope<EventData<typeof consentRecorded>>,
  tx: TenantTransaction,
): void {
  if (data.decision === 'OBJECTED') upsertFact(tx, data.complaintId, { disputed: true });
}

/** Ends a case; a case taken over as history brings its own words on timeliness and dispute. */
export function projectClosing({ data }: EventEnvelope<EventData<typeof caseClosed>>, tx: TenantTransaction): void {
  const timely = data.imported?.timely ?? data.inTime;
  stopClocks(tx, data.complaintId, data.endedClocks ?? [], data.closedAt);
  upsertFact(tx, data.complaintId, {
    closed_at: new Date(data.closedAt),
    outcome: data.outcome,
    next_due_at: null,
    ...(timely === undefined ? {} : { timely }),
    ...(data.imported?.disputed === undefined ? {} : { disputed: data.imported.disputed }),
    ...(data.firstReplyAt === undefined ? {} : { first_reply_at: new Date(data.firstReplyAt) }),
  });
}

/** Opens a closed case again: it counts as open, by the clocks that run, until it is closed anew. */
export function projectReopening(
  { data: { complaintId } }: EventEnvelope<Pick<EventData<typeof caseReopened>, 'complaintId'>>,
  tx: TenantTransaction,
): void {
  upsertFact(tx, complaintId, { closed_at: null, outcome: null, timely: null });
  moveNextDue(tx, complaintId);
}

/** A further round, or the end of a merge, opens a case only where it had been closed. */
export function projectFurtherHandling(
  event: EventEnvelope<EventData<typeof roundStarted> | EventData<typeof caseUnmerged>>,
  tx: TenantTransaction,
): void {
  if (event.data.reopened) projectReopening(event, tx);
}
