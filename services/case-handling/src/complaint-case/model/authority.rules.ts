import { authorityOf, mayDecide } from '@redress/regulations';
import { factsOfCase } from './case-facts-of.model';
import { sumsByCurrency, type CaseRule, type Situation } from './case.rules';
import { performsAs } from './performs.model';
import { stageStates, type StageState } from './stage-states.model';

/** Stages of approval that are still to come, in order; the last of them takes the decision. */
export function pendingApprovals({ plan, case: current, now }: Situation): readonly StageState[] {
  return stageStates(plan, current, now).filter(
    ({ planned, state }) => planned.kind === 'APPROVAL' && (state === 'CURRENT' || state === 'BLOCKED'),
  );
}

/** Whether an approval that is given now leaves others to come. */
export function isEndorsement(situation: Situation): boolean {
  return pendingApprovals(situation).length > 1;
}

/**
 * Never one's own proposal, and only up to the amount of the authority matrix, with what was granted for the same harm
 * before. Where the regulation asks for several approvals one after the other, the last needs the authority. Where it
 * gives nobody any, its approval stage decides, or a supervisor or manager.
 */
export const holdsTheAuthority: CaseRule = (situation) => {
  const { actor, plan, case: current, linkedAmounts = [], now } = situation;
  const { resolution } = current;
  if (plan === undefined) return { code: 'CASE_WITHOUT_REGULATION' };
  if (resolution === undefined) return { code: 'CASE_NO_PROPOSAL_PENDING' };
  const { proposedBy } = resolution;
  if (actor.subject === proposedBy) return { code: 'REGULATION_FOUR_EYES', facts: { proposedBy } };
  if (isEndorsement(situation)) return undefined;
  if (authorityOf(plan.regulation, plan.settings).length === 0) return withoutMatrix(situation);
  const outcome = mayDecide(plan.regulation, plan.settings, {
    subject: actor.subject,
    roles: actor.roles,
    parties: actor.parties ?? [],
    proposedBy,
    amounts: sumsByCurrency(resolution.remedies),
    linkedAmounts,
    facts: factsOfCase(current, now),
  });
  return outcome.ok ? undefined : outcome.refusals[0];
};

function withoutMatrix({ actor, plan, case: current, now }: Situation) {
  const planned = stageStates(plan, current, now).some(({ planned: { kind } }) => kind === 'APPROVAL');
  if (planned || performsAs(actor, plan, ['supervisor', 'manager'])) return undefined;
  return { code: 'REGULATION_EXCEEDS_AUTHORITY', facts: { maximum: '0' } } as const;
}
