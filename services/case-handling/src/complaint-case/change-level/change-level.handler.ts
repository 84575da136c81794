import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../case-command/case-command.handler';
import { decideLevel } from './change-level.decide';

/** Sets the level of a case. */
export function changeLevel(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly level: string; readonly reason: string },
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'changeLevel', request }, (situation, context) =>
    decideLevel(situation, request, context),
  );
}
