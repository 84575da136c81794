import type { Capability } from '../capability';
import { returnStores } from '../returns/composition-root';
import { ReturnLoader } from '../returns/view-returns/return.loader';
import { readRows } from './adapters/read-rows';
import { receiptImportsInMysql } from './adapters/receipt-imports-mysql';
import { ImportReceiptsResolver } from './import-receipts/import-receipts.resolver';
import { RecordReceiptResolver } from './record-receipt/record-receipt.resolver';
import { WarehouseReceiptLoader } from './view-receipts/warehouse-receipt.loader';
import { importReferences, receiptReferences } from './view-receipts/warehouse-receipt.reference';
import {
  ReceiptAllocationResolver,
  ReceiptImportResolver,
  ReceiptImportRowResolver,
  ReceiptsOfReturnLineResolver,
  WarehouseReceiptLineResolver,
  WarehouseReceiptResolver,
} from './view-receipts/warehouse-receipt.resolver';

/** What warehouses sign for, one by one and by file. */
export const WAREHOUSE: Capability = {
  resolvers: [
    WarehouseReceiptResolver,
    WarehouseReceiptLineResolver,
    ReceiptsOfReturnLineResolver,
    ReceiptAllocationResolver,
    ReceiptImportResolver,
    ReceiptImportRowResolver,
    RecordReceiptResolver,
    ImportReceiptsResolver,
  ],
  entities: ['WarehouseReceipt', 'ReceiptImport'],
  compose({ foundations: { database }, stores }) {
    const ports = { ...returnStores(stores), readRows, imports: receiptImportsInMysql };
    const receipts = new WarehouseReceiptLoader(database);
    const returns = new ReturnLoader(database);
    return {
      instances: [
        new WarehouseReceiptResolver(database, receipts),
        new WarehouseReceiptLineResolver(receipts),
        new ReceiptsOfReturnLineResolver(receipts),
        new ReceiptAllocationResolver(receipts, returns),
        new ReceiptImportResolver(receipts),
        new ReceiptImportRowResolver(receipts),
        new RecordReceiptResolver(ports, receipts),
        new ImportReceiptsResolver(ports, receipts),
      ],
      references: { WarehouseReceipt: receiptReferences(receipts), ReceiptImport: importReferences(receipts) },
    };
  },
};
