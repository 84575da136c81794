import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { decideCompletionOfAction } from './complete-action.decide';
import { decideEffect, decideExemption, type ConfirmEffect } from './confirm-effect.decide';
import { decidePlanning, type PlanAction } from './plan-action.decide';

/** Plans an action. */
export function planAction(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: PlanAction,
): Promise<CaseResult> {
  return handleCaseCommand(
    dependencies,
    { ...call, operation: 'planAction', request },
    async (situation, context, tx) => {
      const owner = await dependencies.staff.bySubject(tx, request.owner);
      return decidePlanning(situation, request, { ownerIsStaff: owner?.active === true, context });
    },
  );
}

/** Notes that an action was carried out. */
export function completeAction(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly actionId: string; readonly outcome: string },
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'completeAction', request }, (situation, context) =>
    decideCompletionOfAction(situation, request, context),
  );
}

/** Notes whether actions have an effect. */
export function confirmEffect(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: ConfirmEffect,
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'confirmEffect', request }, (situation, context) =>
    decideEffect(situation, request, context),
  );
}

/** Notes that no improvement is tracked. */
export function exemptActions(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly reason: string },
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'exemptActions', request }, (situation, context) =>
    decideExemption(situation, request, context),
  );
}
