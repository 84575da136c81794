import {
  column,
  compileWhere,
  ListCost,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { EXPORT_COLUMNS, restoredExport, type ExportRow } from './export.query';
import { Export, ExportPartView } from './export.gql';
import { ExportConnection, ExportsArgs } from './export-list.gql';
import type { ExportLoader } from './export.reference';

@Resolver(() => Export)
export class ExportsResolver {
  constructor(
    private readonly database: Database,
    private readonly loader: ExportLoader,
  ) {}

  @Directive('@authenticated')
  @Query(() => Export, { nullable: true, description: 'An export of the organisation. For those who read the books.' })
  async export(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Export | null> {
    requireRole(context, ...BOOK_READERS);
    return this.loader.find(context, id);
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => ExportConnection, {
    description: 'The exports of the organisation, the latest first. For those who read the books.',
  })
  async exports(@Args(() => ExportsArgs) args: ExportsArgs, @Ctx() context: GraphContext): Promise<Connection<Export>> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    const conditions = compileWhere(args.where, { kind: column('j.kind'), state: column('j.state') });
    const list = {
      name: 'exports',
      order: { name: 'REQUESTED_AT_DESC', column: 'j.requested_at', direction: 'descending' as const },
      idColumn: 'j.id',
      select: EXPORT_COLUMNS,
      from: 'export_job j',
      where: `j.tenant_id = :tenantId AND ${conditions.sql}`,
      params: conditions.params,
    };
    return readConnection(context, this.database.reader(tenantId), list, args, (row: ExportRow) =>
      this.loader.view(restoredExport(row), tenantId),
    );
  }

  @FieldResolver(() => [ExportPartView], { description: 'The pieces of the file that are finished, in their order.' })
  async parts(@Root() { id }: Export, @Ctx() context: GraphContext): Promise<ExportPartView[]> {
    const parts = await this.loader.parts(context, id);
    return parts.map(({ bytes, ...part }) => ({ ...part, bytes: BigInt(bytes) }));
  }
}
