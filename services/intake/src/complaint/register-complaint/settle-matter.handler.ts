import type { TenantTransaction } from '@redress/persistence';
import { accept, type Actor, type Outcome } from '@redress/kernel';
import type { Regulation } from '@redress/regulations';
import type { CategoryBook } from '../../category/model/category-book.repository';
import { UNCLASSIFIED, type Category } from '../../category/model/category.model';
import type { TextClassifier } from '../../classification/model/text-classifier.repository';
import type { ComplaintHistory } from '../../duplicate/model/complaint-history.repository';
import { looksAtSameComplaints } from '../../duplicate/model/same-complaints.rules';
import type { JudgedMatter } from '../model/judge-matter.rules';
import { CATEGORY_AXIS } from '../model/matter.model';
import { personOf, type Complainant } from './complainant.handler';
import { decideMatter, type MatterContext, type MatterRefusal } from './decide-matter.rules';
import type { RegisterComplaint } from './register-complaint.command';
import type { FactValues } from '../model/fact-values.rules';

/** What the settling of a matter needs around it. */
export interface MatterPorts {
  readonly categories: CategoryBook;
  readonly classifier: TextClassifier;
  readonly complaintHistory: ComplaintHistory;
}

/** Who complains, to whom, and under what. */
export interface MatterSurroundings {
  readonly regulation: Regulation;
  readonly complainant: Complainant;
  readonly actor: Actor;
  readonly now: Date;
}

/** A matter as it will be entered. */
export interface SettledMatter {
  readonly judged: JudgedMatter;
  readonly category: Category | undefined;
  readonly personalCard: FactValues;
}

/** Settles what a matter is: by the words of its text, the rules of its regulation, and what was complained of before. */
export async function settleMatter(
  tx: TenantTransaction,
  command: RegisterComplaint,
  around: MatterSurroundings,
  ports: MatterPorts,
): Promise<Outcome<SettledMatter, MatterRefusal>> {
  const { regulation } = around;
  const fromText = await ports.classifier.suggest(tx, regulation, [command.text, command.product]);
  const context: MatterContext = { ...around, ...tellsOf(around.complainant), fromText, before: NOTHING_BEFORE };
  const first = decideMatter(command, context);
  if (!first.ok) return first;
  const { personalCard, ...judged } = first.value;
  const category = await ports.categories.findByCode(tx, categoryCodeOf(judged, regulation));
  if (category === undefined) return accept({ judged, category, personalCard });
  const before = await whatWasBefore(tx, command, { ...around, category }, ports);
  if (!before.repeat && before.sameWithinMonth === 1) return accept({ judged, category, personalCard });
  const again = decideMatter(command, { ...context, before });
  if (!again.ok) return again;
  const { personalCard: _, ...rejudged } = again.value;
  return accept({ judged: { ...rejudged, category: judged.category }, category, personalCard });
}

const NOTHING_BEFORE = { repeat: false, sameWithinMonth: 1 };

/** A regulation that classes nothing leaves its complaints unclassified. */
function categoryCodeOf({ category }: JudgedMatter, regulation: Regulation): string {
  if (category !== undefined) return category;
  const classes = regulation.classification.find(({ axis }) => axis === CATEGORY_AXIS)?.values ?? [];
  return classes.length === 0 ? UNCLASSIFIED.code : '';
}

function tellsOf(complainant: Complainant): Pick<MatterContext, 'complainantKind' | 'told'> {
  const details = 'entry' in complainant ? complainant.entry.identity : undefined;
  return {
    complainantKind: personOf(complainant).kind,
    told: {
      name: details === undefined || details.name !== undefined,
      contact: details === undefined || details.email !== undefined || details.phone !== undefined,
    },
  };
}

/** Asks only what can have an answer, and what somebody looks at: each costs a registration a statement. */
async function whatWasBefore(
  tx: TenantTransaction,
  { product, orderLine, receivedAt }: RegisterComplaint,
  { complainant, category, regulation, now }: MatterSurroundings & { readonly category: Category },
  { complaintHistory }: MatterPorts,
): Promise<MatterContext['before']> {
  const matter = { categoryId: category.id, product, orderLine, receivedAt: receivedAt ?? now };
  const { email, phone } = 'entry' in complainant ? complainant.entry.identity : {};
  const known = 'known' in complainant;
  const customerId = personOf(complainant).id;
  const repeat =
    known || email !== undefined || phone !== undefined
      ? await complaintHistory.complainedBefore(tx, { ...matter, customerId, email, phone })
      : false;
  const sameWithinMonth = looksAtSameComplaints(regulation)
    ? 1 + (await complaintHistory.othersWithinMonth(tx, { ...matter, customerId }))
    : 1;
  return { repeat, sameWithinMonth };
}
