import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../case-command/case-command.handler';
import type { CaseMutations } from '../case-command/case-mutations';
import type { CasePayload } from '../case-command/case-payload.gql';
import { Case } from '../view-cases/case.gql';
import { AcceptCaseInput, AcceptCasePayload } from './accept-case.gql';
import { acceptCase } from './accept-case.handler';

@Resolver(() => Case)
export class AcceptCaseResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => AcceptCasePayload, { description: 'Accepts a complaint for handling (受理).' })
  acceptCase(
    @Arg('input', () => AcceptCaseInput, { description: 'Which case.' }) input: AcceptCaseInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('ACCEPT_CASE', input, context, (call) => acceptCase(this.dependencies, call));
  }
}
