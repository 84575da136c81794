import type { Refusal } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';
import { RECEIPT_LINE_COLUMNS, receiptLineOf, type ReceiptLineRow } from '../../returns/adapters/warehouse-receipt.row';
import type { ReceiptLine } from '../../returns/model/warehouse-receipt.model';
import type { FileFormat } from '../model/receipt-file.model';
import type { ReceiptRowStatus } from '../model/receipt-import.model';

/** A receipt as readers see it, without its lines. */
export interface ReceiptRecord {
  readonly id: string;
  readonly warehouse: string;
  readonly reference: string;
  readonly receivedAt: Date;
  readonly note: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export interface AllocationRecord {
  readonly receiptLineId: string;
  readonly returnLineId: string;
  readonly receiptId: string;
  readonly quantity: string;
}

export interface ImportRecord {
  readonly id: string;
  readonly name: string;
  readonly format: FileFormat;
  readonly state: string;
  readonly importedBy: string;
  readonly importedAt: Date;
}

export interface ImportRowRecord {
  readonly importId: string;
  readonly row: number;
  readonly status: ReceiptRowStatus;
  readonly receiptId: string | null;
  readonly refusals: readonly Refusal[];
}

export const RECEIPT_COLUMNS = `r.id, r.warehouse, r.reference, r.received_at AS receivedAt, r.note,
  r.recorded_by AS recordedBy, r.recorded_at AS recordedAt`;

/** Receipts by id, in one statement. */
export async function receiptsById(reader: TenantReader, ids: readonly string[]): Promise<(ReceiptRecord | null)[]> {
  const rows = await reader.query<ReceiptRecord>(
    `SELECT ${RECEIPT_COLUMNS} FROM warehouse_receipt r WHERE r.tenant_id = :tenantId AND r.id IN (:ids)`,
    { ids },
  );
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
}

/** The goods of each receipt, in one statement. */
export async function linesByReceipt(reader: TenantReader, receiptIds: readonly string[]): Promise<ReceiptLine[][]> {
  const rows = await reader.query<ReceiptLineRow>(
    `SELECT ${RECEIPT_LINE_COLUMNS} FROM warehouse_receipt_line r
     WHERE r.tenant_id = :tenantId AND r.receipt_id IN (:receiptIds) ORDER BY r.receipt_id, r.line`,
    { receiptIds },
  );
  return receiptIds.map((id) => rows.filter(({ receiptId }) => receiptId === id).map(receiptLineOf));
}

/** What is counted under each key, earliest first, in one statement; what was put right to nothing is left out. */
export async function allocationsBy(
  reader: TenantReader,
  key: 'receiptLineId' | 'returnLineId',
  values: readonly string[],
): Promise<AllocationRecord[][]> {
  const column = key === 'receiptLineId' ? 'c.receipt_line_id' : 'c.return_line_id';
  const rows = await reader.query<AllocationRecord>(
    `SELECT c.receipt_line_id AS receiptLineId, c.return_line_id AS returnLineId, g.receipt_id AS receiptId, c.quantity
     FROM receipt_allocation c
     JOIN warehouse_receipt_line g ON g.tenant_id = c.tenant_id AND g.id = c.receipt_line_id
     WHERE c.tenant_id = :tenantId AND g.tenant_id = :tenantId AND ${column} IN (:values) AND c.quantity > 0
     ORDER BY c.allocated_at, c.receipt_line_id, c.return_line_id`,
    { values },
  );
  return values.map((value) => rows.filter((row) => row[key] === value));
}

/** Imports by id, in one statement. */
export async function importsById(reader: TenantReader, ids: readonly string[]): Promise<(ImportRecord | null)[]> {
  const rows = await reader.query<ImportRecord>(
    `SELECT i.id, i.name, i.format, i.state, i.imported_by AS importedBy, i.imported_at AS importedAt
     FROM receipt_import i WHERE i.tenant_id = :tenantId AND i.id IN (:ids)`,
    { ids },
  );
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
}

/** The rows of each import, in one statement. */
export async function rowsByImport(reader: TenantReader, importIds: readonly string[]): Promise<ImportRowRecord[][]> {
  type Stored = Omit<ImportRowRecord, 'refusals'> & { readonly refusals: string };
  const rows = await reader.query<Stored>(
    `SELECT w.import_id AS importId, w.file_row AS \`row\`, w.status, w.receipt_id AS receiptId, w.refusals
     FROM receipt_import_row w WHERE w.tenant_id = :tenantId AND w.import_id IN (:importIds)
     ORDER BY w.import_id, w.file_row`,
    { importIds },
  );
  const records = rows.map((row): ImportRowRecord => ({ ...row, refusals: JSON.parse(row.refusals) as Refusal[] }));
  return importIds.map((id) => records.filter(({ importId }) => importId === id));
}
