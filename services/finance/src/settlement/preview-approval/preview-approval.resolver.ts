import { fromGlobalId, Money, toMoney, toUserErrors, UserError, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { AccountEnum, SideEnum } from '../../ledger/view-trial-balance/ledger.gql';
import type { Account, Side } from '../../ledger/model/account.model';
import type { ApprovalDependencies } from '../approve-settlement/approve-settlement.handler';
import { requireDecider } from '../approve-settlement/require-decider.policy';
import { previewApproval } from './preview-approval.handler';

@ObjectType({ description: 'A line that an approval would book.' })
export class PreviewedPosting {
  @Field(() => AccountEnum, { description: 'The account.' })
  account!: Account;

  @Field(() => SideEnum, { description: 'The side of the account.' })
  side!: Side;

  @Field(() => Money, { description: 'The amount, always positive.' })
  amount!: Money;
}

@ObjectType({ description: 'A payment that an approval would intend.' })
export class PreviewedPayout {
  @Field(() => String, { description: 'The provider, or the means, that would pay.' })
  provider!: string;

  @Field(() => Money, { description: 'How much.' })
  amount!: Money;
}

@ObjectType({
  description: 'What the viewer’s approval of a settlement would do at this moment. Nothing of it is kept.',
})
export class ApprovalPreview {
  @Field(() => Boolean, {
    description: 'Whether the money would be released; otherwise the signature would count, or nothing would happen.',
  })
  releases!: boolean;

  @Field(() => Boolean, { description: 'Whether the signature would be recorded and others would have to follow.' })
  signs!: boolean;

  @Field(() => [UserError], { description: 'What stands in the way; empty when nothing does.' })
  userErrors!: UserError[];

  @Field(() => [PreviewedPosting], { description: 'What would be booked.' })
  postings!: PreviewedPosting[];

  @Field(() => [PreviewedPayout], { description: 'By which payments it would be paid; they come to the amount.' })
  payouts!: PreviewedPayout[];
}

@Resolver()
export class PreviewApprovalResolver {
  constructor(private readonly dependencies: ApprovalDependencies) {}

  @Directive('@authenticated')
  @Query(() => ApprovalPreview, {
    nullable: true,
    description:
      'What the viewer’s approval of a settlement would do now, by the code that approves: what stands in the way, what would be booked and by which payments it would be paid. Null when there is no such settlement.',
  })
  async approvalPreview(
    @Arg('settlement', () => ID, { description: 'The settlement.' }) settlement: string,
    @Ctx() context: GraphContext,
  ): Promise<ApprovalPreview | null> {
    const approver = await requireDecider(context, this.dependencies);
    const settlementId = fromGlobalId('Settlement', settlement);
    if (settlementId === undefined) return null;
    const { outcome, entries, payments } = await previewApproval({ approver, settlementId }, this.dependencies);
    const isUnknown = !outcome.ok && outcome.refusals.some(({ code }) => code === 'NOT_FOUND');
    if (isUnknown) return null;
    return {
      releases: outcome.ok && outcome.value === 'RELEASED',
      signs: outcome.ok && outcome.value === 'SIGNED',
      userErrors: outcome.ok ? [] : toUserErrors(outcome.refusals, context),
      postings: entries.flatMap(({ currency, postings }) =>
        postings.map(({ account, side, amountMinor }) => ({
          account,
          side,
          amount: toMoney({ amountMinor, currency }),
        })),
      ),
      payouts: payments.map(({ provider, amount }) => ({ provider, amount: toMoney(amount) })),
    };
  }
}
