import type { ReceiptImports } from '../model/receipt-import.repository';

interface ImportRow {
  readonly id: string;
  readonly state: string;
}

export const receiptImportsInMysql: ReceiptImports = {
  async begin(tx, { id, fileHash, name, format, importedBy, importedAt }) {
    await tx.execute(
      `INSERT INTO receipt_import (tenant_id, id, file_hash, name, format, state, imported_by, imported_at)
       VALUES (:tenantId, :id, :fileHash, :name, :format, 'RUNNING', :importedBy, :importedAt)
       ON DUPLICATE KEY UPDATE name = name`,
      { id, fileHash, name, format, importedBy, importedAt },
    );
    const [row] = await tx.query<ImportRow>(
      'SELECT i.id, i.state FROM receipt_import i WHERE i.tenant_id = :tenantId AND i.file_hash = :fileHash',
      { fileHash },
    );
    if (row === undefined) throw new Error('the import vanished');
    return { id: row.id, isDone: row.state === 'DONE' };
  },

  async finish(tx, id, rows) {
    const [row] = await tx.query<ImportRow>(
      'SELECT i.id, i.state FROM receipt_import i WHERE i.tenant_id = :tenantId AND i.id = :id FOR UPDATE',
      { id },
    );
    if (row?.state === 'DONE') return;
    await tx.insertMany(
      'receipt_import_row',
      rows.map(({ row: fileRow, status, receiptId, refusals }) => ({
        ...{ import_id: id, file_row: fileRow, status, receipt_id: receiptId ?? null },
        refusals: JSON.stringify(refusals),
      })),
    );
    await tx.execute("UPDATE receipt_import i SET i.state = 'DONE' WHERE i.tenant_id = :tenantId AND i.id = :id", {
      id,
    });
  },
};
