import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { present } from '../../complaint-case/model/present-members.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import { DetermineResponsibilityInput, DetermineResponsibilityPayload } from './determine-responsibility.gql';
import { determineResponsibility } from './determine-responsibility.handler';

@Resolver(() => Case)
export class DetermineResponsibilityResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => DetermineResponsibilityPayload, {
    description: 'Determines who is responsible; the loss of a department is computed by the organisation’s base.',
  })
  determineResponsibility(
    @Arg('input', () => DetermineResponsibilityInput, { description: 'Who, and why.' })
    input: DetermineResponsibilityInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { responsible, department, person, thirdParty, reasons, lossEntries } = input;
    return this.mutations.answer('DETERMINE_RESPONSIBILITY', input, context, (call) =>
      determineResponsibility(this.dependencies, call, {
        ...{ responsible, reasons },
        lossEntries: lossEntries.map(({ entry, quantity }) => ({ entry, quantity })),
        ...present({ department, person, thirdParty }),
      }),
    );
  }
}
