import type { Regulation } from '@redress/regulations';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import type { Validity } from '../../complaint-case/model/case.model';

type ValidityProvision = NonNullable<Regulation['validity']>['values'][number];
export type Consequence = ValidityProvision['consequences'][number];

/** What the regulation says of a finding; undefined where it is silent. */
export function provisionFor(plan: CasePlan | undefined, found: Validity | undefined): ValidityProvision | undefined {
  return plan?.regulation.validity?.values.find(({ validity }) => validity === found);
}

/** What follows from a finding by the regulation. */
export function consequencesOf(plan: CasePlan | undefined, found: Validity | undefined): readonly Consequence[] {
  return provisionFor(plan, found)?.consequences ?? [];
}
