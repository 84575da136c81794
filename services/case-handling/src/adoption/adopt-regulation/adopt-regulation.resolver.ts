import { requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { Refusal } from '@redress/kernel';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { unfitIdempotencyKey } from '../../idempotency-key.rules';
import { Adoption } from '../view-regulations/adoption.gql';
import { toAdoption } from '../view-regulations/adoption-view.mapper';
import { AdoptRegulationInput, AdoptRegulationPayload } from './adopt-regulation.gql';
import { adoptRegulation, type AdoptRegulationDependencies } from './adopt-regulation.handler';
import { termsFromInput } from './settings-from-input';

@Resolver(() => Adoption)
export class AdoptRegulationResolver {
  constructor(private readonly dependencies: AdoptRegulationDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => AdoptRegulationPayload, {
    description: 'Puts a regulation into force for complaints received from a moment on. For admins.',
  })
  async adoptRegulation(
    @Arg('input', () => AdoptRegulationInput, { description: 'Which, from when on.' }) input: AdoptRegulationInput,
    @Ctx() context: GraphContext,
  ): Promise<AdoptRegulationPayload> {
    const viewer = requireRole(context, 'admin');
    const { idempotencyKey } = input;
    const unfit = unfitIdempotencyKey(idempotencyKey);
    if (unfit !== undefined) return refused([unfit], context);
    const terms = termsFromInput(input);
    if (!terms.ok) return refused(terms.refusals, context);
    const { outcome, replayed } = await adoptRegulation(this.dependencies, viewer, idempotencyKey, terms.value);
    if (!outcome.ok) return refused(outcome.refusals, context);
    const { database, adoptions } = this.dependencies;
    const adoption = await adoptions.find(database.reader(viewer.tenantId), outcome.value.adoptionId);
    return { adoption: adoption === undefined ? null : toAdoption(adoption), replayed, userErrors: [] };
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): AdoptRegulationPayload {
  return { adoption: null, replayed: false, userErrors: toUserErrors(refusals, context) };
}
