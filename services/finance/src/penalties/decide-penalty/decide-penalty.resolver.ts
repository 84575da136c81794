import { fromGlobalId, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { PENALTY_APPROVERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { PenaltyPayload } from '../view-penalties/penalty.gql';
import { penalty } from '../view-penalties/penalties.query';
import { decidePenalty, type PenaltyDependencies } from './decide-penalty.handler';

@InputType({ description: 'Which penalty to approve, as it was seen.' })
export class ApprovePenaltyInput {
  @Field(() => String, { description: 'Made by the client; the same key acts once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The penalty.' })
  penaltyId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'Which penalty to reject, as it was seen, and why.' })
export class RejectPenaltyInput extends ApprovePenaltyInput {
  @Field(() => String, { description: 'Why, in 1 to 500 characters.' })
  reason!: string;
}

@Resolver()
export class DecidePenaltyResolver {
  constructor(private readonly dependencies: PenaltyDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => PenaltyPayload, {
    description:
      'Approves a penalty: its amount is that of the standard of deductions, it is booked, and the notice is drawn up with its copies. For managers (总经理核准).',
  })
  approvePenalty(
    @Arg('input', () => ApprovePenaltyInput, { description: 'Which, and what was seen.' }) input: ApprovePenaltyInput,
    @Ctx() context: GraphContext,
  ): Promise<PenaltyPayload> {
    return this.decide(input, context);
  }

  @Directive('@authenticated')
  @Mutation(() => PenaltyPayload, { description: 'Rejects a penalty, for a reason. For managers.' })
  rejectPenalty(
    @Arg('input', () => RejectPenaltyInput, { description: 'Which, why, and what was seen.' })
    input: RejectPenaltyInput,
    @Ctx() context: GraphContext,
  ): Promise<PenaltyPayload> {
    return this.decide(input, context);
  }

  private async decide(
    { penaltyId, ...input }: ApprovePenaltyInput & { readonly reason?: string },
    context: GraphContext,
  ): Promise<PenaltyPayload> {
    const { tenantId, subject } = requireRole(context, ...PENALTY_APPROVERS);
    const id = fromGlobalId('Penalty', penaltyId);
    const { outcome, replayed } =
      unusableKey(input.idempotencyKey) ??
      (id === undefined
        ? notFound('penaltyId')
        : await decidePenalty({ tenantId, subject, ...input, penaltyId: id }, this.dependencies));
    if (!outcome.ok) return { penalty: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const seen = await penalty(this.dependencies.database.reader(tenantId), outcome.value);
    return { penalty: seen ?? null, replayed, userErrors: [] };
  }
}
