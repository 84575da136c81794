import type { Money } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';
import type { Visibility } from '../../access/access.rules';
import type { Account, Side } from '../../ledger/model/account.model';
import type { PaymentState } from '../../payment/model/payment.transitions';
import type { Instrument } from '../model/settlement.model';
import type { SettlementState } from '../model/settlement.transitions';

/** A settlement with its payment as readers see it. */
export interface SettlementRecord {
  readonly id: string;
  readonly number: string;
  readonly caseId: string;
  readonly complaintId: string;
  readonly instrument: Instrument;
  readonly amountMinor: string;
  readonly currency: string;
  readonly customerId: string;
  /** JSON of its parts; null for one that was drawn up before there were parts. */
  readonly parts: string | null;
  readonly orderNumber: string | null;
  readonly lineNumber: number | null;
  readonly state: SettlementState;
  readonly reason: string | null;
  readonly maximumMinor: string | null;
  readonly resolutionProposedBy: string;
  readonly resolutionApprovedBy: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
  readonly version: number;
  readonly paymentState: PaymentState | null;
  readonly attempts: number | null;
  readonly providerReference: string | null;
  readonly paymentReason: string | null;
}

/** A line of a booking as readers see it. */
export interface PostingRecord {
  readonly settlementId: string;
  readonly account: Account;
  readonly side: Side;
  readonly amount: Money;
  readonly bookedAt: Date;
}

export const SETTLEMENT_COLUMNS = `s.id, s.number, s.case_id AS caseId, s.complaint_id AS complaintId, s.customer_id AS customerId,
  s.parts, s.instrument,
  s.amount_minor AS amountMinor, s.currency, s.order_number AS orderNumber, s.line_number AS lineNumber, s.state,
  s.reason, s.maximum_minor AS maximumMinor, s.resolution_proposed_by AS resolutionProposedBy,
  s.resolution_approved_by AS resolutionApprovedBy, s.decided_by AS decidedBy, s.decided_at AS decidedAt,
  s.created_at AS createdAt, s.completed_at AS completedAt, s.version, p.state AS paymentState, p.attempts,
  p.provider_reference AS providerReference, p.reason AS paymentReason`;

export const PAYMENT_OF_SETTLEMENT = `
  LEFT JOIN payment p ON p.tenant_id = s.tenant_id AND p.settlement_id = s.id AND p.sequence = 1
    AND p.tenant_id = :tenantId`;
const SETTLEMENT_SOURCE = `settlement s ${PAYMENT_OF_SETTLEMENT}`;

/** The condition under which a person sees a settlement, with its parameters. */
export function visibleTo(visibility: Visibility): { readonly sql: string; readonly params: Record<string, string> } {
  switch (visibility.kind) {
    case 'organisation':
      return { sql: 's.tenant_id = :tenantId', params: {} };
    case 'customer':
      return {
        sql: 's.tenant_id = :tenantId AND s.customer_id = :ownCustomerId',
        params: { ownCustomerId: visibility.customerId },
      };
    case 'nothing':
      return { sql: 's.tenant_id = :tenantId AND FALSE', params: {} };
  }
}

/** The column by which settlements are looked up, many at once. */
export type SettlementKey = 'id' | 'number' | 'caseId' | 'complaintId';

const KEY_COLUMNS: Readonly<Record<SettlementKey, string>> = {
  id: 's.id',
  number: 's.number',
  caseId: 's.case_id',
  complaintId: 's.complaint_id',
};

/** The settlements under each key, oldest first, in one statement. */
export async function settlementsBy(
  reader: TenantReader,
  key: SettlementKey,
  values: readonly string[],
  visibility: Visibility,
): Promise<SettlementRecord[][]> {
  const visible = visibleTo(visibility);
  const rows = await reader.query<SettlementRecord>(
    `SELECT ${SETTLEMENT_COLUMNS} FROM ${SETTLEMENT_SOURCE}
     WHERE ${visible.sql} AND ${KEY_COLUMNS[key]} IN (:values) ORDER BY s.created_at, s.id`,
    { values: [...new Set(values)], ...visible.params },
  );
  return grouped(values, rows, (row) => row[key]);
}

/** The postings of each settlement in the order of their booking, in one statement. */
export async function postingsBySettlement(
  reader: TenantReader,
  settlementIds: readonly string[],
): Promise<PostingRecord[][]> {
  const rows = await reader.query<Omit<PostingRecord, 'amount'> & { amountMinor: string; currency: string }>(
    `SELECT p.source_id AS settlementId, p.account, p.side, p.amount_minor AS amountMinor, p.currency,
       p.booked_at AS bookedAt
     FROM posting p
     WHERE p.tenant_id = :tenantId AND p.source_kind = 'SETTLEMENT' AND p.source_id IN (:settlementIds)
     ORDER BY p.booked_at, p.entry_id, p.line`,
    { settlementIds },
  );
  const postings = rows.map(({ amountMinor, currency, ...row }) => ({
    ...row,
    amount: { amountMinor: BigInt(amountMinor), currency },
  }));
  return grouped(settlementIds, postings, (posting) => posting.settlementId);
}

function grouped<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}
