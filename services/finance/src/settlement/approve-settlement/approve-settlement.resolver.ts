import { fromGlobalId, UserError, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { Settlement } from '../view-settlements/settlement.gql';
import type { SettlementLoader } from '../view-settlements/settlement.loader';
import { approveSettlement, type ApprovalDependencies } from './approve-settlement.handler';
import { requireDecider } from './require-decider.policy';

@InputType({ description: 'Which settlement to approve, as it was seen.' })
export class ApproveSettlementInput {
  @Field(() => ID, { description: 'The settlement.' })
  settlementId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, {
    description: 'Made by the client when its form is opened; the same key pays once. 1 to 128 characters.',
  })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of `approveSettlement`.' })
export class ApproveSettlementPayload {
  @Field(() => Settlement, {
    nullable: true,
    description: 'The approved settlement, or one that awaits further signatures; null when it was refused.',
  })
  settlement!: Settlement | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@Resolver()
export class ApproveSettlementResolver {
  constructor(
    private readonly dependencies: ApprovalDependencies,
    private readonly settlements: SettlementLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ApproveSettlementPayload, {
    description:
      'Approves a settlement that the complainant agreed to: books the debt and pays it. For finance, managers and those whom the regulation gives authority; where it asks for further signatures, this one is recorded and the settlement stays RELEASED.',
  })
  async approveSettlement(
    @Arg('input', () => ApproveSettlementInput, { description: 'Which, and what was seen.' })
    { settlementId, expectedVersion, idempotencyKey }: ApproveSettlementInput,
    @Ctx() context: GraphContext,
  ): Promise<ApproveSettlementPayload> {
    const approver = await requireDecider(context, this.dependencies);
    const id = fromGlobalId('Settlement', settlementId);
    const result =
      unusableKey(idempotencyKey) ??
      (id === undefined
        ? notFound('settlementId')
        : await approveSettlement({ approver, idempotencyKey, settlementId: id, expectedVersion }, this.dependencies));
    return this.settlements.answer(result, context);
  }
}
