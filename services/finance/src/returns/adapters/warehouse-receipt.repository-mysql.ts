import { isDuplicateKey } from '@redress/persistence';
import { formatQuantity, parseQuantity } from '../../ceiling/model/quantity.model';
import type { ReceiptAllocation } from '../model/warehouse-receipt.model';
import { RECEIPT_LINE_COLUMNS, receiptLineOf, receiptLineRow, type ReceiptLineRow } from './warehouse-receipt.row';
import { ReferenceTaken, type WarehouseReceiptRepository } from '../model/warehouse-receipt.repository';

interface AllocationRow {
  readonly receiptLineId: string;
  readonly returnLineId: string;
  readonly quantity: string;
}

export const warehouseReceiptsInMysql: WarehouseReceiptRepository = {
  async find(reader, { warehouse, reference }) {
    const [row] = await reader.query<{ id: string; contentHash: Buffer }>(
      `SELECT r.id, r.content_hash AS contentHash FROM warehouse_receipt r
       WHERE r.tenant_id = :tenantId AND r.warehouse = :warehouse AND r.reference = :reference`,
      { warehouse, reference },
    );
    return row;
  },

  async add(tx, receipt, contentHash) {
    const { id, warehouse, reference, receivedAt, note, recordedBy, recordedAt, importId, lines } = receipt;
    const head = {
      ...{ id, warehouse, reference, received_at: receivedAt, note: note ?? null, content_hash: contentHash },
      ...{ import_id: importId ?? null, recorded_by: recordedBy, recorded_at: recordedAt, version: 1 },
    };
    await tx.insertMany('warehouse_receipt', [head]).catch((error: unknown) => {
      throw isDuplicateKey(error, 'one_of_each_reference') ? new ReferenceTaken() : error;
    });
    await tx.insertMany(
      'warehouse_receipt_line',
      lines.map((line) => receiptLineRow(id, line)),
    );
  },

  async addAllocations(tx, allocations, at) {
    if (allocations.length === 0) return;
    await tx.insertMany(
      'receipt_allocation',
      allocations.map(({ receiptLineId, returnLineId, quantity }) => ({
        ...{ receipt_line_id: receiptLineId, return_line_id: returnLineId, allocated_at: at },
        quantity: formatQuantity(quantity),
      })),
    );
  },

  async lockLine(tx, receiptLineId) {
    const [row] = await tx.query<ReceiptLineRow>(
      `SELECT ${RECEIPT_LINE_COLUMNS}
       FROM warehouse_receipt_line r WHERE r.tenant_id = :tenantId AND r.id = :receiptLineId FOR UPDATE`,
      { receiptLineId },
    );
    if (row === undefined) throw new Error(`receipt line ${receiptLineId} does not exist`);
    return receiptLineOf(row);
  },

  async receiptOf(reader, receiptLineId) {
    const [row] = await reader.query<{ receiptId: string }>(
      `SELECT r.receipt_id AS receiptId FROM warehouse_receipt_line r
       WHERE r.tenant_id = :tenantId AND r.id = :receiptLineId`,
      { receiptLineId },
    );
    if (row === undefined) throw new Error(`receipt line ${receiptLineId} does not exist`);
    return row.receiptId;
  },

  async saveLine(tx, { receiptLineId: id, allocated, corrected, setAside }) {
    await tx.execute(
      `UPDATE warehouse_receipt_line r
       SET r.allocated = :allocated, r.corrected = :corrected, r.set_aside = :setAside
       WHERE r.tenant_id = :tenantId AND r.id = :id`,
      {
        id,
        allocated: formatQuantity(allocated),
        corrected: formatQuantity(corrected),
        setAside: formatQuantity(setAside),
      },
    );
  },

  async allocationsOf(tx, returnLineId) {
    const rows = await tx.query<AllocationRow>(
      `SELECT c.receipt_line_id AS receiptLineId, c.return_line_id AS returnLineId, c.quantity
       FROM receipt_allocation c WHERE c.tenant_id = :tenantId AND c.return_line_id = :returnLineId
       ORDER BY c.allocated_at DESC, c.receipt_line_id DESC`,
      { returnLineId },
    );
    return rows.map(({ quantity, ...ids }): ReceiptAllocation => ({ ...ids, quantity: parseQuantity(quantity) }));
  },

  async setAllocation(tx, { receiptLineId, returnLineId, quantity }, at) {
    await tx.execute(
      `INSERT INTO receipt_allocation (tenant_id, receipt_line_id, return_line_id, quantity, allocated_at)
       VALUES (:tenantId, :receiptLineId, :returnLineId, :quantity, :at) ON DUPLICATE KEY UPDATE quantity = :quantity`,
      { receiptLineId, returnLineId, quantity: formatQuantity(quantity), at },
    );
  },

  async recordersOf(reader, { receiptLineId, returnLineId }) {
    const rows = await reader.query<{ recordedBy: string }>(
      `SELECT DISTINCT r.recorded_by AS recordedBy FROM warehouse_receipt r
       JOIN warehouse_receipt_line l ON l.tenant_id = r.tenant_id AND l.receipt_id = r.id
       WHERE r.tenant_id = :tenantId AND l.tenant_id = :tenantId AND (l.id = :receiptLineId OR l.id IN (
         SELECT c.receipt_line_id FROM receipt_allocation c
         WHERE c.tenant_id = :tenantId AND c.return_line_id = :returnLineId))`,
      { receiptLineId: receiptLineId ?? '', returnLineId: returnLineId ?? '' },
    );
    return rows.map(({ recordedBy }) => recordedBy);
  },
};
