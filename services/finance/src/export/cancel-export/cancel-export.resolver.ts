import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import type { ExportDependencies } from '../start-export/start-export.handler';
import { ExportPayload } from '../view-exports/export.gql';
import type { ExportLoader } from '../view-exports/export.reference';
import { cancelExport } from './cancel-export.handler';

@InputType({ description: 'Which export to cancel.' })
export class CancelExportInput {
  @Field(() => String, { description: 'Made by the client; the same key cancels once. 1 to 128 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The export.' })
  exportId!: string;
}

@Resolver()
export class CancelExportResolver {
  constructor(
    private readonly dependencies: ExportDependencies,
    private readonly exports: ExportLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ExportPayload, {
    description: 'Cancels an export that is not finished and deletes what was written. For those who read the books.',
  })
  async cancelExport(
    @Arg('input', () => CancelExportInput, { description: 'Which.' }) { idempotencyKey, exportId }: CancelExportInput,
    @Ctx() context: GraphContext,
  ): Promise<ExportPayload> {
    const { tenantId, subject } = requireRole(context, ...BOOK_READERS);
    const id = fromGlobalId('Export', exportId);
    const result =
      unusableKey(idempotencyKey) ??
      (id === undefined
        ? notFound('exportId')
        : await cancelExport({ tenantId, subject, idempotencyKey, exportId: id }, this.dependencies));
    return this.exports.answer(result, context);
  }
}
