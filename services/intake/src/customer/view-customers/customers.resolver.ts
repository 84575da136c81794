import { STAFF_ROLES } from '@redress/kernel';
import {
  fromGlobalId,
  ListCost,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { MasterKeys } from '../../personal-data/master-keys';
import { CustomersArgs } from './customer-list.gql';
import { Customer, CustomerConnection } from './customer.gql';
import { findCustomers, openCustomer } from './customer.reference';
import { customerList, type CustomerRecord } from './customers.query';

/** Reads the customer file. */
@Resolver(() => Customer)
export class CustomersResolver {
  constructor(
    private readonly database: Database,
    private readonly masters: MasterKeys,
  ) {}

  @Query(() => Customer, { nullable: true, description: 'A customer by id; null when there is none.' })
  async customer(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Customer | null> {
    const found = await findCustomers(this.database, this.masters, [fromGlobalId('Customer', id) ?? ''], context);
    return found[0] ?? null;
  }

  @ListCost()
  @Query(() => CustomerConnection, { description: 'The customer file, the last entered first; for staff only.' })
  customers(
    @Args(() => CustomersArgs) { where, ...page }: CustomersArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Customer>> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const list = customerList(this.masters, tenantId, where);
    return readConnection(context, this.database.reader(tenantId), list, page, (record: CustomerRecord) =>
      openCustomer(record, tenantId, this.masters),
    );
  }
}
