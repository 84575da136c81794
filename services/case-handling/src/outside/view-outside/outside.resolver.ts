import type { GraphContext } from '@redress/graphql-runtime';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isStaff } from '../../complaint-case/model/case.rules';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { CaseDetails } from '../../complaint-case/view-cases/case-details.loader';
import { readLegalSteps, readProceedings } from './outside-rows.query';
import { ExternalProceeding, LegalStep } from './outside.gql';

@Resolver(() => Case)
export class OutsideResolver {
  constructor(private readonly details: CaseDetails) {}

  @FieldResolver(() => [LegalStep], { description: 'Its legal steps, the oldest first; empty for the complainant.' })
  async legalSteps(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<LegalStep[]> {
    if (!isStaff(context.viewer)) return [];
    return [...(await this.details.of(context, 'legal-steps', stored.id, readLegalSteps))];
  }

  @FieldResolver(() => [ExternalProceeding], {
    description: 'Where it is, or was, outside the organisation; empty for the complainant.',
  })
  async externalProceedings(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<ExternalProceeding[]> {
    if (!isStaff(context.viewer)) return [];
    return [...(await this.details.of(context, 'proceedings', stored.id, readProceedings))];
  }
}
