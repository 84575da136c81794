import type { CasePlan } from './case-plan.model';
import type { Matter } from './matter.model';

/**
 * Whether every axis that the regulation classifies by has a value; the category is that of every complaint, and where
 * the text names a single value, what does not have it is classified too.
 */
export function isClassified({ classification }: Matter, plan: CasePlan | undefined): boolean {
  const axes = (plan?.regulation.classification ?? []).filter(
    ({ axis, values }) => axis !== 'category' && values.length > 1,
  );
  return axes.every(({ axis }) => (classification[axis] ?? '') !== '');
}
