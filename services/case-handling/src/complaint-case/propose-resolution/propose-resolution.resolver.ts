import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../case-command/case-command.handler';
import type { CaseMutations } from '../case-command/case-mutations';
import type { CasePayload } from '../case-command/case-payload.gql';
import { Case } from '../view-cases/case.gql';
import { ProposeResolutionInput, ProposeResolutionPayload } from './propose-resolution.gql';
import { proposeResolution } from './propose-resolution.handler';
import { remediesFromInput } from './remedies-from-input';

@Resolver(() => Case)
export class ProposeResolutionResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ProposeResolutionPayload, {
    description: 'Proposes what to give to the complainant, by the assigned handler; somebody else approves it.',
  })
  proposeResolution(
    @Arg('input', () => ProposeResolutionInput, { description: 'The resolution.' }) input: ProposeResolutionInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('PROPOSE_RESOLUTION', input, context, async (call) => {
      const remedies = remediesFromInput(input.remedies);
      if (!remedies.ok) return { outcome: remedies, replayed: false };
      return proposeResolution(this.dependencies, call, { text: input.text, remedies: remedies.value });
    });
  }
}
