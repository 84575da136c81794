import type { Outcome } from '@redress/kernel';
import { decideAcceptance } from '../complaint-case/accept-case/accept-case.decide';
import { decideAssignment } from '../complaint-case/assign-case/assign-case.decide';
import type { ComplaintCase } from '../complaint-case/model/case.model';
import type { CasePlan } from '../complaint-case/model/case-plan.model';
import type { CaseActor, Situation } from '../complaint-case/model/case.rules';
import type { Course, DecisionContext } from '../complaint-case/model/course.model';
import { stageStates } from '../complaint-case/model/stage-states.model';
import { PLAIN_COMPLAINT } from '../complaint-case/model/matter.model';
import { decideOpening } from '../complaint-case/open-case/open-case.decide';
import { aComplaint, aContext, aStaffMember, WU_SUPERVISOR } from './builders';
import { accepted } from './story';

type Decide = (situation: Situation, context: DecisionContext) => Outcome<Course>;

/** A case under a plan, on which a test does one thing after another; each leaves a new run. */
export class Run {
  private constructor(
    readonly plan: CasePlan,
    readonly current: ComplaintCase,
    readonly facts: Course['facts'],
    private readonly at: string | undefined,
  ) {}

  static of(plan: CasePlan, matter?: Partial<ComplaintCase['matter']>): Run {
    const complaint = aComplaint(matter === undefined ? {} : { matter: { ...PLAIN_COMPLAINT, ...matter } });
    const { course } = decideOpening(complaint, { ...aContext(), plan });
    return new Run(plan, course.case, course.facts, undefined);
  }

  /** The same at a later moment. */
  on(at: string): Run {
    return new Run(this.plan, this.current, this.facts, at);
  }

  context(): DecisionContext {
    return { ...aContext(this.at), plan: this.plan };
  }

  situation(actor: CaseActor): Situation {
    return { actor, case: this.current, plan: this.plan, now: this.context().now };
  }

  try(actor: CaseActor, decide: Decide): Outcome<Course> {
    return decide(this.situation(actor), this.context());
  }

  do(actor: CaseActor, decide: Decide): Run {
    return this.after(accepted(this.try(actor, decide)));
  }

  after(course: Course): Run {
    return new Run(this.plan, course.case, course.facts, this.at);
  }

  /** Accepted, where that is still to come, and given to Li. */
  assigned(): Run {
    const accepting = this.current.state === 'REGISTERED' ? this.do(WU_SUPERVISOR, decideAcceptance) : this;
    return accepting.do(WU_SUPERVISOR, (situation, context) => decideAssignment(situation, aStaffMember(), context));
  }

  state(stage: string): string | undefined {
    return stageStates(this.plan, this.current, this.context().now).find(({ planned }) => planned.stage === stage)
      ?.state;
  }
}
