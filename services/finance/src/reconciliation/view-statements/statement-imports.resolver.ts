import {
  ConnectionArgs,
  connectionType,
  fromGlobalId,
  ListCost,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { BankAccountView } from '../open-bank-account/bank-account.gql';
import type { BankAccountLoader } from './bank-account.loader';
import { StatementImportView } from './statement-import.gql';
import { IMPORT_COLUMNS, importOf, type ImportRecord } from './statement-import.query';
import { toStatementImport } from './to-statement-import.gql';

export const StatementImportConnection = connectionType(StatementImportView);

@Resolver(() => StatementImportView)
export class StatementImportsResolver {
  constructor(
    private readonly database: Database,
    private readonly accounts: BankAccountLoader,
  ) {}

  @Directive('@authenticated')
  @Query(() => StatementImportView, { nullable: true, description: 'An import; null when there is none of that id.' })
  async statementImport(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<StatementImportView | null> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    const importId = fromGlobalId('StatementImport', id);
    const record = importId === undefined ? undefined : await importOf(this.database.reader(tenantId), importId);
    return record === undefined ? null : toStatementImport(record, context);
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => StatementImportConnection, { description: 'The imports of an account, latest first.' })
  statementImports(
    @Arg('accountId', () => ID, { description: 'The account.' }) accountId: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<StatementImportView>> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    const list = {
      name: 'statementImports',
      order: { name: 'CREATED_AT_DESC', column: 'i.created_at', direction: 'descending' as const },
      idColumn: 'i.id',
      select: IMPORT_COLUMNS,
      from: 'statement_import i',
      where: 'i.tenant_id = :tenantId AND i.account_id = :accountId',
      params: { accountId: fromGlobalId('BankAccount', accountId) ?? '' },
    };
    return readConnection(context, this.database.reader(tenantId), list, args, (record: ImportRecord) =>
      toStatementImport(record, context),
    );
  }

  @FieldResolver(() => BankAccountView, { description: 'The account.' })
  account(@Root() { accountId }: StatementImportView, @Ctx() context: GraphContext): Promise<BankAccountView> {
    return this.accounts.view(context, accountId);
  }
}
