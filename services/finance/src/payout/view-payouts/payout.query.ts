import type { TenantReader } from '@redress/persistence';
import type { AccountScheme } from '../../bank-transfer/model/account-number.model';
import type { PaymentState } from '../../payment/model/payment.transitions';
import type { PayoutMeans } from '../../payment/model/payout-means.model';
import type { PayoutEvidence } from '../model/payout-evidence.model';

/** A payment as readers see it. */
export interface PayoutRecord {
  readonly id: string;
  readonly settlementId: string;
  readonly sequence: number;
  readonly means: PayoutMeans;
  readonly provider: string;
  readonly beneficiary: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly state: PaymentState;
  readonly attempts: number;
  readonly providerReference: string | null;
  readonly reason: string | null;
  readonly originalReference: string | null;
  readonly endToEndId: string | null;
  readonly redirects: number | null;
  readonly redirectedTo: number | null;
  readonly instalment: number | null;
  readonly notBefore: string | null;
  readonly createdAt: Date;
  readonly uncertainSince: Date | null;
}

export const PAYOUT_COLUMNS = `p.id, p.settlement_id AS settlementId, p.sequence, p.means, p.provider, p.beneficiary,
  p.amount_minor AS amountMinor, p.currency, p.state, p.attempts, p.provider_reference AS providerReference, p.reason,
  p.original_reference AS originalReference, p.end_to_end_id AS endToEndId, p.redirects,
  p.redirected_to AS redirectedTo, p.instalment, p.not_before AS notBefore, p.created_at AS createdAt, p.uncertain_since AS uncertainSince`;

/** The payments of each settlement in their sequence, in one statement. */
export async function payoutsBySettlement(
  reader: TenantReader,
  settlementIds: readonly string[],
): Promise<PayoutRecord[][]> {
  const rows = await reader.query<PayoutRecord>(
    `SELECT ${PAYOUT_COLUMNS} FROM payment p
     WHERE p.tenant_id = :tenantId AND p.settlement_id IN (:settlementIds) ORDER BY p.settlement_id, p.sequence`,
    { settlementIds },
  );
  return settlementIds.map((id) => rows.filter(({ settlementId }) => settlementId === id));
}

/** The payments of these ids, in one statement. */
export async function payoutsById(reader: TenantReader, ids: readonly string[]): Promise<(PayoutRecord | null)[]> {
  const rows = await reader.query<PayoutRecord>(
    `SELECT ${PAYOUT_COLUMNS} FROM payment p WHERE p.tenant_id = :tenantId AND p.id IN (:ids)`,
    { ids },
  );
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
}

/** Evidence as readers see it. */
export type EvidenceRecord = Omit<PayoutEvidence, 'decidedBy' | 'decidedAt'> & {
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
};

/** What people said about each payment, oldest first, in one statement. */
export async function evidenceByPayment(reader: TenantReader, ids: readonly string[]): Promise<EvidenceRecord[][]> {
  const rows = await reader.query<EvidenceRecord>(
    `SELECT e.id, e.payment_id AS paymentId, e.outcome, e.happened_on AS happenedOn, e.reference, e.proof, e.state,
       e.recorded_by AS recordedBy, e.recorded_at AS recordedAt, e.decided_by AS decidedBy, e.decided_at AS decidedAt,
       e.version
     FROM payout_evidence e WHERE e.tenant_id = :tenantId AND e.payment_id IN (:ids) ORDER BY e.id`,
    { ids },
  );
  return ids.map((id) => rows.filter(({ paymentId }) => paymentId === id));
}

/** The account that a payee uses now. */
export interface PayeeAccountRecord {
  readonly payee: string;
  readonly holderName: string;
  readonly scheme: AccountScheme;
  readonly account: string;
  readonly bankCode: string | null;
  readonly registeredAt: Date;
}

/** The accounts of the payees, in one statement. */
export async function accountsByPayee(
  reader: TenantReader,
  payees: readonly string[],
): Promise<(PayeeAccountRecord | null)[]> {
  const rows = await reader.query<PayeeAccountRecord>(
    `SELECT a.payee, a.holder_name AS holderName, a.scheme, a.account, a.bank_code AS bankCode,
       a.registered_at AS registeredAt
     FROM payee_account a WHERE a.tenant_id = :tenantId AND a.payee IN (:payees) AND a.in_use = 1`,
    { payees },
  );
  return payees.map((payee) => rows.find((row) => row.payee === payee) ?? null);
}

/** What nobody knows about yet, at one provider in one currency. */
export interface UncertainRecord {
  readonly provider: string;
  readonly currency: string;
  readonly amountMinor: string;
  readonly count: string;
  readonly oldestSince: Date;
}

/** The payments of which it is not known whether they were made, by provider and currency. */
export function uncertainPayouts(reader: TenantReader): Promise<UncertainRecord[]> {
  return reader.query<UncertainRecord>(
    `SELECT p.provider, p.currency, SUM(p.amount_minor) AS amountMinor, COUNT(*) AS count,
       MIN(p.uncertain_since) AS oldestSince
     FROM payment p
     WHERE p.tenant_id = :tenantId AND p.state IN ('SENT', 'UNKNOWN') AND p.uncertain_since IS NOT NULL
     GROUP BY p.provider, p.currency ORDER BY oldestSince`,
  );
}
