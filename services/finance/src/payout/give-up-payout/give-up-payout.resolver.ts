import { fromGlobalId, requireRole, UserError, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { DECIDERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { Settlement } from '../../settlement/view-settlements/settlement.gql';
import type { SettlementLoader } from '../../settlement/view-settlements/settlement.loader';
import { giveUpPayout, type GiveUpDependencies } from './give-up-payout.handler';

@InputType({ description: 'Which settlement is not paid after all, as it was seen, and why.' })
export class GiveUpPayoutInput {
  @Field(() => ID, { description: 'The settlement.' })
  settlementId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why; the handler of the case reads it. 1 to 500 characters.' })
  reason!: string;

  @Field(() => String, { description: 'Made by the client; the same key acts once. 1 to 128 characters.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of `giveUpPayout`.' })
export class GiveUpPayoutPayload {
  @Field(() => Settlement, { nullable: true, description: 'The settlement, FAILED; null when it was refused.' })
  settlement!: Settlement | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@Resolver()
export class GiveUpPayoutResolver {
  constructor(
    private readonly dependencies: GiveUpDependencies,
    private readonly settlements: SettlementLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => GiveUpPayoutPayload, {
    description:
      'Gives up paying an approved settlement, where each of its payments was declined or nobody was asked to make it: the booking is reversed, what was reserved is free, and the case goes back to its handler. For finance and managers.',
  })
  async giveUpPayout(
    @Arg('input', () => GiveUpPayoutInput, { description: 'Which, what was seen, and why.' }) input: GiveUpPayoutInput,
    @Ctx() context: GraphContext,
  ): Promise<GiveUpPayoutPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const settlementId = fromGlobalId('Settlement', input.settlementId);
    const result =
      unusableKey(input.idempotencyKey) ??
      (settlementId === undefined
        ? notFound('settlementId')
        : await giveUpPayout({ ...input, tenantId, subject, settlementId }, this.dependencies));
    return this.settlements.answer(result, context);
  }
}
