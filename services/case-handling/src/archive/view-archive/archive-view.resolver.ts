import {
  ConnectionArgs,
  ListCost,
  readConnection,
  requireRole,
  toGlobalId,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { isStaff } from '../../complaint-case/model/case.rules';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { CaseDetails } from '../../complaint-case/view-cases/case-details.loader';
import { ARCHIVE_COLUMNS, readFiles, readHolds, type ArchiveRow } from './archive-rows.query';
import { ArchiveArgs, ArchivedFile, ArchivedFileConnection, LegalHold } from './archive.gql';

@Resolver(() => Case)
export class ArchiveViewResolver {
  constructor(
    private readonly database: Database,
    private readonly details: CaseDetails,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => ArchivedFile, { nullable: true, description: 'Its file in the archive; for staff alone.' })
  async archive(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<ArchivedFile | null> {
    if (!isStaff(context.viewer)) return null;
    const [file] = await this.details.of(context, 'archive', stored.id, readFiles);
    return file === undefined ? null : toFile(file);
  }

  @FieldResolver(() => [LegalHold], { description: 'Why its file must not be destroyed; empty for the complainant.' })
  async legalHolds(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<LegalHold[]> {
    if (!isStaff(context.viewer)) return [];
    const rows = await this.details.of(context, 'legal-holds', stored.id, readHolds);
    return rows.map(({ id, reason, placed_by: placedBy, placed_at: placedAt, lifted_at: liftedAt }) => ({
      ...{ id, reason, placedBy, placedAt, liftedAt },
    }));
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => ArchivedFileConnection, { description: 'The archive, the newest files first. For staff.' })
  archivedFiles(
    @Args(() => ArchiveArgs) args: ArchiveArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<ArchivedFile>> {
    const year = args.year ?? undefined;
    const ofYear = year === undefined ? '' : 'AND z.year = :year';
    return this.list(context, args, { name: `archive-${year ?? 'all'}`, where: ofYear, params: { year: year ?? 0 } });
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => ArchivedFileConnection, {
    description:
      'Files whose time is over and that no hold protects. They are destroyed by two persons, never by itself.',
  })
  dueForDestruction(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<ArchivedFile>> {
    const where = "AND z.state = 'ARCHIVED' AND z.holds = 0 AND z.keep_until <= :now";
    return this.list(context, args, { name: 'due-for-destruction', where, params: { now: this.clock.now() } });
  }

  private list(
    context: GraphContext,
    args: ConnectionArgs,
    {
      name,
      where,
      params,
    }: { readonly name: string; readonly where: string; readonly params: Record<string, unknown> },
  ): Promise<Connection<ArchivedFile>> {
    const { tenantId } = requireRole(context, 'handler', 'supervisor', 'manager', 'auditor', 'admin');
    const list = {
      name,
      order: { name: 'archived-desc', column: 'z.archived_at', direction: 'descending' },
      idColumn: 'z.case_id',
      select: ARCHIVE_COLUMNS,
      from: 'archived_case z',
      where: `z.tenant_id = :tenantId ${where}`,
      params: params as Record<string, number | Date>,
    } as const;
    const reader = this.database.reader(tenantId);
    return readConnection<ArchiveRow, ArchivedFile>(context, reader, list, args, toFile);
  }
}

function toFile(row: ArchiveRow): ArchivedFile {
  return {
    caseId: toGlobalId('Case', row.case_id),
    archiveNumber: row.archive_number,
    year: row.year,
    state: row.state,
    archivedAt: row.archived_at,
    keepUntil: row.keep_until,
    holds: row.holds,
    destructionProposedBy: row.destruction_proposed_by,
    destructionReason: row.destruction_reason,
    destroyedBy: row.destroyed_by,
    destroyedAt: row.destroyed_at,
  };
}
