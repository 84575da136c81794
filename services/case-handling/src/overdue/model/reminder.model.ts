import { escalations, type Label, type PlannedStage } from '@redress/regulations';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';

/** What a reminder is called under a regulation that knows no paper for it. */
export const WRITTEN_REMINDER = 'reminder';

const LABELS: Readonly<Record<'REMINDER' | 'OVERDUE_INQUIRY', Label>> = {
  REMINDER: { zh: '催办单', en: 'Reminder' },
  OVERDUE_INQUIRY: { zh: '查办单', en: 'Inquiry into a delay' },
};

const LONG_AGO = new Date(0);

/** The reminder that the regulation writes for a stage that is late: which paper, and to whom it goes. */
export function reminderOf(plan: CasePlan | undefined, stage: PlannedStage | undefined) {
  if (plan === undefined || stage === undefined) return undefined;
  const clocks = [{ clockId: '', stage: stage.stage, dueAt: LONG_AGO }];
  const papers = escalations({ regulation: plan.regulation, clocks, now: new Date(1) });
  return papers.find(({ when }) => when === 'OPEN_AND_OVERDUE');
}

/** A paper in words: those of the regulation, where it has some. */
export function labelOf(
  plan: CasePlan | undefined,
  { paper, kind }: { readonly paper: string; readonly kind: 'REMINDER' | 'OVERDUE_INQUIRY' },
): Label {
  return plan?.regulation.papers.find((each) => each.paper === paper)?.label ?? LABELS[kind];
}
