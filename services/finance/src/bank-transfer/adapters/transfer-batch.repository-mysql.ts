import type { TransferBatch } from '../model/transfer-batch.model';
import type { DebtorAccount, TransferBatchRepository } from '../model/transfer-batch.repository';
import { transferOf, TRANSFERS_OF_BATCH, type TransferRow } from './bank-transfer.row';
import { batchFromRow, batchRow, BATCH_COLUMNS, type BatchRow } from './transfer-batch.row';

export const transferBatchesInMysql: TransferBatchRepository = {
  async debtorAccount(reader, id) {
    const [row] = await reader.query<DebtorAccount>(
      `SELECT b.id, b.identifier AS account, b.currency FROM bank_account b
       WHERE b.tenant_id = :tenantId AND b.id = :id AND b.kind = 'BANK'`,
      { id },
    );
    return row;
  },

  async lockWaiting(tx, currency, limit) {
    const rows = await tx.query<TransferRow>(
      `SELECT p.id AS paymentId, p.end_to_end_id AS endToEndId, p.reference, p.amount_minor AS amountMinor,
         a.holder_name AS holderName, a.scheme, a.account, a.bank_code AS bankCode
       FROM payment p
       JOIN payee_account a ON a.tenant_id = p.tenant_id AND a.payee = p.beneficiary AND a.in_use = 1
       LEFT JOIN bank_transfer t ON t.tenant_id = p.tenant_id AND t.payment_id = p.id AND t.in_batch = 1
       WHERE p.tenant_id = :tenantId AND p.state = 'PENDING' AND p.means = 'BANK_TRANSFER' AND p.currency = :currency
         AND t.payment_id IS NULL AND p.held_until IS NULL
       ORDER BY p.created_at, p.id LIMIT ${String(Math.trunc(limit))} FOR UPDATE`,
      { currency },
    );
    return rows.map(transferOf);
  },

  async add(tx, batch, transfers) {
    await tx.insertMany('bank_transfer_batch', [batchRow(batch)]);
    await tx.insertMany(
      'bank_transfer',
      transfers.map(
        ({ paymentId, endToEndId, reference, amountMinor, holderName, scheme, account, bankCode }, index) => ({
          ...{ reference, scheme, account, position: index + 1, in_batch: 1 },
          batch_id: batch.id,
          payment_id: paymentId,
          end_to_end_id: endToEndId,
          amount_minor: amountMinor,
          holder_name: holderName,
          bank_code: bankCode ?? null,
        }),
      ),
    );
  },

  async lock(tx, id) {
    const [row] = await tx.query<BatchRow>(
      `SELECT ${BATCH_COLUMNS} FROM bank_transfer_batch b WHERE b.tenant_id = :tenantId AND b.id = :id FOR UPDATE`,
      { id },
    );
    return row === undefined ? undefined : batchFromRow(row);
  },

  async save(tx, { id, state, fileSha256, releasedBy, releasedAt, sentBy, sentAt, version }: TransferBatch) {
    await tx.execute(
      `UPDATE bank_transfer_batch b SET b.state = :state, b.file_sha256 = :fileSha256, b.released_by = :releasedBy,
         b.released_at = :releasedAt, b.sent_by = :sentBy, b.sent_at = :sentAt, b.version = :version
       WHERE b.tenant_id = :tenantId AND b.id = :id`,
      {
        ...{ id, state, version },
        fileSha256: fileSha256 ?? null,
        releasedBy: releasedBy ?? null,
        releasedAt: releasedAt ?? null,
        sentBy: sentBy ?? null,
        sentAt: sentAt ?? null,
      },
    );
  },

  transfersOf: async (reader, batchId) =>
    (await reader.query<TransferRow>(TRANSFERS_OF_BATCH, { batchId })).map(transferOf),

  async outdated(tx, batchId) {
    const [row] = await tx.query<{ count: string }>(
      `SELECT COUNT(*) AS count FROM bank_transfer t
       JOIN payment p ON p.tenant_id = t.tenant_id AND p.id = t.payment_id
       LEFT JOIN payee_account a ON a.tenant_id = p.tenant_id AND a.payee = p.beneficiary AND a.in_use = 1
         AND a.scheme = t.scheme AND a.account = t.account AND a.bank_code <=> t.bank_code
         AND a.holder_name = t.holder_name
       WHERE t.tenant_id = :tenantId AND t.batch_id = :batchId AND a.id IS NULL`,
      { batchId },
    );
    return Number(row?.count ?? 0);
  },

  async freeTransfers(tx, batchId) {
    await tx.execute(
      'UPDATE bank_transfer t SET t.in_batch = NULL WHERE t.tenant_id = :tenantId AND t.batch_id = :batchId',
      { batchId },
    );
  },

  async isInBatch(tx, paymentId) {
    const rows = await tx.query(
      `SELECT 1 AS found FROM bank_transfer t
       WHERE t.tenant_id = :tenantId AND t.payment_id = :paymentId AND t.in_batch = 1`,
      { paymentId },
    );
    return rows.length > 0;
  },
};
