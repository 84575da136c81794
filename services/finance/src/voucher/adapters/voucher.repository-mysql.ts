import type { TenantTransaction } from '@redress/persistence';
import type { Voucher } from '../model/voucher.model';
import type { VoucherRepository } from '../model/voucher.repository';

interface VoucherRow {
  readonly id: string;
  readonly issuedFor: string;
  readonly settlementId: string;
  readonly payee: string;
  readonly amountMinor: string;
  readonly remainingMinor: string;
  readonly currency: string;
  readonly issuedAt: Date;
  readonly expiresOn: string;
  readonly codeHash: string | null;
  readonly codeGivenBy: string | null;
  readonly codeGivenAt: Date | null;
  readonly redemptions: number;
  readonly version: number;
}

const COLUMNS = `v.id, v.issued_for AS issuedFor, v.settlement_id AS settlementId, v.payee,
  v.amount_minor AS amountMinor, v.remaining_minor AS remainingMinor, v.currency, v.issued_at AS issuedAt,
  v.expires_on AS expiresOn, v.code_hash AS codeHash, v.code_given_by AS codeGivenBy, v.code_given_at AS codeGivenAt,
  v.redemptions, v.version`;

export const vouchersInMysql: VoucherRepository = {
  add: (tx, { id, issuedFor, settlementId, payee, amount, remaining, issuedAt, expiresOn, redemptions, version }) =>
    tx.insertMany('voucher', [
      {
        ...{ id, payee, redemptions, version },
        issued_for: issuedFor,
        settlement_id: settlementId,
        amount_minor: amount.amountMinor,
        remaining_minor: remaining.amountMinor,
        currency: amount.currency,
        issued_at: issuedAt,
        expires_on: expiresOn,
      },
    ]),

  lock: (tx, id) => lockOne(tx, 'v.id = :value', id),
  lockByCode: (tx, codeHash) => lockOne(tx, 'v.code_hash = :value', codeHash),

  async save(tx, { id, remaining, codeHash, codeGivenBy, codeGivenAt, redemptions, version }) {
    await tx.execute(
      `UPDATE voucher v SET v.remaining_minor = :remainingMinor, v.code_hash = :codeHash, v.code_given_by = :codeGivenBy,
         v.code_given_at = :codeGivenAt, v.redemptions = :redemptions, v.version = :version
       WHERE v.tenant_id = :tenantId AND v.id = :id`,
      {
        ...{ id, redemptions, version },
        remainingMinor: remaining.amountMinor,
        codeHash: codeHash ?? null,
        codeGivenBy: codeGivenBy ?? null,
        codeGivenAt: codeGivenAt ?? null,
      },
    );
  },

  async redemptionFor(tx, { id, amount: { currency } }, reference) {
    const [row] = await tx.query<{ sequence: number; amountMinor: string }>(
      `SELECT r.sequence, r.amount_minor AS amountMinor FROM voucher_redemption r
       WHERE r.tenant_id = :tenantId AND r.voucher_id = :id AND r.reference = :reference`,
      { id, reference },
    );
    if (row === undefined) return undefined;
    return { sequence: row.sequence, reference, amount: { amountMinor: BigInt(row.amountMinor), currency } };
  },

  addRedemption: (tx, voucher, { sequence, reference, amount }, by, at) =>
    tx.insertMany('voucher_redemption', [
      {
        ...{ sequence, reference },
        voucher_id: voucher.id,
        amount_minor: amount.amountMinor,
        redeemed_by: by,
        redeemed_at: at,
      },
    ]),
};

async function lockOne(tx: TenantTransaction, condition: string, value: string): Promise<Voucher | undefined> {
  const [row] = await tx.query<VoucherRow>(
    `SELECT ${COLUMNS} FROM voucher v WHERE v.tenant_id = :tenantId AND ${condition} FOR UPDATE`,
    { value },
  );
  return row === undefined ? undefined : fromRow(row);
}

function fromRow(row: VoucherRow): Voucher {
  const { amountMinor, remainingMinor, currency, codeHash, codeGivenBy, codeGivenAt, ...voucher } = row;
  return {
    ...voucher,
    amount: { amountMinor: BigInt(amountMinor), currency },
    remaining: { amountMinor: BigInt(remainingMinor), currency },
    ...(codeHash === null ? {} : { codeHash }),
    ...(codeGivenBy === null ? {} : { codeGivenBy }),
    ...(codeGivenAt === null ? {} : { codeGivenAt }),
  };
}
