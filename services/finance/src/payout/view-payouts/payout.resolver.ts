import {
  fromGlobalId,
  ListCost,
  readConnection,
  requireRole,
  toMoney,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import { hasRole } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { BOOK_READERS, DECIDERS } from '../../access/access.rules';
import { Settlement } from '../../settlement/view-settlements/settlement.gql';
import type { SettlementLoader } from '../../settlement/view-settlements/settlement.loader';
import { PayoutConnection, PayoutsArgs, UncertainPayouts } from './payout-list.gql';
import { payoutList } from './payout-list.query';
import { PayeeAccount, Payout, PayoutEvidence } from './payout.gql';
import type { PayoutLoader } from './payout.loader';
import { uncertainPayouts, type PayoutRecord } from './payout.query';
import { toPayout } from './to-payout.gql';

@Resolver(() => Payout)
export class PayoutResolver {
  constructor(
    private readonly database: Database,
    private readonly payouts: PayoutLoader,
    private readonly settlements: SettlementLoader,
  ) {}

  @Directive('@authenticated')
  @Query(() => Payout, { nullable: true, description: 'A payment to a payee by its id; for those who read the books.' })
  async payout(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Payout | null> {
    requireRole(context, ...BOOK_READERS);
    const payoutId = fromGlobalId('Payout', id);
    return payoutId === undefined ? null : this.payouts.find(context, payoutId);
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => PayoutConnection, { name: 'payouts', description: 'Payments to payees; for those who read the books.' })
  async list(@Args(() => PayoutsArgs) args: PayoutsArgs, @Ctx() context: GraphContext): Promise<Connection<Payout>> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    const list = payoutList(args.where, args.orderBy);
    const reader = this.database.reader(tenantId);
    return readConnection(context, reader, list, args, (record: PayoutRecord) => toPayout(record, true));
  }

  @Directive('@authenticated')
  @Query(() => [UncertainPayouts], {
    description: 'What nobody knows to be paid or not, by provider and currency, the oldest first.',
  })
  async uncertainPayouts(@Ctx() context: GraphContext): Promise<UncertainPayouts[]> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    const records = await uncertainPayouts(this.database.reader(tenantId));
    return records.map(({ provider, currency, amountMinor, count, oldestSince }) => ({
      ...{ provider, oldestSince, count: Number(count) },
      amount: toMoney({ amountMinor: BigInt(amountMinor), currency }),
    }));
  }

  @FieldResolver(() => Settlement, { nullable: true, description: 'The settlement that it pays.' })
  async settlement(@Root() { settlementId }: Payout, @Ctx() context: GraphContext): Promise<Settlement | null> {
    return (await this.settlements.find(context, 'id', settlementId))[0] ?? null;
  }

  @FieldResolver(() => [PayoutEvidence], {
    description: 'What people said about it, oldest first; for those who read the books.',
  })
  async evidence(@Root() { id }: Payout, @Ctx() context: GraphContext): Promise<PayoutEvidence[]> {
    const payoutId = fromGlobalId('Payout', id);
    if (payoutId === undefined || !hasRole(context.viewer, ...BOOK_READERS)) return [];
    return this.payouts.evidence(context, payoutId);
  }

  @FieldResolver(() => PayeeAccount, {
    nullable: true,
    description: 'The account of its payee, masked; for finance and managers.',
  })
  async payeeAccount(@Root() { beneficiary }: Payout, @Ctx() context: GraphContext): Promise<PayeeAccount | null> {
    return hasRole(context.viewer, ...DECIDERS) ? this.payouts.payeeAccount(context, beneficiary) : null;
  }
}
