import {
  ConnectionArgs,
  ListCost,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { CustomerErasure, CustomerErasureConnection, toErasure } from './customer-erasure.gql';
import { erasureList } from './customer-erasures.query';

/** Lists erasures. */
@Resolver()
export class CustomerErasuresResolver {
  constructor(private readonly database: Database) {}

  @ListCost()
  @Query(() => CustomerErasureConnection, {
    description: 'Whose personal data was erased, the last first. For managers, auditors and administrators.',
  })
  customerErasures(
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<CustomerErasure>> {
    const { tenantId } = requireRole(context, 'manager', 'auditor', 'admin');
    return readConnection(context, this.database.reader(tenantId), erasureList, page, toErasure);
  }
}
