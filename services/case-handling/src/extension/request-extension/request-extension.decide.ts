import { accept, refuse, type Outcome } from '@redress/kernel';
import { extendedDueAt, workingTimeOf, type Duration } from '@redress/regulations';
import type { StageClock } from '../../complaint-case/model/case.model';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { runningClocks } from '../model/extensions.model';

/** More time for a stage: so much of it, or until a moment. */
export interface RequestExtension {
  readonly stage: string;
  readonly duration?: Duration;
  readonly until?: Date;
  readonly reason: string;
}

const MINUTE = 60_000;

/** Ten years of each; the proof of a due date lists the days that were counted. */
const LONGEST: Readonly<Record<Duration['unit'], number>> = {
  MINUTES: 5_270_400,
  HOURS: 87_840,
  WORKING_HOURS: 29_280,
  CALENDAR_DAYS: 3_660,
  WORKING_DAYS: 2_610,
  MONTHS: 120,
  YEARS: 10,
};

/** Asks for more time, where the regulation provides for it. */
export function decideRequest(
  situation: Situation,
  request: RequestExtension,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const { stage, reason } = request;
  const { case: current, plan, actor } = situation;
  if (plan?.regulation.extension === undefined) return refuse({ code: 'CASE_EXTENSION_NOT_PROVIDED' });
  const permission = permitted('REQUEST_EXTENSION', { ...situation, stage });
  if (!permission.ok) return permission;
  const unfit = unfitText(reason, 'reason');
  if (unfit !== undefined) return refuse(unfit);
  const clock = runningClocks(current).find((each) => each.stage === stage);
  if (clock === undefined)
    return refuse({ code: 'CASE_STAGE_NOT_IN_TURN', path: ['input', 'stage'], facts: { stage } });
  const duration = durationOf(request, clock);
  if (!duration.ok) return duration;
  const { dueAt } = extendedDueAt(clock.due, duration.value, workingTimeOf(plan.settings));
  return accept(
    take(
      courseOf(current),
      {
        type: 'EXTENSION_REQUESTED',
        at: context.now,
        by: actor.subject,
        stage,
        extensionId: context.newId(),
        clockId: clock.id,
        duration: duration.value,
        dueBefore: clock.due.dueAt,
        requestedDueAt: dueAt,
        reason,
      },
      context,
    ),
  );
}

/** Until a moment is so many minutes of elapsed time. */
function durationOf({ duration, until }: RequestExtension, { due }: StageClock): Outcome<Duration, CaseRefusalCode> {
  if ((duration === undefined) === (until === undefined)) {
    return refuse({ code: 'CASE_DURATION_NOT_KNOWN', path: ['input', 'duration'] });
  }
  if (duration !== undefined) {
    const fits = duration.amount >= 1 && (duration.maximum === undefined || duration.maximum > duration.amount);
    return fits
      ? bounded(duration, 'duration')
      : refuse({ code: 'CASE_DURATION_NOT_KNOWN', path: ['input', 'duration'] });
  }
  const minutes = Math.ceil(((until ?? due.dueAt).getTime() - due.dueAt.getTime()) / MINUTE);
  return minutes >= 1
    ? bounded({ amount: minutes, unit: 'MINUTES' }, 'until')
    : refuse({ code: 'CASE_DATE_NOT_LATER', path: ['input', 'until'] });
}

function bounded(duration: Duration, field: 'duration' | 'until'): Outcome<Duration, CaseRefusalCode> {
  const { amount, maximum = amount, unit } = duration;
  return maximum <= LONGEST[unit]
    ? accept(duration)
    : refuse({ code: 'CASE_EXTENSION_TOO_LONG', path: ['input', field] });
}
