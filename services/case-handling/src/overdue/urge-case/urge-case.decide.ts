import { accept, refuse, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { present } from '../../complaint-case/model/present-members.model';
import { stageStates, type StageState } from '../../complaint-case/model/stage-states.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { paperNumber } from '../model/overdue-papers.model';
import { reminderOf, WRITTEN_REMINDER } from '../model/reminder.model';

/** Whom to urge, by the stage that is waited for, and with which words. */
export interface UrgeCase {
  readonly stage?: string;
  readonly text: string;
}

/** A reminder that a person writes, whether or not a stage is late; for the stage whose turn it is unless told. */
export function decideUrging(
  situation: Situation,
  { stage, text }: UrgeCase,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('URGE_CASE', situation);
  if (!permission.ok) return permission;
  const { case: current, actor, plan } = situation;
  const awaited = awaitedStages(situation);
  const urged = stage === undefined ? mostUrgent(awaited, situation) : awaited.find(named(stage));
  if (stage !== undefined && urged === undefined) {
    const allowed = awaited.map(({ planned }) => planned.stage);
    const path = ['input', 'stage'];
    return refuse({ code: 'CASE_STAGE_NOT_IN_TURN', path, facts: { stage }, details: { allowed } });
  }
  const unfit = unfitText(text, 'text');
  if (unfit !== undefined) return refuse(unfit);
  const reminder = reminderOf(plan, urged?.planned);
  return accept(
    take(
      courseOf(current),
      {
        type: 'REMINDER_ISSUED',
        at: context.now,
        by: actor.subject,
        paperId: context.newId(),
        paper: reminder?.paper ?? WRITTEN_REMINDER,
        number: paperNumber(current),
        to: reminder?.to ?? urged?.planned.performers ?? ['handler'],
        text,
        ...present({ stage: urged?.planned.stage }),
      },
      context,
    ),
  );
}

const named =
  (stage: string) =>
  ({ planned }: StageState): boolean =>
    planned.stage === stage;

function awaitedStages({ plan, case: current, now }: Situation): readonly StageState[] {
  return stageStates(plan, current, now).filter(
    ({ state }) => state === 'CURRENT' || state === 'SUBMITTED' || state === 'BLOCKED' || state === 'PLANNED',
  );
}

/** The stage whose clock runs out first; without clocks the first whose turn it is, before those that may be left out. */
function mostUrgent(awaited: readonly StageState[], { case: current }: Situation): StageState | undefined {
  const [first] = current.clocks
    .filter(({ state, stage }) => state === 'RUNNING' && awaited.some(named(stage)))
    .sort((one, other) => one.due.dueAt.getTime() - other.due.dueAt.getTime());
  if (first !== undefined) return awaited.find(named(first.stage));
  const inTurn = awaited.filter(({ state }) => state === 'CURRENT' || state === 'SUBMITTED');
  return inTurn.find(({ planned }) => planned.optional !== true) ?? inTurn[0];
}
