import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { present } from '../../complaint-case/model/present-members.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import { UrgeCaseInput, UrgeCasePayload } from './urge-case.gql';
import { urgeCase } from './urge-case.handler';

@Resolver(() => Case)
export class UrgeCaseResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => UrgeCasePayload, { description: 'Urges those for whom the case waits (催办单).' })
  urgeCase(
    @Arg('input', () => UrgeCaseInput, { description: 'What is waited for, and what the reminder says.' })
    input: UrgeCaseInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('URGE_CASE', input, context, (call) =>
      urgeCase(this.dependencies, call, { text: input.text, ...present({ stage: input.stage }) }),
    );
  }
}
