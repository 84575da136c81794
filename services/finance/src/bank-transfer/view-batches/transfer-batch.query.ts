import type { KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import type { AccountScheme } from '../model/account-number.model';
import type { BatchState, Transfer } from '../model/transfer-batch.model';

/** A batch as readers see it. */
export interface BatchRecord {
  readonly id: string;
  readonly messageId: string;
  readonly state: BatchState;
  readonly currency: string;
  readonly debtorName: string;
  readonly debtorAccountId: string;
  readonly debtorAccount: string;
  readonly executeOn: string;
  readonly transactions: number;
  readonly controlSumMinor: string;
  readonly fileSha256: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly releasedBy: string | null;
  readonly releasedAt: Date | null;
  readonly sentAt: Date | null;
  readonly version: number;
}

const COLUMNS = `b.id, b.message_id AS messageId, b.state, b.currency, b.debtor_name AS debtorName,
  b.debtor_account_id AS debtorAccountId, b.debtor_account AS debtorAccount, b.execute_on AS executeOn, b.transactions,
  b.control_sum_minor AS controlSumMinor, b.file_sha256 AS fileSha256, b.created_by AS createdBy,
  b.created_at AS createdAt, b.released_by AS releasedBy, b.released_at AS releasedAt, b.sent_at AS sentAt, b.version`;

/** The batches, latest first. */
export function batchList(state: BatchState | undefined): KeysetList {
  return {
    name: 'bank-transfer-batches',
    order: { name: 'CREATED_AT_DESC', column: 'b.created_at', direction: 'descending' },
    idColumn: 'b.id',
    select: COLUMNS,
    from: 'bank_transfer_batch b',
    where: `b.tenant_id = :tenantId${state === undefined ? '' : ' AND b.state = :state'}`,
    params: state === undefined ? {} : { state },
  };
}

/** The batches of these ids, in one statement. */
export async function batchesById(reader: TenantReader, ids: readonly string[]): Promise<(BatchRecord | null)[]> {
  const rows = await reader.query<BatchRecord>(
    `SELECT ${COLUMNS} FROM bank_transfer_batch b WHERE b.tenant_id = :tenantId AND b.id IN (:ids)`,
    { ids },
  );
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
}

/** What stands in the file of a batch. */
export async function transfersOfBatch(reader: TenantReader, batchId: string): Promise<Transfer[]> {
  const rows = await reader.query<{
    paymentId: string;
    endToEndId: string;
    reference: string;
    amountMinor: string;
    holderName: string;
    scheme: AccountScheme;
    account: string;
    bankCode: string | null;
  }>(
    `SELECT t.payment_id AS paymentId, t.end_to_end_id AS endToEndId, t.reference, t.amount_minor AS amountMinor,
       t.holder_name AS holderName, t.scheme, t.account, t.bank_code AS bankCode
     FROM bank_transfer t WHERE t.tenant_id = :tenantId AND t.batch_id = :batchId ORDER BY t.position`,
    { batchId },
  );
  return rows.map(({ amountMinor, bankCode, ...row }) => ({
    ...row,
    amountMinor: BigInt(amountMinor),
    ...(bankCode === null ? {} : { bankCode }),
  }));
}
