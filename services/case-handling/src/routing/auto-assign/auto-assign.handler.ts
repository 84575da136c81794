import type { Clock } from '@redress/kernel';
import type { Database, TenantTransaction } from '@redress/persistence';
import { unfitAssignee } from '../../complaint-case/assign-case/assign-case.decide';
import type { CasePlans } from '../../complaint-case/model/case-plans.repository';
import type { ComplaintCaseRepository } from '../../complaint-case/model/complaint-case.repository';
import { courseOf, take } from '../../complaint-case/model/course.model';
import type { Candidates } from '../model/candidates.repository';
import { suggestedAssignees } from '../model/suggestion.model';

export interface AutoAssignDependencies {
  readonly database: Database;
  readonly cases: ComplaintCaseRepository;
  readonly plans: CasePlans;
  readonly candidates: Candidates;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** A case that is accepted and nobody's, in an organisation that wants it given to somebody by itself. */
export interface WaitingCase {
  readonly tenant_id: string;
  readonly id: string;
}

const AT_ONCE = 50;
const BY = 'system:case-handling';
const WAITING = `
  SELECT c.tenant_id, c.id FROM routing_setting r
  JOIN complaint_case c ON c.tenant_id = r.tenant_id AND c.state = 'ACCEPTED' AND c.assignee IS NULL
  WHERE r.auto_assign AND c.id NOT IN (:triedInVain) ORDER BY c.received_at, c.id LIMIT ${AT_ONCE}`;

/**
 * The cases that wait, the oldest first, apart from those that were tried in vain a short while ago: however many those
 * are, they must not hide the others.
 */
export function waitingCases(database: Database, triedInVain: Iterable<string>): Promise<readonly WaitingCase[]> {
  return database.system.query<WaitingCase>(WAITING, { triedInVain: [...triedInVain] });
}

/** Gives a case to the most fitting person; answers false when nobody fits. */
export function assignByItself(dependencies: AutoAssignDependencies, waiting: WaitingCase): Promise<boolean> {
  const { database } = dependencies;
  return database.transaction(waiting.tenant_id, (tx) => assignWithin(tx, dependencies, waiting.id));
}

async function assignWithin(
  tx: TenantTransaction,
  { cases, plans, candidates, clock, newId }: AutoAssignDependencies,
  caseId: string,
): Promise<boolean> {
  const current = await cases.find(tx, caseId);
  // Somebody was faster, or two processes looked at once: the lock on the case decides.
  if (current?.state !== 'ACCEPTED' || current.assignee !== undefined) return true;
  const plan = await plans.of(tx, current.adoptionId);
  const now = clock.now();
  const situation = { actor: { subject: BY, roles: [] }, case: current, plan, now };
  const [best] = suggestedAssignees(situation, await candidates.all(tx, now));
  if (best === undefined || unfitAssignee(situation, best.member) !== undefined) return false;
  const { subject: assignee, unitId } = best.member;
  const fact = {
    type: 'CASE_ASSIGNED',
    at: now,
    by: BY,
    assignee,
    ...(unitId === undefined ? {} : { unitId }),
  } as const;
  const course = take(courseOf(current), fact, { now, newId, plan });
  await cases.save(tx, { before: current, course, plan });
  return true;
}
