import type { TenantReader } from '@redress/persistence';

/** A signature as staff read it. */
export interface EndorsementRecord {
  readonly settlementId: string;
  readonly subject: string;
  readonly holder: string;
  readonly onBehalfOf: string | null;
  readonly opinion: string | null;
  readonly amountMinor: string;
  readonly currency: string;
  readonly endorsedAt: Date;
}

/** For whose signature a settlement waits. */
export interface AwaitingRecord {
  readonly settlementId: string;
  readonly holder: string | null;
  readonly role: string | null;
  readonly since: Date;
}

const ENDORSEMENTS = `
  SELECT e.settlement_id AS settlementId, e.subject, e.holder, e.on_behalf_of AS onBehalfOf, e.opinion,
    e.amount_minor AS amountMinor, e.currency, e.endorsed_at AS endorsedAt
  FROM settlement_endorsement e WHERE e.tenant_id = :tenantId AND e.settlement_id IN (:settlementIds)
  ORDER BY e.endorsed_at, e.id`;
const AWAITING = `
  SELECT w.settlement_id AS settlementId, w.holder, w.role, w.since
  FROM settlement_awaiting w WHERE w.tenant_id = :tenantId AND w.settlement_id IN (:settlementIds)`;

/** The signatures of each settlement in their order, in one statement. */
export async function endorsementsBySettlement(
  reader: TenantReader,
  settlementIds: readonly string[],
): Promise<EndorsementRecord[][]> {
  const rows = await reader.query<EndorsementRecord>(ENDORSEMENTS, { settlementIds });
  return settlementIds.map((id) => rows.filter(({ settlementId }) => settlementId === id));
}

/** For whom each settlement waits, where that was kept, in one statement. */
export async function awaitingBySettlement(
  reader: TenantReader,
  settlementIds: readonly string[],
): Promise<(AwaitingRecord | null)[]> {
  const rows = await reader.query<AwaitingRecord>(AWAITING, { settlementIds });
  return settlementIds.map((id) => rows.find(({ settlementId }) => settlementId === id) ?? null);
}
