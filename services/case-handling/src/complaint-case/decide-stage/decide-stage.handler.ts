import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../case-command/case-command.handler';
import { decideSkipping, decideStageApproval, decideStageReturn } from './decide-stage.decide';

/** Approves what a stage produced. */
export function approveStage(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly stage: string },
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'approveStage', request }, (situation, context) =>
    decideStageApproval(situation, request, context),
  );
}

/** A stage, and why something is done with it. */
export interface StageReason {
  readonly stage: string;
  readonly reason: string;
}

/** Sends back what a stage produced. */
export function returnStage(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: StageReason,
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'returnStage', request }, (situation, context) =>
    decideStageReturn(situation, request, context),
  );
}

/** Leaves out an optional stage. */
export function skipStage(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: StageReason,
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'skipStage', request }, (situation, context) =>
    decideSkipping(situation, request, context),
  );
}
