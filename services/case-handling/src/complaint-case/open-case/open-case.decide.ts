import { archivedAtClosing } from '../../archive/model/archived-at-closing.model';
import type { ComplaintFacts, ImportedHistory } from '../model/case.model';
import type { CasePlan } from '../model/case-plan.model';
import { isClassified } from '../model/classified.model';
import { keptInTime } from '../model/closing.model';
import { beginning, courseOf, take, type Course, type DecisionContext } from '../model/course.model';
import { openedCase } from '../model/evolve-case.model';
import { present } from '../model/present-members.model';
import { plansKind } from '../model/stage-states.model';
import type { CaseClosed } from '../model/facts/closing.events';
import type { CaseOpened } from '../model/facts/intake.events';

/** A complaint as intake registered it. */
export interface RegisteredComplaint extends ComplaintFacts {
  readonly registeredAt: Date;
  readonly history?: ImportedHistory & { readonly firstReplyAt?: Date; readonly closedAt?: Date };
  /** Who of the front line settled it when it came in. */
  readonly settledOnTheSpotBy?: string;
}

/** A new case: how it was opened, and what followed at once. */
export interface Opening {
  readonly opened: CaseOpened;
  readonly course: Course;
}

const BY = 'system:case-handling';

/** Opens the case of a complaint under the regulation in force at its receipt; history that had ended is closed at once. */
export function decideOpening(complaint: RegisteredComplaint, context: DecisionContext): Opening {
  const { registeredAt, history, settledOnTheSpotBy, ...facts } = complaint;
  const isHistory = history?.closedAt !== undefined;
  const opened: CaseOpened = {
    type: 'CASE_OPENED',
    at: isHistory ? complaint.receivedAt : registeredAt,
    by: BY,
    caseId: context.newId(),
    complaint: facts,
    ...(history?.firstReplyAt === undefined ? {} : { firstReplyAt: history.firstReplyAt }),
    ...boundBy(context.plan),
    ...(complaint.matter === undefined ? {} : { classified: isClassified(complaint.matter, context.plan) }),
    // A case that had ended before it was taken over was never measured by these clocks.
    clocks: [],
  };
  if (isHistory) {
    return { opened, course: take(courseOf(openedCase(opened)), closingOf(history, history.closedAt), context) };
  }
  const { opened: complete, course } = beginning(opened, context);
  if (settledOnTheSpotBy !== undefined) {
    return { opened: complete, course: settledOnTheSpot(course, settledOnTheSpotBy, context) };
  }
  return { opened: complete, course: acceptedByItself(course, opened.at, context) };
}

/** What the front line settled when it came in needs no further handling (IN-13). */
function settledOnTheSpot(course: Course, by: string, context: DecisionContext): Course {
  const { now: at } = context;
  const inTime = keptInTime(course.case, at);
  const closing: CaseClosed = {
    ...{ type: 'CASE_CLOSED', at, by, outcome: 'RESOLVED', onTheSpot: true, firstReplyAt: at },
    ...present({ inTime }),
  };
  return archivedAtClosing(take(course, closing, context), by, context);
}

/** Where the regulation lets nobody rule on acceptance, what is registered is accepted. */
function acceptedByItself(course: Course, at: Date, context: DecisionContext): Course {
  const { plan, now } = context;
  const isRuled = plan?.regulation.acceptance?.ruling === 'RULED' || plansKind(plan, course.case, 'ACCEPTANCE', now);
  return plan === undefined || isRuled ? course : take(course, { type: 'CASE_ACCEPTED', at, by: BY }, context);
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
