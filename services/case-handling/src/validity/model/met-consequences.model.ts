import type { ComplaintCase } from '../../complaint-case/model/case.model';
import { closingPurposes, toldPurposes } from './closing-reply.rules';
import type { Consequence } from './consequences.model';

/** Whether what follows from the finding was done; undefined where the case does not show it. */
export function isMet(consequence: Consequence, current: ComplaintCase): boolean | undefined {
  const [purpose] = closingPurposes([consequence]);
  if (purpose !== undefined) return toldPurposes(current.kept).includes(purpose);
  if (consequence === 'REMEDY') return ['APPROVED', 'ACCEPTED', 'EXECUTED'].includes(current.resolution?.state ?? '');
  if (consequence === 'NORMAL_COLLECTION') return current.outcome === 'NOT_ESTABLISHED';
  return undefined;
}
