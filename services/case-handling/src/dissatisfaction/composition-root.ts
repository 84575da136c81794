import type { Clock } from '@redress/kernel';
import type { EventHandlers } from '@redress/messaging';
import type { CaseCommandDependencies } from '../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../complaint-case/case-command/case-mutations';
import type { CaseDetails } from '../complaint-case/view-cases/case-details.loader';
import { CaseSituations } from '../complaint-case/view-cases/case-situation.loader';
import { DepartmentObjectionResolver } from '../department-objection/decide-objection/department-objection.resolver';
import { TakeFurtherResolver } from './take-further/take-further.resolver';
import { RoundsResolver } from './view-rounds/rounds.resolver';
import { onComplaintsLinked, onMainCaseClosed } from '../merged-cases/follow-merge/complaint-merge.consumer';
import type { FollowMergeDependencies } from '../merged-cases/follow-merge/follow-merge.handler';
import { MergedCasesResolver } from '../merged-cases/view-merged/merged-cases.resolver';
import { RecordOutsideResolver } from '../outside/record-outside/record-outside.resolver';
import { OutsideResolver } from '../outside/view-outside/outside.resolver';
import { HandOutCopyResolver } from '../papers/hand-out-copy/hand-out-copy.resolver';
import { PapersResolver } from '../papers/view-papers/papers.resolver';
import { ReviewReplyResolver } from '../reply-review/review-reply/review-reply.resolver';
import { ReplyDraftsResolver } from '../reply-review/view-drafts/reply-drafts.resolver';
import { ConsequencesResolver } from '../validity/view-consequences/consequences.resolver';

/** What goes beyond the first round and the organisation itself: rounds, bodies outside, reviews, papers, duplicates. */
export const FURTHER_HANDLING_RESOLVERS = [
  TakeFurtherResolver,
  RoundsResolver,
  DepartmentObjectionResolver,
  MergedCasesResolver,
  RecordOutsideResolver,
  OutsideResolver,
  HandOutCopyResolver,
  PapersResolver,
  ReviewReplyResolver,
  ReplyDraftsResolver,
  ConsequencesResolver,
] as const;

/** Their resolvers, wired. */
export function furtherHandling(
  dependencies: CaseCommandDependencies & { readonly details: CaseDetails; readonly clock: Clock },
  mutations: CaseMutations,
): readonly object[] {
  const { database, details, plans, clock } = dependencies;
  const situations = new CaseSituations(database, details, plans, clock);
  return [
    new TakeFurtherResolver(dependencies, mutations),
    new RoundsResolver(situations),
    new DepartmentObjectionResolver(dependencies, mutations, details),
    new MergedCasesResolver(details, clock),
    new RecordOutsideResolver(dependencies, mutations),
    new OutsideResolver(details),
    new HandOutCopyResolver(dependencies, mutations),
    new PapersResolver(situations),
    new ReviewReplyResolver(dependencies, mutations),
    new ReplyDraftsResolver(details),
    new ConsequencesResolver(situations),
  ];
}

/** What is heard of complaints that are about the same harm, by the service that says it. */
export function linkedComplaints(dependencies: FollowMergeDependencies): {
  readonly intake: EventHandlers;
  readonly caseHandling: EventHandlers;
} {
  return { intake: onComplaintsLinked(dependencies), caseHandling: onMainCaseClosed(dependencies) };
}
