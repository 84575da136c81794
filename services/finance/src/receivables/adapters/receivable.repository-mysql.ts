import { isDuplicateKey } from '@redress/persistence';
import { DocumentNumberTaken, type ReceivableRepository } from '../model/receivable.repository';
import { disputesInMysql } from './receivable-dispute.repository-mysql';
import { RECEIVABLE_COLUMNS, receivableOf, receivableRow, type ReceivableRow } from './receivable.row';

export const receivablesInMysql: ReceivableRepository = {
  ...disputesInMysql,

  async byDocuments(reader, documentNumbers) {
    const rows = await reader.query<ReceivableRow>(
      `SELECT ${RECEIVABLE_COLUMNS} FROM receivable r
       WHERE r.tenant_id = :tenantId AND r.document_number IN (:documentNumbers)`,
      { documentNumbers },
    );
    return rows.map(receivableOf);
  },

  async add(tx, receivables) {
    await tx.insertMany('receivable', receivables.map(receivableRow)).catch((error: unknown) => {
      throw isDuplicateKey(error, 'by_document') ? new DocumentNumberTaken() : error;
    });
  },

  async lock(tx, id) {
    const [row] = await tx.query<ReceivableRow>(
      `SELECT ${RECEIVABLE_COLUMNS} FROM receivable r WHERE r.tenant_id = :tenantId AND r.id = :id FOR UPDATE`,
      { id },
    );
    return row === undefined ? undefined : receivableOf(row);
  },

  async lockOpenOf(tx, { customerId, orderNumber, lineNumber }) {
    const rows = await tx.query<ReceivableRow>(
      `SELECT ${RECEIVABLE_COLUMNS} FROM receivable r
       WHERE r.tenant_id = :tenantId AND r.customer_id = :customerId AND r.order_number = :orderNumber
         AND (r.line_number IS NULL OR :anyLine = 1 OR r.line_number = :lineNumber)
         AND r.amount_minor > r.paid_minor + r.credited_minor
       ORDER BY r.due_on, r.id FOR UPDATE`,
      { customerId, orderNumber, lineNumber: lineNumber ?? 0, anyLine: lineNumber === undefined ? 1 : 0 },
    );
    return rows.map(receivableOf);
  },

  async save(tx, { id, paidMinor, creditedMinor, disputedMinor, version }) {
    await tx.execute(
      `UPDATE receivable r SET r.paid_minor = :paidMinor, r.credited_minor = :creditedMinor,
         r.disputed_minor = :disputedMinor, r.version = :version
       WHERE r.tenant_id = :tenantId AND r.id = :id`,
      { id, paidMinor, creditedMinor, disputedMinor, version },
    );
  },

  async addMovement(tx, { id, kind, amountMinor, disputedMinor, effectiveOn, reference, ...movement }) {
    const row = {
      ...{ id, kind, reference },
      receivable_id: movement.receivableId,
      amount_minor: amountMinor,
      effective_on: effectiveOn,
      disputed: disputedMinor > 0n ? 1 : 0,
      recorded_by: movement.recordedBy,
      recorded_at: movement.recordedAt,
    };
    try {
      await tx.insertMany('receivable_movement', [row]);
      return true;
    } catch (error) {
      if (isDuplicateKey(error, 'by_reference')) return false;
      throw error;
    }
  },
};
