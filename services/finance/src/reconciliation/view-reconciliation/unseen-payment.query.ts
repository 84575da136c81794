import type { TenantReader } from '@redress/persistence';
import type { KeysetList } from '@redress/graphql-runtime';
import type { BankAccount } from '../model/bank-account.model';
import { shifted } from './reconciliation.query';

/** A payment that no statement of its account shows, although it should by now. */
export interface UnseenPaymentRecord {
  readonly id: string;
  readonly settlementId: string;
  readonly number: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly paidOn: string;
  readonly owner: string | null;
  readonly note: string | null;
  readonly version: number | null;
}

const SOURCE = `payment p
  JOIN journal_entry e ON e.tenant_id = p.tenant_id AND e.source_kind = 'SETTLEMENT' AND e.source_id = p.settlement_id
    AND e.kind = 'PAYMENT' AND e.sequence = p.sequence
  LEFT JOIN reconciliation_match_line c ON c.tenant_id = p.tenant_id AND c.claimed_payment_id = p.id
    AND c.account_kind = :kind
  LEFT JOIN unseen_payment u ON u.tenant_id = p.tenant_id AND u.account_id = :accountId AND u.payment_id = p.id`;
const WHERE = `p.tenant_id = :tenantId AND p.provider = :provider AND p.currency = :currency AND p.state = 'SUCCEEDED'
  AND c.match_id IS NULL AND e.effective_on >= :openingOn AND e.effective_on <= :until`;

/** Payments that a statement should have shown by the day. */
export function unseenPaymentList(account: BankAccount, asOf: string): KeysetList {
  return {
    name: 'unseenPayments',
    order: { name: 'PAID_ON_ASC', column: 'e.effective_on', direction: 'ascending' },
    idColumn: 'p.id',
    select: `p.id, p.settlement_id AS settlementId, p.reference AS number, p.amount_minor AS amountMinor, p.currency,
      e.effective_on AS paidOn, u.owner, u.note, u.version`,
    from: SOURCE,
    where: WHERE,
    params: paramsOf(account, asOf),
  };
}

/** How many there are, and what they come to. */
export async function unseenTotal(
  reader: TenantReader,
  account: BankAccount,
  asOf: string,
): Promise<{ readonly count: number; readonly sumMinor: bigint }> {
  const [row] = await reader.query<{ count: string; sumMinor: string | null }>(
    `SELECT COUNT(*) AS count, SUM(p.amount_minor) AS sumMinor FROM ${SOURCE} WHERE ${WHERE}`,
    paramsOf(account, asOf),
  );
  return { count: Number(row?.count ?? 0), sumMinor: BigInt(row?.sumMinor ?? 0) };
}

/** Their keys in order, page by page; for the statement that is signed. */
export function unseenKeys(
  reader: TenantReader,
  account: BankAccount,
  asOf: string,
  after: string,
  limit: number,
): Promise<{ key: string; paidOn: string; amountMinor: string }[]> {
  return reader.query(
    `SELECT p.idempotency_key AS \`key\`, e.effective_on AS paidOn, p.amount_minor AS amountMinor FROM ${SOURCE}
     WHERE ${WHERE} AND p.idempotency_key > :after ORDER BY p.idempotency_key LIMIT ${Math.trunc(limit)}`,
    { ...paramsOf(account, asOf), after },
  );
}

function paramsOf({ id, kind, provider, currency, openingOn, expectedWithinDays }: BankAccount, asOf: string) {
  return { accountId: id, kind, provider, currency, openingOn, until: shifted(asOf, -expectedWithinDays) };
}
