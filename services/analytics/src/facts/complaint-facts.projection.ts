import {
  type caseClosed,
  type caseOpened,
  type complaintRegistered,
  type consentRecorded,
  type replySent,
  type EventData,
  type EventEnvelope,
} from '@redress/contracts';
import type { TenantTransaction } from '@redress/persistence';

type Fact = Readonly<Record<string, unknown>>;

const START_CLOCK = `INSERT INTO clock_fact (tenant_id, complaint_id, clock_id, stage, due_at)
   VALUES (:tenantId, :complaintId, :clockId, :stage, :dueAt)
   ON DUPLICATE KEY UPDATE stage = VALUES(stage), due_at = VALUES(due_at)`;

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

/** Starts the clocks of an opened case. */
export function projectOpening({ data }: EventEnvelope<EventData<typeof caseOpened>>, tx: TenantTransaction): void {
  const dues = data.clocks.map(({ dueAt }) => Date.parse(dueAt));
  upsertFact(tx, data.complaintId, {
    case_id: data.caseId,
    opened_at: new Date(data.openedAt),
    next_due_at: dues.length === 0 ? null : new Date(Math.min(...dues)),
  });
  for (const { clockId, stage, dueAt } of data.clocks) {
    tx.executeAtCommit(START_CLOCK, { complaintId: data.complaintId, clockId, stage, dueAt: new Date(dueAt) });
  }
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
  upsertFact(tx, data.complaintId, {
    closed_at: new Date(data.closedAt),
    outcome: data.outcome,
    next_due_at: null,
    ...(timely === undefined ? {} : { timely }),
    ...(data.imported?.disputed === undefined ? {} : { disputed: data.imported.disputed }),
    ...(data.firstReplyAt === undefined ? {} : { first_reply_at: new Date(data.firstReplyAt) }),
  });
}
