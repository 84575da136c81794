import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../case-command/case-command.handler';
import { decideCompletion, type CompleteStage } from './complete-stage.decide';

/** Finishes a stage by what it asks to be written down. */
export function completeStage(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: CompleteStage,
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'completeStage', request }, (situation, context) =>
    decideCompletion(situation, request, context),
  );
}
