import { toMoney, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Complaint } from '../../complaint/view-complaints/complaint.gql';
import { isStaff } from '../../customer/model/visibility.rules';
import type { MasterKeys } from '../../personal-data/master-keys';
import { OnTheSpotSettlement } from './on-the-spot.gql';
import { accountOf, onTheSpotOf } from './on-the-spot.query';

/** Shows what was settled on the spot. */
@Resolver(() => Complaint)
export class OnTheSpotResolver {
  constructor(
    private readonly database: Database,
    private readonly masters: MasterKeys,
  ) {}

  @FieldResolver(() => OnTheSpotSettlement, {
    nullable: true,
    description: 'What the front line did about it when it came in; null where it was not settled on the spot.',
  })
  async onTheSpot(@Root() { uuid }: Complaint, @Ctx() context: GraphContext): Promise<OnTheSpotSettlement | null> {
    const { viewer } = context;
    const record = await context
      .loader('onTheSpot', (ids: readonly string[]) => onTheSpotOf(this.database.reader(viewer.tenantId), ids))
      .load(uuid);
    if (record === null) return null;
    const { amountMinor, currency, slipTransferId, settledBy, ...shown } = record;
    const priced = amountMinor !== null && currency !== null;
    return {
      ...shown,
      amount: priced ? toMoney({ amountMinor: BigInt(amountMinor), currency }) : null,
      account: accountOf(record, viewer.tenantId, this.masters),
      settledBy: isStaff(viewer) ? settledBy : null,
      slipTransferred: slipTransferId !== null,
    };
  }
}
