import type { CasePlan } from './case-plan.model';
import type { Matter } from './matter.model';

/** Whether every axis that the regulation classifies by has a value; the category is that of every complaint. */
export function isClassified({ classification }: Matter, plan: CasePlan | undefined): boolean {
  const axes = (plan?.regulation.classification ?? []).filter(({ axis }) => axis !== 'category');
  return axes.every(({ axis }) => (classification[axis] ?? '') !== '');
}
