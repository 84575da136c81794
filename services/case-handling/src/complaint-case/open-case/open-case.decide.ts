import type { ComplaintFacts, ImportedHistory } from '../model/case.model';
import { clocksStartingAt, type CasePlan } from '../model/case-plan.model';
import { courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { openedCase } from '../model/evolve-case.model';
import type { CaseClosed } from '../model/facts/closing.events';
import type { CaseOpened } from '../model/facts/intake.events';

/** A complaint as intake registered it. */
export interface RegisteredComplaint extends ComplaintFacts {
  readonly registeredAt: Date;
  readonly history?: ImportedHistory & { readonly firstReplyAt?: Date; readonly closedAt?: Date };
}

/** A new case: how it was opened, and what followed at once. */
export interface Opening {
  readonly opened: CaseOpened;
  readonly course: Course;
}

const BY = 'system:case-handling';

/** Opens the case of a complaint under the regulation in force at its receipt; history that had ended is closed at once. */
export function decideOpening(complaint: RegisteredComplaint, context: DecisionContext): Opening {
  const { registeredAt, history, ...facts } = complaint;
  const isHistory = history?.closedAt !== undefined;
  const opened: CaseOpened = {
    type: 'CASE_OPENED',
    at: isHistory ? complaint.receivedAt : registeredAt,
    by: BY,
    caseId: context.newId(),
    complaint: facts,
    ...(history?.firstReplyAt === undefined ? {} : { firstReplyAt: history.firstReplyAt }),
    ...boundBy(context.plan),
    // A case that had ended before it was taken over was never measured by these clocks.
    clocks: isHistory ? [] : clocksStartingAt(context.plan, 'RECEIPT', complaint.receivedAt, context.newId),
  };
  const course = courseOf(openedCase(opened));
  return { opened, course: isHistory ? take(course, closingOf(history, history.closedAt), context) : course };
}

function boundBy(plan: CasePlan | undefined): Pick<CaseOpened, 'adoptionId' | 'regulation'> {
  if (plan === undefined) return {};
  const { id, version } = plan.regulation;
  return { adoptionId: plan.adoptionId, regulation: { id, version } };
}

function closingOf(history: NonNullable<RegisteredComplaint['history']>, closedAt: Date): CaseClosed {
  const { firstReplyAt, outcome, timely, disputed } = history;
  return {
    type: 'CASE_CLOSED',
    at: closedAt,
    by: BY,
    outcome: 'IMPORTED',
    ...(timely === undefined ? {} : { inTime: timely }),
    ...(firstReplyAt === undefined ? {} : { firstReplyAt }),
    imported: {
      ...(outcome === undefined ? {} : { outcome }),
      ...(timely === undefined ? {} : { timely }),
      ...(disputed === undefined ? {} : { disputed }),
    },
  };
}
