import { fromGlobalId, UserError, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import type { ApprovalAuthority } from '../../settlement/approve-settlement/approval-authority.policy';
import { requireDecider } from '../../settlement/approve-settlement/require-decider.policy';
import { Settlement } from '../../settlement/view-settlements/settlement.gql';
import type { SettlementLoader } from '../../settlement/view-settlements/settlement.loader';
import { endorseSettlement, type EndorsementDependencies } from './endorse-settlement.handler';

@InputType({ description: 'Which settlement to endorse, as it was seen, and what one thinks of it.' })
export class EndorseSettlementInput {
  @Field(() => ID, { description: 'The settlement.' })
  settlementId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'The opinion (签署意见); staff read it. 1 to 1,000 characters.' })
  opinion!: string;

  @Field(() => String, {
    description: 'Made by the client when its form is opened; the same key signs once. 1 to 128 characters.',
  })
  idempotencyKey!: string;
}

@ObjectType({ description: 'What came of `endorseSettlement`.' })
export class EndorseSettlementPayload {
  @Field(() => Settlement, {
    nullable: true,
    description: 'The settlement, which awaits the next signature; null when it was refused.',
  })
  settlement!: Settlement | null;

  @Field(() => Boolean, { description: 'Whether this is the answer to an earlier request with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

@Resolver()
export class EndorseSettlementResolver {
  constructor(
    private readonly dependencies: EndorsementDependencies & { readonly authority: ApprovalAuthority },
    private readonly settlements: SettlementLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => EndorseSettlementPayload, {
    description:
      'Signs a released settlement with an opinion and hands it up to the lowest holder whose authority reaches it. Who has endorsed a settlement cannot approve it as well.',
  })
  async endorseSettlement(
    @Arg('input', () => EndorseSettlementInput, { description: 'Which, what was seen, and the opinion.' })
    { settlementId, expectedVersion, opinion, idempotencyKey }: EndorseSettlementInput,
    @Ctx() context: GraphContext,
  ): Promise<EndorseSettlementPayload> {
    const endorser = await requireDecider(context, this.dependencies);
    const id = fromGlobalId('Settlement', settlementId);
    const result =
      unusableKey(idempotencyKey) ??
      (id === undefined
        ? notFound('settlementId')
        : await endorseSettlement(
            { endorser, idempotencyKey, settlementId: id, expectedVersion, opinion },
            this.dependencies,
          ));
    return this.settlements.answer(result, context);
  }
}
