import type { TenantTransaction } from '@redress/persistence';
import type { Dispute } from '../model/receivable.model';
import type { ReceivableRepository } from '../model/receivable.repository';
import { RECEIVABLE_COLUMNS, receivableOf, type ReceivableRow } from './receivable.row';

type Disputes = Pick<
  ReceivableRepository,
  'isDisputedBy' | 'addDispute' | 'lockDisputesOf' | 'reduceDisputes' | 'endDispute' | 'moveDisputes'
>;

interface OpenDispute {
  readonly id: string;
  readonly receivable_id: string;
  readonly amount_minor: string;
}

export const disputesInMysql: Disputes = {
  async isDisputedBy(reader, receivableId, caseId) {
    const found = await reader.query(
      `SELECT d.id FROM receivable_dispute d
       WHERE d.tenant_id = :tenantId AND d.receivable_id = :receivableId AND d.case_id = :caseId`,
      { receivableId, caseId },
    );
    return found.length > 0;
  },

  async addDispute(tx, { id, receivableId, caseId, amountMinor }, at) {
    const row = { id, receivable_id: receivableId, case_id: caseId, amount_minor: amountMinor };
    await tx.insertMany('receivable_dispute', [{ ...row, opened_minor: amountMinor, opened_at: at }]);
  },

  async lockDisputesOf(tx, caseId) {
    const open = await openDisputes(tx, 'd.case_id = :of', caseId, '');
    if (open.length === 0) return [];
    const rows = await tx.query<ReceivableRow>(
      `SELECT ${RECEIVABLE_COLUMNS} FROM receivable r
       WHERE r.tenant_id = :tenantId AND r.id IN (:ids) ORDER BY r.id FOR UPDATE`,
      { ids: open.map(({ receivable_id }) => receivable_id) },
    );
    const receivables = new Map(rows.map((row) => [row.id, receivableOf(row)]));
    // What a payment took off meanwhile shows only now that the receivables are locked.
    const still = await openDisputes(tx, 'd.case_id = :of', caseId);
    return still.flatMap(({ id, receivable_id: receivableId, amount_minor }) => {
      const receivable = receivables.get(receivableId);
      const dispute: Dispute = { id, receivableId, caseId, amountMinor: BigInt(amount_minor) };
      return receivable === undefined ? [] : [{ dispute, receivable }];
    });
  },

  async reduceDisputes(tx, receivableId, minor) {
    let left = minor;
    for (const { id, amount_minor } of await openDisputes(tx, 'd.receivable_id = :of', receivableId)) {
      const amount = BigInt(amount_minor);
      const taken = left < amount ? left : amount;
      if (taken > 0n) {
        await tx.execute(
          `UPDATE receivable_dispute d SET d.amount_minor = d.amount_minor - :taken
           WHERE d.tenant_id = :tenantId AND d.id = :id`,
          { id, taken },
        );
      }
      left -= taken;
    }
  },

  async endDispute(tx, disputeId, ending, at) {
    await tx.execute(
      `UPDATE receivable_dispute d SET d.amount_minor = 0, d.ended_at = :at, d.ending = :ending
       WHERE d.tenant_id = :tenantId AND d.id = :disputeId`,
      { disputeId, ending, at },
    );
  },

  async moveDisputes(tx, fromCase, toCase) {
    // A case disputes a receivable once, even when that has ended.
    const known = await tx.query<Pick<OpenDispute, 'receivable_id'>>(
      `SELECT d.receivable_id FROM receivable_dispute d
       WHERE d.tenant_id = :tenantId AND d.case_id = :toCase FOR UPDATE`,
      { toCase },
    );
    const taken = new Set(known.map(({ receivable_id }) => receivable_id));
    for (const { id, receivable_id } of await openDisputes(tx, 'd.case_id = :of', fromCase)) {
      if (taken.has(receivable_id)) continue;
      await tx.execute(
        `UPDATE receivable_dispute d SET d.case_id = :toCase WHERE d.tenant_id = :tenantId AND d.id = :id`,
        { id, toCase },
      );
    }
  },
};

function openDisputes(
  tx: TenantTransaction,
  condition: string,
  of: string,
  lock = 'FOR UPDATE',
): Promise<OpenDispute[]> {
  return tx.query<OpenDispute>(
    `SELECT d.id, d.receivable_id, d.amount_minor FROM receivable_dispute d
     WHERE d.tenant_id = :tenantId AND ${condition} AND d.ended_at IS NULL ORDER BY d.id ${lock}`,
    { of },
  );
}
