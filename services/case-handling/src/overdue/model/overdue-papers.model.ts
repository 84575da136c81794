import { escalations, type DuePaper, type EscalationClock, type Regulation } from '@redress/regulations';
import type { LaterFact } from '../../case-facts.model';
import type { ComplaintCase, StageClock } from '../../complaint-case/model/case.model';
import { present } from '../../complaint-case/model/present-members.model';
import { nextPosition } from '../../papers/model/paper.model';
import { take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';

const BY = 'system:case-handling';

/** Notes that clocks of a case have run out, and issues the papers that its regulation asks for. */
export function overdueNoticed(course: Course, clocks: readonly StageClock[], context: DecisionContext): Course {
  const { now, plan } = context;
  const noticed = clocks.reduce(
    (before, { id: clockId, stage, due: { dueAt } }) =>
      take(before, { type: 'STAGE_OVERDUE', at: now, by: BY, clockId, stage, dueAt }, context),
    course,
  );
  if (plan === undefined) return noticed;
  const papers = papersDue(plan.regulation, course.case, now, 'OPEN_AND_OVERDUE');
  const late = new Set(clocks.map(({ id }) => id));
  return issue(
    noticed,
    papers.filter(({ clockId }) => late.has(clockId)),
    context,
  );
}

/** Issues the inquiries that the regulation asks for once a case is closed of which a stage was late. */
export function delaysInquired(course: Course, context: DecisionContext): Course {
  const { now, plan } = context;
  if (plan === undefined) return course;
  return issue(course, papersDue(plan.regulation, course.case, now, 'CLOSED_AND_STAGE_WAS_LATE'), context);
}

/** The number of the next paper of a case: that of the case, and the paper's place among all of its papers. */
export function paperNumber(current: Pick<ComplaintCase, 'number' | 'kept'>): string {
  return `${current.number}/${nextPosition(current)}`;
}

function papersDue(
  regulation: Regulation,
  { clocks, closedAt }: ComplaintCase,
  now: Date,
  when: DuePaper['when'],
): readonly DuePaper[] {
  return escalations({ regulation, clocks: clocks.map(toEscalationClock), now, closedAt }).filter(
    (paper) => paper.when === when,
  );
}

function toEscalationClock({ id: clockId, stage, state, due: { dueAt }, stoppedAt }: StageClock): EscalationClock {
  return {
    clockId,
    stage,
    dueAt,
    finishedAt: state === 'COMPLETED' ? stoppedAt : undefined,
    cancelledAt: state === 'DISCONTINUED' ? stoppedAt : undefined,
  };
}

function issue(course: Course, papers: readonly DuePaper[], context: DecisionContext): Course {
  return papers.reduce((before, { paper, when, stage, clockId, to }): Course => {
    const fact: LaterFact = {
      type: when === 'OPEN_AND_OVERDUE' ? 'REMINDER_ISSUED' : 'OVERDUE_INQUIRY_ISSUED',
      at: context.now,
      by: BY,
      stage,
      paperId: context.newId(),
      paper,
      number: paperNumber(before.case),
      clockId,
      ...present({ dueAt: course.case.clocks.find(({ id }) => id === clockId)?.due.dueAt }),
      to,
    };
    return take(before, fact, context);
  }, course);
}
