import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { present } from '../../complaint-case/model/present-members.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import {
  CompleteActionInput,
  CompleteActionPayload,
  ConfirmEffectInput,
  ConfirmEffectPayload,
  ExemptActionsInput,
  ExemptActionsPayload,
  PlanActionInput,
  PlanActionPayload,
} from './change-actions.gql';
import { completeAction, confirmEffect, exemptActions, planAction } from './change-actions.handler';

@Resolver(() => Case)
export class ChangeActionsResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => PlanActionPayload, {
    description: 'Plans a corrective, preventive, improving or containing action (纠正措施、预防措施).',
  })
  planAction(
    @Arg('input', () => PlanActionInput, { description: 'What, by whom, by when.' }) input: PlanActionInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { kind, description, owner, dueAt, permanent, factor, newProblemCheck } = input;
    const action = input.kind === 'CONTAINMENT' ? 'PLAN_CONTAINMENT' : 'PLAN_ACTION';
    return this.mutations.answer(action, input, context, (call) =>
      planAction(this.dependencies, call, {
        ...{ kind, description, owner, dueAt, permanent },
        ...present({ factor, newProblemCheck }),
      }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => CompleteActionPayload, { description: 'Notes that an action was carried out.' })
  completeAction(
    @Arg('input', () => CompleteActionInput, { description: 'Which.' }) input: CompleteActionInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { actionId, outcome } = input;
    return this.mutations.answer('COMPLETE_ACTION', input, context, (call) =>
      completeAction(this.dependencies, call, { actionId, outcome }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => ConfirmEffectPayload, {
    description: 'Confirms the effect of measures (效果确认), or says that there is none.',
  })
  confirmEffect(
    @Arg('input', () => ConfirmEffectInput, { description: 'What was found.' }) input: ConfirmEffectInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { effective, findings, newProblems, actionIds } = input;
    return this.mutations.answer('CONFIRM_EFFECT', input, context, (call) =>
      confirmEffect(this.dependencies, call, { effective, findings, ...present({ newProblems, actionIds }) }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => ExemptActionsPayload, {
    description: 'Notes that no improvement is tracked, where the regulation exempts the case.',
  })
  exemptActions(
    @Arg('input', () => ExemptActionsInput, { description: 'Why.' }) input: ExemptActionsInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('EXEMPT_ACTIONS', input, context, (call) =>
      exemptActions(this.dependencies, call, { reason: input.reason }),
    );
  }
}
