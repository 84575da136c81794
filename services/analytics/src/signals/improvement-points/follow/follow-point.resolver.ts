import { fromGlobalId, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { refuse } from '@redress/kernel';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { SIGNAL_DECIDERS } from '../../model/signal-access.rules';
import { isWithoutReason, notFound, unusableKey } from '../../public-graph/command-input.rules';
import { EFFECT_DAYS } from '../model/improvement-point.model';
import { proposeOnDemand, type ProposeDependencies } from '../propose/propose-points.handler';
import type { ImprovementPointLoader } from '../view/improvement-point.loader';
import { toImprovementPoint } from '../view/to-improvement-point.gql';
import type { PointDecision } from '../model/point-decision.model';
import {
  AdoptImprovementPointInput,
  CompleteImprovementPointInput,
  ImprovementPointPayload,
  ProposeImprovementPointsInput,
  ProposeImprovementPointsPayload,
  RejectImprovementPointInput,
} from './follow-point.gql';
import { followImprovementPoint } from './follow-point.handler';

type Input = Pick<RejectImprovementPointInput, 'idempotencyKey' | 'improvementPointId' | 'expectedVersion'>;

@Resolver()
export class FollowImprovementPointResolver {
  constructor(
    private readonly dependencies: ProposeDependencies,
    private readonly points: ImprovementPointLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ProposeImprovementPointsPayload, {
    description:
      'Proposes what a month lacks to the number of improvements that the regulation asks for, two unless it names one. Done by itself after each month. For managers and analysts.',
  })
  async proposeImprovementPoints(
    @Arg('input', () => ProposeImprovementPointsInput, { description: 'The month.' })
    { idempotencyKey, month }: ProposeImprovementPointsInput,
    @Ctx() context: GraphContext,
  ): Promise<ProposeImprovementPointsPayload> {
    const { tenantId, subject } = requireRole(context, ...SIGNAL_DECIDERS);
    const { outcome, replayed }: CommandResult<number> =
      unusableKey(idempotencyKey) ??
      (await proposeOnDemand({ tenantId, subject, idempotencyKey, month }, this.dependencies));
    if (!outcome.ok) {
      return { improvementPoints: [], added: 0, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    }
    const { points, database } = this.dependencies;
    const improvementPoints = (await points.ofMonth(database.reader(tenantId), month)).map(toImprovementPoint);
    return { improvementPoints, added: outcome.value, replayed, userErrors: [] };
  }

  @Directive('@authenticated')
  @Mutation(() => ImprovementPointPayload, {
    description: 'Says who does what by when about an improvement point. For managers and analysts.',
  })
  adoptImprovementPoint(
    @Arg('input', () => AdoptImprovementPointInput, { description: 'Which, as it was seen, and the plan.' })
    { owner, measure, dueOn, effectDays, ...input }: AdoptImprovementPointInput,
    @Ctx() context: GraphContext,
  ): Promise<ImprovementPointPayload> {
    const plan = { owner: owner.trim(), measure: measure.trim(), dueOn, effectDays: effectDays ?? EFFECT_DAYS.usual };
    return this.follow(input, { action: 'adopt', ...plan }, context);
  }

  @Directive('@authenticated')
  @Mutation(() => ImprovementPointPayload, {
    description: 'Says that an improvement point is not followed, and why. For managers and analysts.',
  })
  rejectImprovementPoint(
    @Arg('input', () => RejectImprovementPointInput, { description: 'Which, as it was seen, and why.' })
    { reason, ...input }: RejectImprovementPointInput,
    @Ctx() context: GraphContext,
  ): Promise<ImprovementPointPayload> {
    return this.follow(input, { action: 'reject', reason }, context);
  }

  @Directive('@authenticated')
  @Mutation(() => ImprovementPointPayload, {
    description:
      'Says that the measure was carried out. Its effect is measured by itself once as many days have passed. For managers and analysts.',
  })
  completeImprovementPoint(
    @Arg('input', () => CompleteImprovementPointInput, { description: 'Which, as it was seen, and when.' })
    { reason, completedOn, ...input }: CompleteImprovementPointInput,
    @Ctx() context: GraphContext,
  ): Promise<ImprovementPointPayload> {
    return this.follow(input, { action: 'complete', reason, completedOn }, context);
  }

  private async follow(
    { idempotencyKey, improvementPointId: given, expectedVersion }: Input,
    decision: PointDecision,
    context: GraphContext,
  ): Promise<ImprovementPointPayload> {
    const { tenantId, subject } = requireRole(context, ...SIGNAL_DECIDERS);
    const improvementPointId = fromGlobalId('ImprovementPoint', given);
    const unreasoned = 'reason' in decision ? isWithoutReason(decision.reason) : undefined;
    const { outcome, replayed }: CommandResult<string> =
      unusableKey(idempotencyKey) ??
      (improvementPointId === undefined
        ? notFound('improvementPointId')
        : unreasoned !== undefined
          ? { outcome: refuse(unreasoned), replayed: false }
          : await followImprovementPoint(
              { tenantId, subject, idempotencyKey, improvementPointId, expectedVersion, decision },
              this.dependencies,
            ));
    if (!outcome.ok) return { improvementPoint: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const found = await this.points.find(context, outcome.value);
    return { improvementPoint: found === null ? null : toImprovementPoint(found), replayed, userErrors: [] };
  }
}
