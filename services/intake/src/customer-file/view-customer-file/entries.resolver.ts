import { toGlobalId, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { findComplaints } from '../../complaint/view-complaints/complaint.reference';
import { Complaint } from '../../complaint/view-complaints/complaint.gql';
import { findCustomers } from '../../customer/view-customers/customer.reference';
import { Customer } from '../../customer/view-customers/customer.gql';
import type { MasterKeys } from '../../personal-data/master-keys';
import { CustomerHistoryEntry } from './customer-history.gql';
import { CustomerProduct } from './customer-product.gql';

/** Shows the complaint that a line of the history is about. */
@Resolver(() => CustomerHistoryEntry)
export class HistoryEntryResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => Complaint, {
    nullable: true,
    description: 'The complaint that it is about, if it is about one.',
  })
  async complaint(
    @Root() { complaintUuid }: CustomerHistoryEntry,
    @Ctx() context: GraphContext,
  ): Promise<Complaint | null> {
    if (complaintUuid === null) return null;
    return context
      .loader('complaintOfHistory', (ids: readonly string[]) =>
        findComplaints(
          this.database,
          ids.map((id) => toGlobalId('Complaint', id)),
          context,
        ),
      )
      .load(complaintUuid);
  }
}

/** Shows who has a product. */
@Resolver(() => CustomerProduct)
export class ProductEntryResolver {
  constructor(
    private readonly database: Database,
    private readonly masters: MasterKeys,
  ) {}

  @FieldResolver(() => Customer, { nullable: true, description: 'Who has it.' })
  customer(@Root() { customerUuid }: CustomerProduct, @Ctx() context: GraphContext): Promise<Customer | null> {
    return context
      .loader('customerOfComplaint', (ids: readonly string[]) =>
        findCustomers(this.database, this.masters, ids, context),
      )
      .load(customerUuid);
  }
}
