import type { TenantTransaction } from '@redress/persistence';
import type { SettlementListener } from '../model/settlement-hooks.policy';
import type { Settlement } from '../model/settlement.model';

const FROM_CASE_FILE = `
  UPDATE settlement s JOIN case_file f ON f.tenant_id = s.tenant_id AND f.case_id = s.case_id
  SET s.case_number = f.number, s.department = f.department, s.product = f.product, s.category_code = f.category_code,
    s.region = f.region, s.level = f.level, s.regulation_id = f.regulation_id,
    s.regulation_version = f.regulation_version
  WHERE s.tenant_id = :tenantId AND f.tenant_id = :tenantId AND s.case_id = :caseId`;
const INSTRUMENTS =
  'UPDATE settlement s SET s.instruments = :instruments WHERE s.tenant_id = :tenantId AND s.id = :settlementId';
const ORDER = `
  INSERT IGNORE INTO settlement_order (tenant_id, order_number, settlement_id)
  VALUES (:tenantId, :orderNumber, :settlementId)`;

/** Repeats at the settlements of the case what its file says, when the transaction commits. */
export function noteCase(tx: TenantTransaction, caseId: string): void {
  tx.executeAtCommit(FROM_CASE_FILE, { caseId });
}

/** Notes what lists are filtered by when a settlement is drawn up, or its parts change. */
export const notesListFacts: SettlementListener = {
  hears: ['SettlementProposed', 'SettlementRefused', 'SettlementAdjusted'],
  hear(tx, settlement) {
    noteParts(tx, settlement);
    tx.executeAtCommit(`${FROM_CASE_FILE} AND s.id = :settlementId`, {
      caseId: settlement.caseId,
      settlementId: settlement.id,
    });
    return Promise.resolve();
  },
};

function noteParts(tx: TenantTransaction, { id: settlementId, instrument, parts }: Settlement): void {
  const instruments = new Set(parts.map((part) => part.instrument));
  if (instruments.size > 1 || !instruments.has(instrument)) {
    tx.executeAtCommit(INSTRUMENTS, { settlementId, instruments: `,${[...instruments].join(',')},` });
  }
  const orders = new Set(parts.flatMap(({ subject }) => subject?.orderNumber ?? []));
  for (const orderNumber of orders) tx.executeAtCommit(ORDER, { settlementId, orderNumber });
}
