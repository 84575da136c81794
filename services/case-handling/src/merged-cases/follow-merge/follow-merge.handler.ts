import type { Clock } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { CasePlans } from '../../complaint-case/model/case-plans.repository';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import type { ComplaintCaseRepository } from '../../complaint-case/model/complaint-case.repository';
import { courseOf, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import type { LinkedCases } from '../model/linked-cases.repository';
import { mergeOf } from '../model/merge.model';
import {
  decideClosingWith,
  decideLinking,
  decideMerging,
  decideParting,
  decideUnlinking,
  type Origin,
} from './follow-merge.decide';

export interface FollowMergeDependencies {
  readonly cases: ComplaintCaseRepository;
  readonly linkedCases: LinkedCases;
  readonly plans: CasePlans;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Two complaints that were linked or parted. */
export interface Link extends Origin {
  readonly complaintId: string;
  readonly mergedInto: string;
}

type Decide = (one: ComplaintCase, other: ComplaintCase, origin: Origin, context: DecisionContext) => Course;

/** Links the cases of two complaints. */
export function linkCases(dependencies: FollowMergeDependencies, tx: TenantTransaction, link: Link): Promise<void> {
  return changeBoth(dependencies, tx, link, { ofDuplicate: decideMerging, ofMain: decideLinking });
}

/** Parts the cases of two complaints. */
export function partCases(dependencies: FollowMergeDependencies, tx: TenantTransaction, link: Link): Promise<void> {
  return changeBoth(dependencies, tx, link, { ofDuplicate: decideParting, ofMain: decideUnlinking });
}

/** Closes the duplicates of a case that was closed. */
export async function closeDuplicates(
  dependencies: FollowMergeDependencies,
  tx: TenantTransaction,
  mainId: string,
): Promise<void> {
  for (const id of await dependencies.linkedCases.of(tx, mainId)) {
    if (id === mainId) continue;
    const duplicate = await dependencies.cases.find(tx, id);
    if (duplicate === undefined || mergeOf(duplicate)?.into !== mainId) continue;
    await change(dependencies, tx, duplicate, (context) => decideClosingWith(courseOf(duplicate), context));
  }
}

/** A link of complaints whose cases are not known here is a bug, and throws; cases are locked in the order of their ids. */
async function changeBoth(
  dependencies: FollowMergeDependencies,
  tx: TenantTransaction,
  { complaintId, mergedInto, ...origin }: Link,
  { ofDuplicate, ofMain }: { readonly ofDuplicate: Decide; readonly ofMain: Decide },
): Promise<void> {
  const ids = await dependencies.linkedCases.ofComplaints(tx, [complaintId, mergedInto]);
  const found = new Map<string, ComplaintCase>();
  for (const id of [...ids.values()].sort()) {
    const current = await dependencies.cases.find(tx, id);
    if (current !== undefined) found.set(current.complaintId, current);
  }
  const [duplicate, main] = [found.get(complaintId), found.get(mergedInto)];
  if (duplicate === undefined || main === undefined) {
    throw new Error(`complaints ${complaintId} and ${mergedInto} were linked, but have no cases`);
  }
  await change(dependencies, tx, main, (context) => ofMain(main, duplicate, origin, context));
  await change(dependencies, tx, duplicate, (context) => ofDuplicate(duplicate, main, origin, context));
}

async function change(
  { cases, plans, clock, newId }: FollowMergeDependencies,
  tx: TenantTransaction,
  before: ComplaintCase,
  decide: (context: DecisionContext) => Course,
): Promise<void> {
  const plan = await plans.of(tx, before.adoptionId);
  const course = decide({ now: clock.now(), newId, plan });
  await cases.save(tx, { before, course, plan });
}
