import { appendEvents } from '@redress/messaging';
import type { ComplaintChange } from '../model/complaint-change.model';
import type { ComplaintChanges } from '../model/complaint-changes.repository';
import { priorityOf } from '../model/matter.model';
import { complaintReassessedEvent } from '../published/complaint-reassessed.publication';
import { complaintsByIds } from '../view-complaints/complaint-record.query';

/** Locks the cards alone: a lock on their categories would hold up complaints that have nothing to do with each other. */
const LOCK = 'SELECT c.id FROM complaint c WHERE c.tenant_id = :tenantId AND c.id IN (:ids) ORDER BY c.id FOR UPDATE';

const SAVE = `
  UPDATE complaint c SET c.category_id = :categoryId, c.item_type = :itemType, c.priority = :priority,
    c.matter = :matter, c.judgement = :judgement, c.version = :version
  WHERE c.tenant_id = :tenantId AND c.id = :id AND c.version = :version - 1`;

/** Changes in MySQL. */
export function mysqlComplaintChanges(newId: () => string): ComplaintChanges {
  const note: ComplaintChanges['note'] = (tx, complaintId, { version, by, at, changes }) => {
    tx.insertAtCommit(
      'complaint_change',
      changes.map((change) => ({
        complaint_id: complaintId,
        ...changeRow(change),
        id: newId(),
        version,
        changed_by: by,
        changed_at: at,
      })),
    );
  };
  return {
    async lock(tx, ids) {
      if (ids.length === 0) return [];
      await tx.query(LOCK, { ids });
      const found = await complaintsByIds(tx, [...ids].sort(), undefined);
      return found.filter((complaint) => complaint !== null);
    },

    async save(tx, reassessment) {
      const { complaint, next, changes, by, at } = reassessment;
      const { id } = complaint.card;
      const version = complaint.version + 1;
      const { affectedRows } = await tx.execute(SAVE, {
        id,
        categoryId: next.category.id,
        itemType: next.matter.itemType,
        priority: priorityOf(next.judgement),
        matter: JSON.stringify(next.matter),
        judgement: JSON.stringify(next.judgement),
        version,
      });
      if (affectedRows !== 1) throw new Error(`complaint ${id} was not locked at version ${complaint.version}`);
      note(tx, id, { version, by, at, changes });
      await appendEvents(tx, { id, version }, [complaintReassessedEvent(reassessment)]);
    },

    note,
  };
}

function changeRow({ fact, old, new: next, automatic, because }: ComplaintChange) {
  return {
    fact,
    old_value: JSON.stringify(old),
    new_value: JSON.stringify(next),
    automatic,
    because: because?.slice(0, 1_000) ?? null,
  };
}
