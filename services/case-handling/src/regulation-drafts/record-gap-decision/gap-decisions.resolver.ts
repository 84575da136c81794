import {
  ConnectionArgs,
  fromGlobalId,
  ListCost,
  readConnection,
  requireRole,
  toUserErrors,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import { STAFF_ROLES, type Refusal } from '@redress/kernel';
import { Arg, Args, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import { unfitIdempotencyKey } from '../../idempotency-key.rules';
import { GAP_COLUMNS, type StoredGapDecision } from '../view-gap-decisions/gap-decision-rows.query';
import { toGapDecision } from '../view-gap-decisions/gap-decision-view.mapper';
import {
  ApproveGapDecisionInput,
  GapDecision,
  GapDecisionConnection,
  GapDecisionPayload,
  RecordGapDecisionInput,
} from '../view-gap-decisions/gap-decision.gql';
import { loadGapDecision } from '../view-gap-decisions/gap-decision.reference';
import { approveGapDecision, recordGapDecision, type GapDependencies, type GapResult } from './gap-decisions.handler';

@Resolver(() => GapDecision)
export class GapDecisionsResolver {
  constructor(private readonly dependencies: GapDependencies) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => GapDecisionConnection, { description: 'Decisions on what the regulation does not cover, newest first.' })
  gapDecisions(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<GapDecision>> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const list = {
      name: 'gap-decisions',
      order: { name: 'decided-desc', column: 'g.decided_at', direction: 'descending' },
      idColumn: 'g.id',
      select: GAP_COLUMNS,
      from: 'gap_decision g',
      where: 'g.tenant_id = :tenantId',
      params: {},
    } as const;
    const reader = this.dependencies.database.reader(tenantId);
    return readConnection<StoredGapDecision, GapDecision>(context, reader, list, args, toGapDecision);
  }

  @Directive('@authenticated')
  @Mutation(() => GapDecisionPayload, {
    description: 'Records how a matter that the regulation does not cover was decided. For whom it lets decide that.',
  })
  async recordGapDecision(
    @Arg('input', () => RecordGapDecisionInput, { description: 'What, and how.' }) input: RecordGapDecisionInput,
    @Ctx() context: GraphContext,
  ): Promise<GapDecisionPayload> {
    const viewer = requireRole(context, ...STAFF_ROLES);
    const { idempotencyKey, caseId, matter, decision } = input;
    const unfit = unfitIdempotencyKey(idempotencyKey);
    if (unfit !== undefined) return refused([unfit], context);
    const of = caseId === undefined || caseId === null ? {} : { caseId: fromGlobalId('Case', caseId) ?? null };
    const command = { ...of, matter, decision };
    return this.answer(await recordGapDecision(this.dependencies, viewer, idempotencyKey, command), context);
  }

  @Directive('@authenticated')
  @Mutation(() => GapDecisionPayload, {
    description: 'Approves and files a decision on a gap. For whom the regulation lets approve it, never one’s own.',
  })
  async approveGapDecision(
    @Arg('input', () => ApproveGapDecisionInput, { description: 'Which.' }) input: ApproveGapDecisionInput,
    @Ctx() context: GraphContext,
  ): Promise<GapDecisionPayload> {
    const viewer = requireRole(context, ...STAFF_ROLES);
    const { idempotencyKey, expectedVersion } = input;
    const unfit = unfitIdempotencyKey(idempotencyKey);
    if (unfit !== undefined) return refused([unfit], context);
    const command = { gapDecisionId: fromGlobalId('GapDecision', input.gapDecisionId), expectedVersion };
    return this.answer(await approveGapDecision(this.dependencies, viewer, idempotencyKey, command), context);
  }

  private async answer({ outcome, replayed }: GapResult, context: GraphContext): Promise<GapDecisionPayload> {
    if (!outcome.ok) return refused(outcome.refusals, context);
    const gapDecision = await loadGapDecision(this.dependencies.database, context, outcome.value.gapDecisionId);
    return { gapDecision, replayed, userErrors: [] };
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): GapDecisionPayload {
  return { gapDecision: null, replayed: false, userErrors: toUserErrors(refusals, context) };
}
