import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../case-command/case-command.handler';
import type { CaseMutations } from '../case-command/case-mutations';
import type { CasePayload } from '../case-command/case-payload.gql';
import { Case } from '../view-cases/case.gql';
import { ChangeLevelInput, ChangeLevelPayload } from './change-level.gql';
import { changeLevel } from './change-level.handler';

@Resolver(() => Case)
export class ChangeLevelResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ChangeLevelPayload, {
    description: 'Sets the level of a case, in a direction that the regulation permits.',
  })
  changeLevel(
    @Arg('input', () => ChangeLevelInput, { description: 'Which level, and why.' }) input: ChangeLevelInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('CHANGE_LEVEL', input, context, (call) =>
      changeLevel(this.dependencies, call, { level: input.level, reason: input.reason }),
    );
  }
}
