import type { Regulation } from '@redress/regulations';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import { furtherHandlingOf, type DissatisfiedParty } from './further-handling.model';

export type PathProvision = Regulation['dissatisfaction'][number];

/** The ways to go on that the regulation leaves open in the case, whoever it is that is not satisfied. */
export function pathsLeft(plan: CasePlan | undefined, current: ComplaintCase): readonly PathProvision[] {
  const provisions = plan?.regulation.dissatisfaction ?? [];
  const isFinal = decisionIsFinal(plan, current);
  return provisions.filter((provision) => (isOutside(provision) || !isFinal) && !isExhausted(provision, current));
}

/** The ways that are open to one side. */
export function pathsOpenTo(
  side: DissatisfiedParty,
  plan: CasePlan | undefined,
  current: ComplaintCase,
): readonly PathProvision[] {
  return pathsLeft(plan, current).filter(({ open }) => open.includes(side));
}

/**
 * Whether nothing more is decided within the organisation: a final decision after verification was announced, or every way
 * inside was taken as often as the regulation permits.
 */
export function decisionIsFinal(plan: CasePlan | undefined, current: ComplaintCase): boolean {
  const inside = (plan?.regulation.dissatisfaction ?? []).filter((provision) => !isOutside(provision));
  if (inside.length === 0) return false;
  const taken = furtherHandlingOf(current)?.taken ?? {};
  return (taken.VERIFY_THEN_FINAL ?? 0) > 0 || inside.every((provision) => isExhausted(provision, current));
}

/** Whether the regulation names a way inside the organisation that is still open. */
export function awaitsPath(plan: CasePlan | undefined, current: ComplaintCase): boolean {
  return pathsLeft(plan, current).some((provision) => !isOutside(provision));
}

/** Whether it leads out of the organisation. */
export function isOutside({ path }: PathProvision): boolean {
  return path === 'EXTERNAL_BODY';
}

function isExhausted({ path, maximumRounds }: PathProvision, current: ComplaintCase): boolean {
  return maximumRounds !== undefined && (furtherHandlingOf(current)?.taken[path] ?? 0) >= maximumRounds;
}
