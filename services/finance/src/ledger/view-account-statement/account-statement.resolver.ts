import { ListCost, readConnection, requireRole, type Connection, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { requirePeriod } from '../view-trial-balance/trial-balance.resolver';
import { AccountStatementArgs, AccountStatementConnection, type AccountStatementLine } from './account-statement.gql';
import { accountStatement, toStatementLine } from './account-statement.query';

@Resolver()
export class AccountStatementResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => AccountStatementConnection, {
    description: 'The postings of an account, earliest first. For finance, managers, auditors and administrators.',
  })
  accountStatement(
    @Args(() => AccountStatementArgs) args: AccountStatementArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<AccountStatementLine>> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    requirePeriod(args.period);
    return readConnection(context, this.database.reader(tenantId), accountStatement(args), args, toStatementLine);
  }
}
