import {
  ConnectionArgs,
  fromGlobalId,
  JsonScalar,
  ListCost,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import { STAFF_ROLES } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { checkRegulation } from '@redress/regulations';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { RegulationSignature } from '../../adoption/view-regulations/signature.gql';
import { contentOf, SENT_FILE } from '../draft-regulation/check-document';
import type { Signature } from '../model/regulation-draft.model';
import { DRAFT_COLUMNS, readSignatures, type StoredDraft } from './draft-rows.query';
import { toDraft, toProblem } from './draft-view.mapper';
import { draftById } from './regulation-draft.reference';
import { RegulationDraft, RegulationDraftConnection, RegulationProblem } from './regulation-draft.gql';

@Resolver(() => RegulationDraft)
export class DraftsResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @Query(() => RegulationDraft, { nullable: true, description: 'A regulation that the organisation writes, or none.' })
  async regulationDraft(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<RegulationDraft | null> {
    requireRole(context, ...STAFF_ROLES);
    const draftId = fromGlobalId('RegulationDraft', id);
    return draftId === undefined ? null : draftById(this.database, context, draftId);
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => RegulationDraftConnection, {
    description: 'The regulations that the organisation writes, newest first.',
  })
  regulationDrafts(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<RegulationDraft>> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const list = {
      name: 'regulation-drafts',
      order: { name: 'drafted-desc', column: 'd.drafted_at', direction: 'descending' },
      idColumn: 'd.id',
      select: DRAFT_COLUMNS,
      from: 'regulation_draft d',
      where: 'd.tenant_id = :tenantId',
      params: {},
    } as const;
    return readConnection<StoredDraft, RegulationDraft>(context, this.database.reader(tenantId), list, args, toDraft);
  }

  @Directive('@authenticated')
  @Query(() => [RegulationProblem], {
    description: 'The mistakes in the file of a regulation; none when it is good. Nothing is stored. For admins.',
  })
  regulationProblems(
    @Arg('document', () => JsonScalar, { description: 'The regulation: an object, or the text of the file.' })
    document: unknown,
    @Ctx() context: GraphContext,
  ): RegulationProblem[] {
    requireRole(context, 'admin');
    return checkRegulation(SENT_FILE, contentOf(document)).map(toProblem);
  }

  @FieldResolver(() => [RegulationSignature], { description: 'Who signed this text, in order.' })
  signatures(@Root() draft: RegulationDraft, @Ctx() context: GraphContext): Promise<readonly RegulationSignature[]> {
    return this.signed(draft, context);
  }

  @FieldResolver(() => [String], { description: 'Signatories, by code, without whom it cannot be published.' })
  async missingSignatories(@Root() draft: RegulationDraft, @Ctx() context: GraphContext): Promise<readonly string[]> {
    const asked = draft.regulation.signatories;
    if (asked.length === 0) return [];
    const signed = new Set((await this.signed(draft, context)).map(({ signatory }) => signatory));
    return asked.map(({ signatory }) => signatory).filter((signatory) => !signed.has(signatory));
  }

  private async signed({ draftId }: RegulationDraft, context: GraphContext): Promise<readonly Signature[]> {
    const loader = context.loader<string, readonly Signature[]>('draft-signatures', async (draftIds) => {
      const signatures = await readSignatures(this.database.reader(context.viewer.tenantId), draftIds);
      return draftIds.map((id) => signatures.get(id) ?? []);
    });
    return (await loader.load(draftId)) ?? [];
  }
}
