import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { decideUrging, type UrgeCase } from './urge-case.decide';

/** Urges those for whom a case waits. */
export function urgeCase(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: UrgeCase,
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'urgeCase', request }, (situation, context) =>
    decideUrging(situation, request, context),
  );
}
