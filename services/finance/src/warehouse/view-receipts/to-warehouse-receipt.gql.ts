import { toGlobalId, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { formatQuantity, parseQuantity } from '../../ceiling/model/quantity.model';
import { unallocatedOf, type ReceiptLine } from '../../returns/model/warehouse-receipt.model';
import type {
  ReceiptAllocation,
  ReceiptImport,
  ReceiptImportRow,
  WarehouseReceipt,
  WarehouseReceiptLine,
} from './warehouse-receipt.gql';
import type { AllocationRecord, ImportRecord, ImportRowRecord, ReceiptRecord } from './warehouse-receipt.query';

export function toReceipt({ id, ...record }: ReceiptRecord): WarehouseReceipt {
  const { warehouse, reference, receivedAt, note, recordedBy, recordedAt } = record;
  return {
    ...{ id: toGlobalId('WarehouseReceipt', id), receiptId: id },
    ...{ warehouse, reference, receivedAt, note, recordedBy, recordedAt },
  };
}

export function toReceiptLine(goods: ReceiptLine): WarehouseReceiptLine {
  const { receiptLineId, line, returnNumber, orderNumber, lineNumber, product, damaged, complete } = goods;
  return {
    ...{ id: toGlobalId('WarehouseReceiptLine', receiptLineId), receiptLineId, line, damaged, complete },
    ...{ returnNumber: returnNumber ?? null, orderNumber: orderNumber ?? null },
    ...{ lineNumber: lineNumber ?? null, product: product ?? null },
    quantity: formatQuantity(goods.quantity),
    allocated: formatQuantity(goods.allocated),
    corrected: formatQuantity(goods.corrected),
    setAside: formatQuantity(goods.setAside),
    unallocated: formatQuantity(unallocatedOf(goods)),
  };
}

export function toAllocation({ quantity, returnLineId, receiptId }: AllocationRecord): ReceiptAllocation {
  return { quantity: formatQuantity(parseQuantity(quantity)), returnLineId, receiptId };
}

export function toImport({ id, name, format, state, importedBy, importedAt }: ImportRecord): ReceiptImport {
  const importId = id;
  return {
    id: toGlobalId('ReceiptImport', id),
    importId,
    name,
    format,
    done: state === 'DONE',
    importedBy,
    importedAt,
  };
}

export function toImportRow(
  { row, status, receiptId, refusals }: ImportRowRecord,
  context: GraphContext,
): ReceiptImportRow {
  return { row: Number(row), status, receiptId, userErrors: toUserErrors(refusals, context) };
}
