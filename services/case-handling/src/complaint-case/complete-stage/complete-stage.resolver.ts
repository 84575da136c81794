import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../case-command/case-command.handler';
import type { CaseMutations } from '../case-command/case-mutations';
import type { CasePayload } from '../case-command/case-payload.gql';
import { present } from '../model/present-members.model';
import { Case } from '../view-cases/case.gql';
import { CompleteStageInput, CompleteStagePayload } from './complete-stage.gql';
import { completeStage } from './complete-stage.handler';

@Resolver(() => Case)
export class CompleteStageResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => CompleteStagePayload, {
    description: 'Writes down what a stage asks for: inspection, opinion, meeting, responsibility.',
  })
  completeStage(
    @Arg('input', () => CompleteStageInput, { description: 'What was written.' }) input: CompleteStageInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('COMPLETE_STAGE', input, context, (call) =>
      completeStage(this.dependencies, call, {
        stage: input.stage,
        sections: input.sections,
        ...present({ note: input.note }),
      }),
    );
  }
}
