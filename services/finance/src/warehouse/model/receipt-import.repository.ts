import type { TenantTransaction } from '@redress/persistence';
import type { FileFormat } from './receipt-file.model';
import type { ReceiptRowResult } from './receipt-import.model';

/** A file that is taken in. */
export interface ReceiptImport {
  readonly id: string;
  readonly fileHash: Buffer;
  readonly name: string;
  readonly format: FileFormat;
  readonly importedBy: string;
  readonly importedAt: Date;
}

/** Remembers files of receipts. */
export interface ReceiptImports {
  /** The import of the same content read the same way, begun if there is none yet. */
  begin(tx: TenantTransaction, begun: ReceiptImport): Promise<{ readonly id: string; readonly isDone: boolean }>;
  /** Stores what became of the rows, unless another run of the same file did meanwhile. */
  finish(tx: TenantTransaction, id: string, rows: readonly ReceiptRowResult[]): Promise<void>;
}
