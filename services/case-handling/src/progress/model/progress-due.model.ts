import { dueAt, workingTimeOf, type Duration, type OpenValue } from '@redress/regulations';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';

/**
 * When the complainant has to be told how far the case has come: by the clock of the stage that asks for it, or so long
 * after they heard last as the organisation set where they are to be kept informed. Undefined where neither has a date.
 */
export function progressDueAt(
  current: Pick<ComplaintCase, 'state' | 'clocks' | 'receivedAt'>,
  plan: CasePlan | undefined,
  toldAt: Date | undefined,
): Date | undefined {
  if (current.state === 'CLOSED' || plan === undefined) return undefined;
  const staged = current.clocks
    .filter(({ kind, state }) => kind === 'PROGRESS' && state === 'RUNNING')
    .map(({ due }) => due.dueAt.getTime());
  const repeated = keepInformedWithin(plan).map((duration) =>
    dueAt(duration, toldAt ?? current.receivedAt, workingTimeOf(plan.settings)).dueAt.getTime(),
  );
  const due = [...staged, ...repeated];
  return due.length === 0 ? undefined : new Date(Math.min(...due));
}

function keepInformedWithin({ regulation, settings }: CasePlan): readonly Duration[] {
  return regulation.conduct.flatMap(({ rule, openValue }) => {
    const value = rule === 'KEEP_INFORMED' && openValue !== undefined ? settings.openValues[openValue] : undefined;
    return value !== undefined && isDuration(value) ? [value] : [];
  });
}

function isDuration(value: OpenValue): value is Duration {
  return typeof value === 'object' && 'amount' in value && 'unit' in value;
}
