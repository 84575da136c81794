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

/** Writes the given columns of a complaint's fact, making the row when an event of another service came first. */
async function upsertFact(tx: TenantTransaction, complaintId: string, columns: Fact): Promise<void> {
  const names = Object.keys(columns);
  await tx.execute(
    `INSERT INTO complaint_fact (tenant_id, complaint_id, ${names.join(', ')})
     VALUES (:tenantId, :complaintId, ${names.map((name) => `:${name}`).join(', ')})
     ON DUPLICATE KEY UPDATE ${names.map((name) => `${name} = VALUES(${name})`).join(', ')}`,
    { complaintId, ...columns },
  );
}

/** Takes over what intake knows of a complaint, and the history of one that was handled elsewhere. */
export async function projectRegistration(
  { data }: EventEnvelope<EventData<typeof complaintRegistered>>,
  tx: TenantTransaction,
): Promise<void> {
  await upsertFact(tx, data.complaintId, {
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
export async function projectOpening(
  { data }: EventEnvelope<EventData<typeof caseOpened>>,
  tx: TenantTransaction,
): Promise<void> {
  const dues = data.clocks.map(({ dueAt }) => Date.parse(dueAt));
  await upsertFact(tx, data.complaintId, {
    case_id: data.caseId,
    opened_at: new Date(data.openedAt),
    next_due_at: dues.length === 0 ? null : new Date(Math.min(...dues)),
  });
  if (data.clocks.length === 0) return;
  await tx.insertMany(
    'clock_fact',
    data.clocks.map(({ clockId, stage, dueAt }) => ({
      complaint_id: data.complaintId,
      clock_id: clockId,
      stage,
      due_at: new Date(dueAt),
    })),
  );
}

/** Keeps the moment of the first reply; later replies do not move it. */
export async function projectReply(
  { data }: EventEnvelope<EventData<typeof replySent>>,
  tx: TenantTransaction,
): Promise<void> {
  if (data.firstReply) await upsertFact(tx, data.complaintId, { first_reply_at: new Date(data.at) });
}

/** Marks a complaint as disputed once its complainant objected to a resolution. */
export async function projectConsent(
  { data }: EventEnvelope<EventData<typeof consentRecorded>>,
  tx: TenantTransaction,
): Promise<void> {
  if (data.decision === 'OBJECTED') await upsertFact(tx, data.complaintId, { disputed: true });
}

/** Ends a case; a case taken over as history brings its own words on timeliness and dispute. */
export async function projectClosing(
  { data }: EventEnvelope<EventData<typeof caseClosed>>,
  tx: TenantTransaction,
): Promise<void> {
  const timely = data.imported?.timely ?? data.inTime;
  await upsertFact(tx, data.complaintId, {
    closed_at: new Date(data.closedAt),
    outcome: data.outcome,
    next_due_at: null,
    ...(timely === undefined ? {} : { timely }),
    ...(data.imported?.disputed === undefined ? {} : { disputed: data.imported.disputed }),
    ...(data.firstReplyAt === undefined ? {} : { first_reply_at: new Date(data.firstReplyAt) }),
  });
}
