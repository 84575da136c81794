import type { Category } from '../../category/model/category.model';
import type { CustomerKind } from '../../customer/model/customer.model';
import type { Complaint } from '../model/complaint.model';
import { judgeMatter } from '../model/judge-matter.rules';
import { CATEGORY_AXIS, NO_JUDGEMENT, plainMatter } from '../model/matter.model';
import type { AcceptedRow } from './import-complaints.decide';

/** The matter of a row. What is still to be handled is judged by its regulation; what was handled elsewhere is not. */
export function importedMatter({
  row,
  adoption,
  complainantKind,
  category,
  now,
}: Pick<AcceptedRow, 'row' | 'adoption'> & {
  readonly complainantKind: CustomerKind;
  readonly category: Category;
  readonly now: Date;
}): Pick<Complaint, 'matter' | 'judgement'> {
  const plain = plainMatter(row.channel, complainantKind);
  if (adoption === undefined || row.history !== undefined) return { matter: plain, judgement: NO_JUDGEMENT };
  const { regulation } = adoption;
  const channelClass = regulation.channels.find(({ channel }) => channel === row.channel)?.class;
  const matter = channelClass === undefined ? plain : { ...plain, channelClass };
  const draft = { matter, category: category.code, origins: { [CATEGORY_AXIS]: 'PERSON' as const }, fromText: [] };
  const { matter: judged, judgement } = judgeMatter(regulation, draft, { ...row, now });
  return { matter: judged, judgement };
}
