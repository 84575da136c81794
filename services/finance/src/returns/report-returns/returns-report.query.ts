import type { TenantReader } from '@redress/persistence';

/** Half-open: from its first moment up to, and without, its last. */
export interface ReportPeriod {
  readonly from: Date;
  readonly to: Date;
}

/** What was authorised in the period in one currency; every figure is a plain decimal or minor units as text. */
export interface ReturnedRecord {
  readonly currency: string;
  readonly lines: string;
  readonly authorised: string;
  readonly received: string;
  readonly setAside: string;
  readonly inspected: string;
  readonly open: string;
  readonly short: string;
  readonly surplus: string;
  readonly posted: string;
  readonly entitledMinor: string;
  readonly postedMinor: string;
  readonly reducedMinor: string;
  readonly increasedMinor: string;
  readonly pendingMinor: string;
  readonly cancelledMinor: string;
}

/** What warehouses signed for in the period. */
export interface ReceivedRecord {
  readonly receipts: string;
  readonly quantity: string;
  readonly allocated: string;
  readonly corrected: string;
  readonly setAside: string;
  readonly unallocated: string;
}

/** Exceptions that were raised in the period. */
export interface ExceptionCountRecord {
  readonly kind: string;
  readonly state: string;
  readonly count: string;
}

const ACTUAL = '(l.received - l.set_aside)';
const EXPECTED = "(a.state = 'AUTHORISED' AND NOT l.complete)";

const RETURNED = `
  SELECT l.currency, COUNT(*) AS \`lines\`, SUM(l.authorised) AS authorised, SUM(l.received) AS received,
    SUM(l.set_aside) AS setAside, SUM(l.resale + l.repair + l.scrap + l.back_to_customer) AS inspected,
    SUM(CASE WHEN ${EXPECTED} THEN GREATEST(l.authorised - ${ACTUAL}, 0) ELSE 0 END) AS open,
    SUM(CASE WHEN ${EXPECTED} THEN 0 ELSE GREATEST(l.authorised - ${ACTUAL}, 0) END) AS short,
    SUM(GREATEST(${ACTUAL} - l.authorised, 0)) AS surplus,
    SUM(CASE WHEN a.state = 'RECONCILED' THEN l.posted ELSE 0 END) AS posted,
    SUM(l.entitled_minor) AS entitledMinor,
    SUM(CASE WHEN a.state = 'RECONCILED' THEN l.posted_minor ELSE 0 END) AS postedMinor,
    SUM(CASE WHEN a.state = 'RECONCILED' THEN GREATEST(l.entitled_minor - l.posted_minor, 0) ELSE 0 END) AS reducedMinor,
    SUM(CASE WHEN a.state = 'RECONCILED' THEN GREATEST(l.posted_minor - l.entitled_minor, 0) ELSE 0 END) AS increasedMinor,
    SUM(CASE WHEN a.state = 'AUTHORISED' THEN l.entitled_minor ELSE 0 END) AS pendingMinor,
    SUM(CASE WHEN a.state = 'CANCELLED' THEN l.entitled_minor ELSE 0 END) AS cancelledMinor
  FROM return_authorisation a JOIN return_line l ON l.tenant_id = a.tenant_id AND l.authorisation_id = a.id
  WHERE a.tenant_id = :tenantId AND l.tenant_id = :tenantId AND a.created_at >= :from AND a.created_at < :to
  GROUP BY l.currency ORDER BY l.currency`;

const RECEIVED = `
  SELECT COUNT(DISTINCT r.id) AS receipts, COALESCE(SUM(g.quantity), 0) AS quantity,
    COALESCE(SUM(g.allocated), 0) AS allocated, COALESCE(SUM(g.corrected), 0) AS corrected,
    COALESCE(SUM(g.set_aside), 0) AS setAside,
    COALESCE(SUM(g.quantity - g.allocated - g.corrected - g.set_aside), 0) AS unallocated
  FROM warehouse_receipt r JOIN warehouse_receipt_line g ON g.tenant_id = r.tenant_id AND g.receipt_id = r.id
  WHERE r.tenant_id = :tenantId AND g.tenant_id = :tenantId AND r.received_at >= :from AND r.received_at < :to`;

const EXCEPTIONS = `
  SELECT x.kind, x.state, COUNT(*) AS count FROM return_exception x
  WHERE x.tenant_id = :tenantId AND x.raised_at >= :from AND x.raised_at < :to
  GROUP BY x.kind, x.state ORDER BY x.kind, x.state`;

export function returnedIn(reader: TenantReader, { from, to }: ReportPeriod): Promise<ReturnedRecord[]> {
  return reader.query<ReturnedRecord>(RETURNED, { from, to });
}

export async function receivedIn(reader: TenantReader, { from, to }: ReportPeriod): Promise<ReceivedRecord> {
  const [row] = await reader.query<ReceivedRecord>(RECEIVED, { from, to });
  if (row === undefined) throw new Error('a sum without a row');
  return row;
}

export function exceptionsIn(reader: TenantReader, { from, to }: ReportPeriod): Promise<ExceptionCountRecord[]> {
  return reader.query<ExceptionCountRecord>(EXCEPTIONS, { from, to });
}
