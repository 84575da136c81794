import type { Role } from '@redress/kernel';
import { authorityOf, whoMay } from '@redress/regulations';
import { isEndorsement, pendingApprovals } from './authority.rules';
import { factsOfCase } from './case-facts-of.model';
import { sumsByCurrency, type Situation } from './case.rules';
import { roleOf } from './performs.model';

/** A role or party that may give an approval, and the role that its members need. */
export interface ApprovalHolder {
  readonly holder: string;
  readonly role: Role;
}

/** Who may give the approval that the proposal waits for next. */
export function whoMayApprove(situation: Situation): readonly ApprovalHolder[] {
  const { plan, case: current, now, linkedAmounts = [] } = situation;
  if (plan === undefined || current.resolution?.state !== 'PROPOSED') return [];
  const [next] = pendingApprovals(situation);
  const hasMatrix = authorityOf(plan.regulation, plan.settings).length > 0;
  if (!hasMatrix || isEndorsement(situation)) {
    return (next?.planned.performers ?? ['supervisor', 'manager']).flatMap((holder) => {
      const role = roleOf(holder, plan);
      return role === undefined ? [] : [{ holder, role }];
    });
  }
  const amounts = sumsByCurrency(current.resolution.remedies);
  return whoMay(plan.regulation, plan.settings, { amounts, linkedAmounts, facts: factsOfCase(current, now) });
}
