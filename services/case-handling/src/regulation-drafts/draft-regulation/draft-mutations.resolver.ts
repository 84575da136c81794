import { fromGlobalId, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES, type Refusal } from '@redress/kernel';
import { checkRegulation } from '@redress/regulations';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { unfitIdempotencyKey } from '../../idempotency-key.rules';
import { publishRegulation } from '../publish-regulation/publish-regulation.handler';
import { signRegulation } from '../sign-regulation/sign-regulation.handler';
import { toProblem } from '../view-drafts/draft-view.mapper';
import { draftById } from '../view-drafts/regulation-draft.reference';
import { RegulationDraft } from '../view-drafts/regulation-draft.gql';
import { contentOf, SENT_FILE } from './check-document';
import {
  DraftRegulationInput,
  PublishRegulationInput,
  RegulationDraftPayload,
  SignRegulationInput,
} from './draft-mutations.gql';
import { draftRegulation, type DraftDependencies, type DraftResult } from './draft-regulation.handler';

@Resolver(() => RegulationDraft)
export class DraftMutationsResolver {
  constructor(private readonly dependencies: DraftDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => RegulationDraftPayload, {
    description: 'Stores a regulation of the organisation’s own, unless it has a mistake. For admins.',
  })
  async draftRegulation(
    @Arg('input', () => DraftRegulationInput, { description: 'The regulation.' }) input: DraftRegulationInput,
    @Ctx() context: GraphContext,
  ): Promise<RegulationDraftPayload> {
    const viewer = requireRole(context, 'admin');
    const { idempotencyKey, draftId, expectedVersion } = input;
    const unfit = unfitIdempotencyKey(idempotencyKey);
    if (unfit !== undefined) return refused([unfit], context);
    const content = contentOf(input.document);
    const command = {
      content,
      gapDecisionIds: (input.gapDecisionIds ?? []).map((id) => fromGlobalId('GapDecision', id) ?? id),
      ...(draftId === undefined || draftId === null
        ? {}
        : {
            rewrites: { draftId: fromGlobalId('RegulationDraft', draftId), expectedVersion: expectedVersion ?? 0 },
          }),
    };
    const result = await draftRegulation(this.dependencies, viewer, idempotencyKey, command);
    const problems = result.outcome.ok ? [] : checkRegulation(SENT_FILE, content).map(toProblem);
    return { ...(await this.answer(result, context)), problems };
  }

  @Directive('@authenticated')
  @Mutation(() => RegulationDraftPayload, {
    description: 'Signs a draft for a signatory of its change control. For whoever is that signatory.',
  })
  async signRegulation(
    @Arg('input', () => SignRegulationInput, { description: 'What is signed.' }) input: SignRegulationInput,
    @Ctx() context: GraphContext,
  ): Promise<RegulationDraftPayload> {
    const viewer = requireRole(context, ...STAFF_ROLES);
    const { idempotencyKey, expectedVersion, signatory } = input;
    const unfit = unfitIdempotencyKey(idempotencyKey);
    if (unfit !== undefined) return refused([unfit], context);
    const command = { draftId: fromGlobalId('RegulationDraft', input.draftId), expectedVersion, signatory };
    return this.answer(await signRegulation(this.dependencies, viewer, idempotencyKey, command), context);
  }

  @Directive('@authenticated')
  @Mutation(() => RegulationDraftPayload, {
    description: 'Makes the next version of a regulation out of a draft that everybody signed. For admins.',
  })
  async publishRegulation(
    @Arg('input', () => PublishRegulationInput, { description: 'What is published.' }) input: PublishRegulationInput,
    @Ctx() context: GraphContext,
  ): Promise<RegulationDraftPayload> {
    const viewer = requireRole(context, 'admin');
    const { idempotencyKey, expectedVersion, effectiveFrom } = input;
    const unfit = unfitIdempotencyKey(idempotencyKey);
    if (unfit !== undefined) return refused([unfit], context);
    const command = { draftId: fromGlobalId('RegulationDraft', input.draftId), expectedVersion, effectiveFrom };
    return this.answer(await publishRegulation(this.dependencies, viewer, idempotencyKey, command), context);
  }

  private async answer({ outcome, replayed }: DraftResult, context: GraphContext): Promise<RegulationDraftPayload> {
    if (!outcome.ok) return refused(outcome.refusals, context);
    const draft = await draftById(this.dependencies.database, context, outcome.value.draftId);
    return { draft, problems: [], replayed, userErrors: [] };
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): RegulationDraftPayload {
  return { draft: null, problems: [], replayed: false, userErrors: toUserErrors(refusals, context) };
}
