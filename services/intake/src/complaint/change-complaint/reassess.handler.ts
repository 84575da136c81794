import { accept, refuse, type Outcome } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { Regulation } from '@redress/regulations';
import type { CategoryBook } from '../../category/model/category-book.repository';
import type { Category } from '../../category/model/category.model';
import type { ComplaintHistory } from '../../duplicate/model/complaint-history.repository';
import { looksAtSameComplaints } from '../../duplicate/model/same-complaints.rules';
import {
  categoryCodeOr,
  changesBetween,
  type ComplaintChange,
  type NextMatter,
  type LockedComplaint,
} from '../model/complaint-change.model';
import type { ComplaintChanges } from '../model/complaint-changes.repository';
import type { Complaint } from '../model/complaint.model';
import { judgeMatter } from '../model/judge-matter.rules';
import type { StatedMatter } from '../model/stated-matter.model';

/** What a reassessment needs around it. */
export interface ReassessPorts {
  readonly categories: CategoryBook;
  readonly complaintChanges: ComplaintChanges;
  readonly complaintHistory: ComplaintHistory;
}

/** A locked complaint that is looked at again. */
export interface Reassessing {
  readonly complaint: LockedComplaint;
  readonly regulation: Regulation;
  readonly by: string;
  readonly now: Date;
  readonly reason: string | undefined;
}

/** What a complaint became, and what of it changed. */
export interface Reassessed {
  readonly complaint: Complaint;
  readonly changes: readonly ComplaintChange[];
}

/** Stores what follows from a statement by the rules of the regulation; nothing where nothing changes. */
export async function reassess(
  tx: TenantTransaction,
  { complaint, regulation, by, now, reason }: Reassessing,
  { stated, ...draft }: StatedMatter,
  ports: ReassessPorts,
): Promise<Outcome<Reassessed, 'INTAKE_CATEGORY_UNKNOWN'>> {
  const { card } = complaint;
  const fromText = card.judgement.suggestions.filter((suggestion) => suggestion.by === 'TEXT');
  const around = { ...card, now };
  const judged = judgeMatter(regulation, { ...draft, fromText }, around);
  const code = categoryCodeOr(judged, card.category);
  const category = code === card.category.code ? card.category : await ports.categories.findByCode(tx, code);
  if (category === undefined) {
    const facts = { categoryCode: code.slice(0, 64) };
    return refuse({ code: 'INTAKE_CATEGORY_UNKNOWN', path: ['categoryCode'], facts });
  }
  const sameWithinMonth = await countAgain(
    tx,
    card,
    { sameWithinMonth: draft.matter.sameWithinMonth, category, regulation },
    ports,
  );
  const counted = { ...draft, fromText, matter: { ...draft.matter, sameWithinMonth } };
  const { matter, judgement } =
    sameWithinMonth === draft.matter.sameWithinMonth ? judged : judgeMatter(regulation, counted, around);
  const next: NextMatter = { matter, category, judgement };
  const changes = changesBetween(card, next, { stated, reason });
  if (changes.length > 0) await ports.complaintChanges.save(tx, { complaint, next, changes, by, at: now });
  return accept({ complaint: { ...card, ...next }, changes });
}

interface CountedBy {
  readonly category: Category;
  readonly regulation: Regulation;
  readonly sameWithinMonth: number;
}

/** A complaint of another category is one of other complaints, where the regulation asks how many there are. */
async function countAgain(
  tx: TenantTransaction,
  card: Complaint,
  { category, regulation, sameWithinMonth }: CountedBy,
  { complaintHistory }: ReassessPorts,
): Promise<number> {
  if (category.id === card.category.id || !looksAtSameComplaints(regulation)) return sameWithinMonth;
  const { customerId, product, orderLine, receivedAt } = card;
  const matter = { customerId, categoryId: category.id, product, orderLine, receivedAt };
  return 1 + (await complaintHistory.othersWithinMonth(tx, matter));
}
