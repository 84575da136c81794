import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../case-command/case-command.handler';
import type { CaseMutations } from '../case-command/case-mutations';
import type { CasePayload } from '../case-command/case-payload.gql';
import { Case } from '../view-cases/case.gql';
import {
  ApproveStageInput,
  ApproveStagePayload,
  ReturnStageInput,
  ReturnStagePayload,
  SkipStageInput,
  SkipStagePayload,
} from './decide-stage.gql';
import { approveStage, returnStage, skipStage } from './decide-stage.handler';

@Resolver(() => Case)
export class DecideStageResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ApproveStagePayload, {
    description: 'Approves what a stage produced, or the act that it is about to take.',
  })
  approveStage(
    @Arg('input', () => ApproveStageInput, { description: 'Which stage.' }) input: ApproveStageInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('APPROVE_STAGE', input, context, (call) =>
      approveStage(this.dependencies, call, { stage: input.stage }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => ReturnStagePayload, { description: 'Sends back what a stage produced, so that it is done anew.' })
  returnStage(
    @Arg('input', () => ReturnStageInput, { description: 'Which stage, and why.' }) input: ReturnStageInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('RETURN_STAGE', input, context, (call) =>
      returnStage(this.dependencies, call, { stage: input.stage, reason: input.reason }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => SkipStagePayload, { description: 'Leaves out a stage that the regulation leaves to its performers.' })
  skipStage(
    @Arg('input', () => SkipStageInput, { description: 'Which stage, and why.' }) input: SkipStageInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('SKIP_STAGE', input, context, (call) =>
      skipStage(this.dependencies, call, { stage: input.stage, reason: input.reason }),
    );
  }
}
