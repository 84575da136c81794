import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../case-command/case-command.handler';
import type { CaseMutations } from '../case-command/case-mutations';
import type { CasePayload } from '../case-command/case-payload.gql';
import { Case } from '../view-cases/case.gql';
import { CLOSING_ACTION } from './close-case.command';
import { CloseCaseInput, CloseCasePayload } from './close-case.gql';
import { closeCase } from './close-case.handler';

@Resolver(() => Case)
export class CloseCaseResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => CloseCasePayload, { description: 'Closes a case (结案).' })
  closeCase(
    @Arg('input', () => CloseCaseInput, { description: 'Which case, and how it ended.' }) input: CloseCaseInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { outcome } = input;
    return this.mutations.answer(CLOSING_ACTION[outcome], input, context, (call) =>
      closeCase(this.dependencies, call, { outcome }),
    );
  }
}
