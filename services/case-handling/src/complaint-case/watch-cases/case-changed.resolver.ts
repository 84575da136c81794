import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { ROLES, type Clock } from '@redress/kernel';
import { Arg, Ctx, ID, Resolver, Root, Subscription, type SubscriptionHandlerData } from 'type-graphql';
import { isStaff, isVisibleTo } from '../model/case.rules';
import { Case } from '../view-cases/case.gql';
import type { CaseDetails } from '../view-cases/case-details.loader';
import { toCase } from '../view-cases/case-view.mapper';
import { isPublic } from '../view-cases/timeline-view.mapper';
import { CaseChanged } from './case-change.gql';
import type { CaseChange } from './case-change.model';
import { CASE_CHANGES } from './case-change.model';

/** Whether a hint is for the listener: of their organisation, of the case asked for, and theirs to know. */
function concerns({ payload, args, context }: SubscriptionHandlerData<CaseChange, { caseId?: string }, GraphContext>) {
  const { viewer } = context;
  if (viewer.expiresAt.getTime() <= Date.now() || payload.tenantId !== viewer.tenantId) return false;
  if (typeof args.caseId === 'string' && fromGlobalId('Case', args.caseId) !== payload.caseId) return false;
  return isVisibleTo(viewer, payload) && (isStaff(viewer) || isPublic(payload.type));
}

@Resolver(() => Case)
export class CaseChangedResolver {
  constructor(
    private readonly details: CaseDetails,
    private readonly clock: Clock,
  ) {}

  @Subscription(() => CaseChanged, {
    topics: CASE_CHANGES,
    topicId: ({ context }: { context: GraphContext }) => requireRole(context, ...ROLES).tenantId,
    filter: concerns,
    description: 'Tells while one listens that something happened to a case, or to any case that one may see.',
  })
  async caseChanged(
    @Root() change: CaseChange,
    @Arg('caseId', () => ID, { nullable: true, description: 'Only this case.' }) _caseId: string | undefined,
    @Ctx() context: GraphContext,
  ): Promise<CaseChanged> {
    this.details.renew(context);
    const stored = await this.details.case(context, 'id', change.caseId);
    return {
      sequence: change.sequence,
      type: change.type,
      at: change.at,
      case: stored === null ? null : toCase(stored, context.viewer, this.clock.now()),
    };
  }
}
