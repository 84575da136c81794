import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../case-command/case-command.handler';
import type { PersonalOutcome } from './close-case.command';
import { decideClosing } from './close-case.decide';

/** Ends a case. */
export function closeCase(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly outcome: PersonalOutcome },
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'closeCase', request }, (situation, context) =>
    decideClosing(situation, request, context),
  );
}
