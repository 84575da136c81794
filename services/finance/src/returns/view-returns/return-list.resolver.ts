import { ListCost, readConnection, requireRole, type Connection, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { ReturnAuthorisationConnection, ReturnsArgs } from './return-list.gql';
import { returnList } from './return-list.query';
import type { ReturnAuthorisation } from './return.gql';
import type { ReturnRecord } from './return.query';
import { toReturn } from './to-return.gql';

@Resolver()
export class ReturnListResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => ReturnAuthorisationConnection, { description: 'What may come back, and what did; for staff.' })
  async returnAuthorisations(
    @Args(() => ReturnsArgs) args: ReturnsArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<ReturnAuthorisation>> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const list = returnList(args.where, args.orderBy);
    return readConnection(context, this.database.reader(tenantId), list, args, (record: ReturnRecord) =>
      toReturn(record),
    );
  }
}
