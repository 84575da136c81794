import type { KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import type { Visibility } from '../../access/access.rules';

/** A voucher as readers see it. */
export interface VoucherRecord {
  readonly id: string;
  readonly settlementId: string;
  readonly amountMinor: string;
  readonly remainingMinor: string;
  readonly currency: string;
  readonly issuedAt: Date;
  readonly expiresOn: string;
  readonly codeGivenAt: Date | null;
  readonly version: number;
}

const COLUMNS = `v.id, v.settlement_id AS settlementId, v.amount_minor AS amountMinor,
  v.remaining_minor AS remainingMinor, v.currency, v.issued_at AS issuedAt, v.expires_on AS expiresOn,
  v.code_given_at AS codeGivenAt, v.version`;

function visibleTo(visibility: Visibility): { readonly sql: string; readonly params: Record<string, string> } {
  if (visibility.kind === 'organisation') return { sql: 'v.tenant_id = :tenantId', params: {} };
  if (visibility.kind === 'nothing') return { sql: 'v.tenant_id = :tenantId AND FALSE', params: {} };
  return { sql: 'v.tenant_id = :tenantId AND v.payee = :payee', params: { payee: visibility.customerId } };
}

/** The vouchers that a person may see, latest first. */
export function voucherList(visibility: Visibility, settlementId: string | undefined): KeysetList {
  const { sql, params } = visibleTo(visibility);
  return {
    name: 'vouchers',
    order: { name: 'ISSUED_AT_DESC', column: 'v.issued_at', direction: 'descending' },
    idColumn: 'v.id',
    select: COLUMNS,
    from: 'voucher v',
    where: settlementId === undefined ? sql : `${sql} AND v.settlement_id = :settlementId`,
    params: settlementId === undefined ? params : { ...params, settlementId },
  };
}

/** The vouchers of these ids that a person may see, in one statement. */
export async function vouchersById(
  reader: TenantReader,
  ids: readonly string[],
  visibility: Visibility,
): Promise<(VoucherRecord | null)[]> {
  const { sql, params } = visibleTo(visibility);
  const rows = await reader.query<VoucherRecord>(`SELECT ${COLUMNS} FROM voucher v WHERE ${sql} AND v.id IN (:ids)`, {
    ...params,
    ids,
  });
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
}

/** What was taken from a voucher. */
export interface RedemptionRecord {
  readonly voucherId: string;
  readonly sequence: number;
  readonly reference: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly redeemedAt: Date;
}

/** What was taken from each voucher, in order, in one statement. */
export async function redemptionsOf(reader: TenantReader, ids: readonly string[]): Promise<RedemptionRecord[][]> {
  const rows = await reader.query<RedemptionRecord>(
    `SELECT r.voucher_id AS voucherId, r.sequence, r.reference, r.amount_minor AS amountMinor, v.currency,
       r.redeemed_at AS redeemedAt
     FROM voucher_redemption r JOIN voucher v ON v.tenant_id = r.tenant_id AND v.id = r.voucher_id
     WHERE r.tenant_id = :tenantId AND v.tenant_id = :tenantId AND r.voucher_id IN (:ids) ORDER BY r.sequence`,
    { ids },
  );
  return ids.map((id) => rows.filter(({ voucherId }) => voucherId === id));
}
