import type { GraphContext } from '@redress/graphql-runtime';
import type { Database, TenantReader } from '@redress/persistence';
import { isStaff } from '../../access/access.rules';
import type { ReceiptLine } from '../../returns/model/warehouse-receipt.model';
import { toAllocation, toImport, toImportRow, toReceipt, toReceiptLine } from './to-warehouse-receipt.gql';
import type {
  ReceiptAllocation,
  ReceiptImport,
  ReceiptImportRow,
  WarehouseReceipt,
  WarehouseReceiptLine,
} from './warehouse-receipt.gql';
import {
  allocationsBy,
  importsById,
  linesByReceipt,
  receiptsById,
  rowsByImport,
  type AllocationRecord,
  type ImportRecord,
  type ImportRowRecord,
  type ReceiptRecord,
} from './warehouse-receipt.query';

/** Finds receipts and imports for one request, in one statement for each level; only staff see any. */
export class WarehouseReceiptLoader {
  constructor(private readonly database: Database) {}

  async find(context: GraphContext, id: string): Promise<WarehouseReceipt | null> {
    const record = await this.one<ReceiptRecord>(context, 'warehouse-receipt', receiptsById, id);
    return record === null ? null : toReceipt(record);
  }

  async lines(context: GraphContext, receiptId: string): Promise<WarehouseReceiptLine[]> {
    const lines = await this.one<ReceiptLine[]>(context, 'warehouse-receipt-lines', linesByReceipt, receiptId);
    return (lines ?? []).map(toReceiptLine);
  }

  async allocations(
    context: GraphContext,
    key: 'receiptLineId' | 'returnLineId',
    value: string,
  ): Promise<ReceiptAllocation[]> {
    const read = (reader: TenantReader, values: readonly string[]) => allocationsBy(reader, key, values);
    const found = await this.one<AllocationRecord[]>(context, `receipt-allocations:${key}`, read, value);
    return (found ?? []).map(toAllocation);
  }

  async import(context: GraphContext, id: string): Promise<ReceiptImport | null> {
    const record = await this.one<ImportRecord>(context, 'receipt-import', importsById, id);
    return record === null ? null : toImport(record);
  }

  async importRows(context: GraphContext, importId: string): Promise<ReceiptImportRow[]> {
    const rows = await this.one<ImportRowRecord[]>(context, 'receipt-import-rows', rowsByImport, importId);
    return (rows ?? []).map((row) => toImportRow(row, context));
  }

  private async one<Value>(
    { viewer, loader }: GraphContext,
    name: string,
    read: (reader: TenantReader, keys: readonly string[]) => Promise<(Value | null)[]>,
    key: string,
  ): Promise<Value | null> {
    if (!isStaff(viewer)) return null;
    const reader = this.database.reader(viewer.tenantId);
    return loader<string, Value>(name, (keys) => read(reader, keys)).load(key);
  }
}
