import { fromGlobalId, UserError, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { requireDecider } from '../approve-settlement/require-decider.policy';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { Settlement } from '../view-settlements/settlement.gql';
import type { SettlementLoader } from '../view-settlements/settlement.loader';
import { rejectSettlement, type RejectionDependencies } from './reject-settlement.handler';

@InputType({ description: 'Which settlement to reject, as it was seen, and why.' })
export class RejectSettlementInput {
  @Field(() => ID, { description: 'The settlement.' })
  settlementId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why; the handler of the case reads it. 1 to 500 characters.' })
  reason!: string;

  @Field(() => String, {
    description: 'Made by the client when its form is opened; the same key rejects once. 1 to 128 characters.',
  })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of `rejectSettlement`.' })
export class RejectSettlementPayload {
  @Field(() => Settlement, { nullable: true, description: 'The rejected settlement; null when it was refused.' })
  settlement!: Settlement | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@Resolver()
export class RejectSettlementResolver {
  constructor(
    private readonly dependencies: RejectionDependencies,
    private readonly settlements: SettlementLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => RejectSettlementPayload, {
    description:
      'Rejects a settlement that waits for finance; the case goes back to its handler. For finance, managers and those whom the regulation gives authority.',
  })
  async rejectSettlement(
    @Arg('input', () => RejectSettlementInput, { description: 'Which, what was seen, and why.' })
    { settlementId, expectedVersion, reason, idempotencyKey }: RejectSettlementInput,
    @Ctx() context: GraphContext,
  ): Promise<RejectSettlementPayload> {
    const rejecter = await requireDecider(context, this.dependencies);
    const id = fromGlobalId('Settlement', settlementId);
    const result =
      unusableKey(idempotencyKey) ??
      (id === undefined
        ? notFound('settlementId')
        : await rejectSettlement(
            { rejecter, idempotencyKey, settlementId: id, expectedVersion, reason },
            this.dependencies,
          ));
    return this.settlements.answer(result, context);
  }
}
