import { requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { STAFF_ROLES, type Refusal } from '@redress/kernel';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { unfitIdempotencyKey } from '../../idempotency-key.rules';
import type { AdoptRegulationDependencies } from '../adopt-regulation/adopt-regulation.handler';
import { termsFromInput } from '../adopt-regulation/settings-from-input';
import { Adoption } from '../view-regulations/adoption.gql';
import { readAdoptionSignatures } from './adoption-signatures.query';
import { SignAdoptionInput, SignAdoptionPayload } from './sign-adoption.gql';
import { signAdoption } from './sign-adoption.handler';

@Resolver(() => Adoption)
export class SignAdoptionResolver {
  constructor(private readonly dependencies: AdoptRegulationDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => SignAdoptionPayload, {
    description: 'Signs the terms of an adoption for a signatory of the regulation. For whoever is that signatory.',
  })
  async signAdoption(
    @Arg('input', () => SignAdoptionInput, { description: 'What is signed.' }) input: SignAdoptionInput,
    @Ctx() context: GraphContext,
  ): Promise<SignAdoptionPayload> {
    const viewer = requireRole(context, ...STAFF_ROLES);
    const { idempotencyKey, signatory } = input;
    const unfit = unfitIdempotencyKey(idempotencyKey);
    if (unfit !== undefined) return refused([unfit], context);
    const terms = termsFromInput(input);
    if (!terms.ok) return refused(terms.refusals, context);
    const command = { terms: terms.value, signatory };
    const { outcome, replayed } = await signAdoption(this.dependencies, viewer, idempotencyKey, command);
    if (!outcome.ok) return refused(outcome.refusals, context);
    const digest = outcome.value.terms;
    const signed = await readAdoptionSignatures(this.dependencies.database.reader(viewer.tenantId), [digest]);
    return { terms: digest, signatures: signed.get(digest) ?? [], replayed, userErrors: [] };
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): SignAdoptionPayload {
  return { terms: null, signatures: [], replayed: false, userErrors: toUserErrors(refusals, context) };
}
