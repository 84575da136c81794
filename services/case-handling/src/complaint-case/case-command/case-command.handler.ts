import { accept, refuse, type Actor, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { complaineesOf } from '../../routing/model/complainee.model';
import type { StaffRepository } from '../../staff/model/staff.repository';
import type { LinkedCases } from '../../merged-cases/model/linked-cases.repository';
import type { CasePlan } from '../model/case-plan.model';
import type { CasePlans } from '../model/case-plans.repository';
import type { CaseRefusalCode } from '../model/case.errors';
import { isVisibleTo, type CaseActor, type Situation } from '../model/case.rules';
import type { ComplaintCaseRepository } from '../model/complaint-case.repository';
import type { Course, DecisionContext } from '../model/course.model';

export interface CaseCommandDependencies {
  readonly database: Database;
  readonly cases: ComplaintCaseRepository;
  readonly linkedCases: LinkedCases;
  readonly plans: CasePlans;
  readonly staff: Pick<StaffRepository, 'bySubject' | 'standingOf'>;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Who calls for which case, and what they saw of it. */
export interface CaseCall {
  readonly actor: Actor & CaseActor;
  readonly idempotencyKey: string;
  /** Absent when the caller gave an id that cannot be one. */
  readonly caseId: string | undefined;
  readonly expectedVersion: number;
}

/** A call with what it asks for. */
export interface CaseCommand extends CaseCall {
  /** The mutation, for its idempotency record. */
  readonly operation: string;
  /** The rest of the input; part of the idempotency key's request. */
  readonly request: unknown;
  /** For commands that lead to money: their answer is never forgotten. */
  readonly keepForEver?: boolean;
  /** For commands that must not do what a case about the same harm does as well: all of them are locked. */
  readonly withLinkedCases?: boolean;
}

/** The case that was changed, or why it was not. */
export type CaseResult = CommandResult<{ readonly caseId: string }, CaseRefusalCode>;

/** What a command makes of a case; may look up more within the transaction. */
export type Decide = (
  situation: Situation,
  context: DecisionContext,
  tx: TenantTransaction,
) => Outcome<Course, CaseRefusalCode> | Promise<Outcome<Course, CaseRefusalCode>>;

/** Runs a decision on a case: locks it, checks the version that the caller saw, decides, and stores what happened. */
export function handleCaseCommand(
  { database, cases, linkedCases, plans, staff, clock, newId }: CaseCommandDependencies,
  command: CaseCommand,
  decide: Decide,
): Promise<CaseResult> {
  const { operation, actor, idempotencyKey, caseId, expectedVersion, request, keepForEver = false } = command;
  const { withLinkedCases = false } = command;
  const { tenantId, subject } = actor;
  const identity = { tenantId, subject, operation, idempotencyKey, keepForEver };
  return executeCommand(database, { ...identity, request: { caseId, expectedVersion, request } }, async (tx) => {
    if (caseId !== undefined && withLinkedCases) await linkedCases.lock(tx, caseId);
    const current = caseId === undefined ? undefined : await cases.find(tx, caseId);
    if (current === undefined || !isVisibleTo(actor, current)) {
      return refuse({ code: 'NOT_FOUND', path: ['input', 'caseId'] });
    }
    if (current.version !== expectedVersion) {
      const details = { currentVersion: current.version, currentState: current.state };
      return refuse({ code: 'VERSION_CONFLICT', path: ['input', 'expectedVersion'], details });
    }
    const plan = await plans.of(tx, current.adoptionId);
    const now = clock.now();
    const of = { case: current, plan, now };
    const situation = { actor: await appointed(tx, actor, of, staff), ...of };
    const outcome = await decide(situation, { now, newId, plan }, tx);
    if (!outcome.ok) return outcome;
    await cases.save(tx, { before: current, course: outcome.value, plan });
    return accept({ caseId: current.id });
  });
}

/** Whether parties perform stages, or the number of departments counts. */
function asksWhoSomebodyIs({ regulation }: CasePlan): boolean {
  return regulation.parties.length > 0 || regulation.levels !== undefined;
}

/** The actor with their unit and the parties for which they act, where the regulation or a complainee asks for them. */
async function appointed(
  tx: TenantTransaction,
  actor: CaseActor,
  { case: current, plan, now }: Pick<Situation, 'case' | 'plan' | 'now'>,
  staff: Pick<StaffRepository, 'standingOf'>,
): Promise<CaseActor> {
  const isAsked = (plan !== undefined && asksWhoSomebodyIs(plan)) || complaineesOf(current).length > 0;
  return isAsked ? { ...actor, ...(await staff.standingOf(tx, actor.subject, now)) } : actor;
}
