import type { AccountScheme } from '../model/account-number.model';
import type { Transfer } from '../model/transfer-batch.model';

/** A transfer with its payee: as it waits, or as it stands in a file. */
export interface TransferRow {
  readonly paymentId: string;
  readonly endToEndId: string;
  readonly reference: string;
  readonly amountMinor: string;
  readonly holderName: string;
  readonly scheme: AccountScheme;
  readonly account: string;
  readonly bankCode: string | null;
}

/** What stands in the file of the batch `:batchId`, in the order of the file. */
export const TRANSFERS_OF_BATCH = `
  SELECT t.payment_id AS paymentId, t.end_to_end_id AS endToEndId, t.reference, t.amount_minor AS amountMinor,
    t.holder_name AS holderName, t.scheme, t.account, t.bank_code AS bankCode
  FROM bank_transfer t WHERE t.tenant_id = :tenantId AND t.batch_id = :batchId ORDER BY t.position`;

/** The transfer of a row. */
export function transferOf({ amountMinor, bankCode, ...row }: TransferRow): Transfer {
  return { ...row, amountMinor: BigInt(amountMinor), ...(bankCode === null ? {} : { bankCode }) };
}
