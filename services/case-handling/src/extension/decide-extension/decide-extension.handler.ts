import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { decideExtending, type DecideExtension } from './decide-extension.decide';

/** Decides whether a stage is given more time. */
export function decideExtension(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: DecideExtension,
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'decideExtension', request }, (situation, context) =>
    decideExtending(situation, request, context),
  );
}
