import { createHash } from 'node:crypto';
import { accept, canonicalJson, newId, refuse, type Outcome, type Refusal } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import type { ReadRows } from '../model/receipt-file.client';
import { MOST_FILE_BYTES, MOST_FILE_ROWS, type ReceiptFileReading } from '../model/receipt-file.model';
import type { ReceiptRowResult } from '../model/receipt-import.model';
import type { ReceiptImports } from '../model/receipt-import.repository';
import type { ReceiptRefusal } from '../model/receipt.errors';
import { receiptComplaints } from '../record-receipt/check-receipt.decide';
import { againWhenTaken, enterReceipt } from '../record-receipt/enter-receipt.policy';
import type { ReceiptDependencies } from '../record-receipt/record-receipt.handler';
import { missingColumns, readReceipts, type FileReceipt } from './read-receipts.decide';

export interface ImportReceipts {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly name: string;
  readonly content: Buffer;
  readonly reading: ReceiptFileReading;
}

export interface ImportDependencies extends ReceiptDependencies {
  readonly readRows: ReadRows;
  readonly imports: ReceiptImports;
}

export interface ImportedFile {
  readonly importId: string;
  /** The same file was taken in before. */
  readonly existed: boolean;
}

type Begun = ImportedFile & { readonly isDone: boolean };

/**
 * Takes in a file of receipts, each receipt in a transaction of its own: a process that dies leaves what it did, and the
 * same file goes on from there, because a receipt is recorded once however often it is told.
 */
export async function importReceipts(
  command: ImportReceipts,
  dependencies: ImportDependencies,
): Promise<CommandResult<ImportedFile, ReceiptRefusal>> {
  const { tenantId, subject, idempotencyKey, name, content, reading } = command;
  const read = await readFile(command, dependencies.readRows);
  if (!read.ok) return { outcome: read, replayed: false };
  const fileHash = createHash('sha256').update(canonicalJson(reading)).update('\0').update(content).digest();
  const begun = { id: newId(), fileHash, name, format: reading.format };
  const request = { name, fileHash: fileHash.toString('hex') };
  const identity = { tenantId, operation: 'importWarehouseReceipts', subject, idempotencyKey, request };
  const { outcome, replayed } = await executeCommand<Begun, ReceiptRefusal>(
    dependencies.database,
    { ...identity, keepForEver: true },
    async (tx) => {
      const at = { importedBy: subject, importedAt: dependencies.clock.now() };
      const { id: importId, isDone } = await dependencies.imports.begin(tx, { ...begun, ...at });
      return accept({ importId, isDone, existed: importId !== begun.id });
    },
  );
  if (!outcome.ok) return { outcome, replayed };
  const { importId, existed, isDone } = outcome.value;
  if (!isDone) {
    const rows = await enterAll(read.value, importId, command, dependencies);
    await dependencies.database.transaction(tenantId, (tx) => dependencies.imports.finish(tx, importId, rows));
  }
  return { outcome: accept({ importId, existed }), replayed };
}

async function readFile(
  { content, reading, name }: ImportReceipts,
  readRows: ReadRows,
): Promise<Outcome<readonly FileReceipt[], ReceiptRefusal>> {
  if (name.trim() === '' || name.length > 255) return refuse({ code: 'INPUT_INVALID', path: ['input', 'name'] });
  const path = ['input', 'contentBase64'];
  const tooLarge: Refusal<ReceiptRefusal> = {
    code: 'FINANCE_RECEIPT_FILE_TOO_LARGE',
    path,
    facts: { rows: MOST_FILE_ROWS, megabytes: MOST_FILE_BYTES / 1024 / 1024 },
  };
  if (content.length > MOST_FILE_BYTES) return refuse(tooLarge);
  const table = await readRows(content, reading.format);
  if (table === 'TOO_LARGE') return refuse(tooLarge);
  const [header, ...rows] = table ?? [];
  if (header === undefined) {
    return refuse({ code: 'FINANCE_RECEIPT_FILE_UNREADABLE', path, facts: { format: reading.format } });
  }
  if (rows.length > MOST_FILE_ROWS) return refuse(tooLarge);
  const [missing, ...others] = missingColumns(reading, header).map((column): Refusal<ReceiptRefusal> => {
    return { code: 'FINANCE_RECEIPT_COLUMN_MISSING', path: ['input', 'columns'], facts: { column } };
  });
  return missing === undefined ? accept(readReceipts(reading, header, rows)) : refuse(missing, ...others);
}

async function enterAll(
  receipts: readonly FileReceipt[],
  importId: string,
  { tenantId, subject: by }: ImportReceipts,
  dependencies: ImportDependencies,
): Promise<ReceiptRowResult[]> {
  const results: ReceiptRowResult[] = [];
  for (const { content, rows, refusals } of receipts) {
    const unreadable = [...refusals.values()].flat();
    const complaints = unreadable.length > 0 ? unreadable : receiptComplaints(content, dependencies.clock.now(), []);
    const [first, ...others] = complaints;
    const entered =
      first === undefined
        ? await againWhenTaken(() =>
            dependencies.database.transaction(tenantId, (tx) =>
              enterReceipt(tx, content, { by, importId }, dependencies),
            ),
          )
        : refuse(first, ...others);
    for (const row of rows) results.push(rowResult(row, entered, refusals.get(row) ?? []));
  }
  return results.sort((one, other) => one.row - other.row);
}

function rowResult(
  row: number,
  entered: Outcome<{ readonly receiptId: string; readonly existed: boolean }, ReceiptRefusal>,
  own: readonly Refusal<ReceiptRefusal>[],
): ReceiptRowResult {
  if (!entered.ok) return { row, status: 'REFUSED', refusals: own.length > 0 ? own : entered.refusals };
  const { receiptId, existed } = entered.value;
  return { row, status: existed ? 'EXISTED' : 'RECORDED', receiptId, refusals: [] };
}
