import type { TenantTransaction } from '@redress/persistence';
import { conditionHolds, type Regulation } from '@redress/regulations';
import { reassess, type ReassessPorts } from '../../complaint/change-complaint/reassess.handler';
import type { LockedComplaint } from '../../complaint/model/complaint-change.model';
import type { Complaint } from '../../complaint/model/complaint.model';
import { asItStands } from '../../complaint/model/stated-matter.model';
import { factsOfMatter } from '../../complaint/model/judge-matter.rules';
import { conditionsOnSameComplaints } from '../model/same-complaints.rules';

export const BY_INTAKE = 'system:intake';

/**
 * A complaint that is one more of the same may make those before it graver. Those of the last month for which a condition
 * of the regulation turns are changed in the same transaction; there are at most 50, and mostly none.
 */
export async function tellSameComplaints(
  tx: TenantTransaction,
  complaint: Complaint,
  { regulation, now }: { readonly regulation: Regulation; readonly now: Date },
  ports: ReassessPorts,
): Promise<void> {
  const { sameWithinMonth } = complaint.matter;
  if (sameWithinMonth === 1) return;
  const others = await ports.complaintHistory.sameWithinMonth(tx, {
    customerId: complaint.customerId,
    categoryId: complaint.category.id,
    product: complaint.product,
    orderLine: complaint.orderLine,
    receivedAt: complaint.receivedAt,
  });
  const turning = others.filter(({ card }) => turns(card, sameWithinMonth, regulation, now));
  if (turning.length === 0) return;
  const locked = await ports.complaintChanges.lock(
    tx,
    turning.map(({ card }) => card.id),
  );
  for (const other of locked) {
    if (turns(other.card, sameWithinMonth, regulation, now))
      await tell(tx, other, sameWithinMonth, { regulation, now }, ports);
  }
}

async function tell(
  tx: TenantTransaction,
  complaint: LockedComplaint,
  sameWithinMonth: number,
  { regulation, now }: { readonly regulation: Regulation; readonly now: Date },
  ports: ReassessPorts,
): Promise<void> {
  const current = asItStands(complaint.card);
  const matter = { ...current.matter, sameWithinMonth };
  const stated = { ...current, matter, stated: new Set<string>() };
  await reassess(tx, { complaint, regulation, by: BY_INTAKE, now, reason: undefined }, stated, ports);
}

/** Whether a condition of the regulation holds otherwise with the new number than with the old. */
function turns(complaint: Complaint, sameWithinMonth: number, regulation: Regulation, now: Date): boolean {
  const { matter, category, regulation: own } = complaint;
  if (own?.id !== regulation.id || own.version !== regulation.version) return false;
  if (sameWithinMonth <= matter.sameWithinMonth) return false;
  const facts = (count: number) =>
    factsOfMatter({ ...matter, sameWithinMonth: count }, category.code, { ...complaint, now });
  return conditionsOnSameComplaints(regulation).some(
    (condition) =>
      conditionHolds(regulation, condition, facts(matter.sameWithinMonth)) !==
      conditionHolds(regulation, condition, facts(sameWithinMonth)),
  );
}
