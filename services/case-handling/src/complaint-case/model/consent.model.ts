import type { ComplaintCase } from './case.model';
import type { CasePlan } from './case-plan.model';
import { plansKind } from './stage-states.model';

/**
 * Whether the complainant has to agree to the resolution before it is carried out: where the regulation requires consent
 * or plans a stage that ends with it, and for a case that none binds.
 */
export function asksForConsent(plan: CasePlan | undefined, current: ComplaintCase, now: Date): boolean {
  if (plan === undefined) return true;
  return plan.regulation.consent?.required === true || plansKind(plan, current, 'RESOLUTION', now);
}
