import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { decideRequest, type RequestExtension } from './request-extension.decide';

/** Asks for more time for a stage. */
export function requestExtension(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: RequestExtension,
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'requestExtension', request }, (situation, context) =>
    decideRequest(situation, request, context),
  );
}
