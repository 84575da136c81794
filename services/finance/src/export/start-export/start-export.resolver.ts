import { compileWhere, fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { accept, refuse, type Outcome } from '@redress/kernel';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Resolver } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { unusableKey } from '../../public-graph/command-input.rules';
import type { SavedViews } from '../../saved-view/model/saved-view.repository';
import { readSavedConditions } from '../../saved-view/view-views/saved-conditions.gql';
import { conditionsFor } from '../../settlement/view-settlements/settlement-conditions.query';
import type { ExportRefusal } from '../model/export.errors';
import type { ExportRequest } from '../model/export.model';
import { ExportPayload } from '../view-exports/export.gql';
import type { ExportLoader } from '../view-exports/export.reference';
import { StartExportInput } from './start-export.gql';
import { startExport, type ExportDependencies } from './start-export.handler';

@Resolver()
export class StartExportResolver {
  constructor(
    private readonly dependencies: ExportDependencies,
    private readonly views: SavedViews,
    private readonly exports: ExportLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ExportPayload, {
    description:
      'Starts an export in the background; its head is in the language of this request. For those who read the books.',
  })
  async startExport(
    @Arg('input', () => StartExportInput, { description: 'What to export.' }) input: StartExportInput,
    @Ctx() context: GraphContext,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<ExportPayload> {
    const { tenantId, subject } = requireRole(context, ...BOOK_READERS);
    const { idempotencyKey, kind, format } = input;
    const unusable = unusableKey(idempotencyKey);
    if (unusable !== undefined) return this.exports.answer(unusable, context);
    const request = await this.requested(input, context, schema);
    if (!request.ok) return this.exports.answer({ outcome: request, replayed: false }, context);
    const command = { tenantId, subject, idempotencyKey, kind, format, locale: context.locale, request: request.value };
    return this.exports.answer(await startExport(command, this.dependencies), context);
  }

  /** What is asked for, with what the view holds; plain JSON, because another process reads it later. */
  private async requested(
    { settlements, view, columns, bookedIn, afterPosition, from, to, currency }: StartExportInput,
    { viewer }: GraphContext,
    schema: GraphQLResolveInfo['schema'],
  ): Promise<Outcome<ExportRequest, ExportRefusal>> {
    // What a later process could not compile is refused to whoever asks.
    compileWhere(settlements, conditionsFor(true));
    const own = { settlements, columns, bookedIn, afterPosition, from, to, currency };
    if (view === undefined) return accept(plain(own));
    const id = fromGlobalId('SettlementView', view);
    const reader = this.dependencies.database.reader(viewer.tenantId);
    const [saved] = id === undefined ? [] : await this.views.usableBy(reader, viewer.subject, id);
    if (saved === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'view'] });
    const { where, problems } = readSavedConditions(schema, saved.conditions);
    if (problems.length > 0) {
      const [code, path] = ['FINANCE_VIEW_OUTDATED', ['input', 'view']] as const;
      return refuse({ code, path, facts: { name: saved.name, problems: problems.join(' ') } });
    }
    const both = { AND: [where, settlements].filter((each) => each !== undefined) };
    compileWhere(both, conditionsFor(true));
    return accept(plain({ ...own, settlements: both, columns: columns ?? saved.columns }));
  }
}

function plain(request: object): ExportRequest {
  return JSON.parse(JSON.stringify(request)) as ExportRequest;
}
