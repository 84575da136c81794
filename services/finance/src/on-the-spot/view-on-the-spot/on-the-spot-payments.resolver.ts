import { ListCost, readConnection, requireRole, type Connection, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { OnTheSpotPaymentConnection, OnTheSpotPaymentsArgs, OnTheSpotPaymentView } from './on-the-spot-payment.gql';
import { onTheSpotList, toOnTheSpot } from './on-the-spot-payments.query';

@Resolver()
export class OnTheSpotPaymentsResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => OnTheSpotPaymentConnection, {
    description:
      'Money that the front line handed over, latest first. For finance, managers, auditors and administrators.',
  })
  onTheSpotPayments(
    @Args(() => OnTheSpotPaymentsArgs) args: OnTheSpotPaymentsArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<OnTheSpotPaymentView>> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    return readConnection(context, this.database.reader(tenantId), onTheSpotList(args.where), args, toOnTheSpot);
  }
}
