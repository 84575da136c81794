import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { decideArchiving, decideHold, decideLifting } from './archive-case.decide';

/** Archives a case. */
export function archiveCase(dependencies: CaseCommandDependencies, call: CaseCall): Promise<CaseResult> {
  const command = { ...call, operation: 'archiveCase', request: {} };
  return handleCaseCommand(dependencies, command, (situation, context) => decideArchiving(situation, context));
}

/** Keeps a file from being destroyed. */
export function placeLegalHold(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly reason: string },
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'placeLegalHold', request }, (situation, context) =>
    decideHold(situation, request, context),
  );
}

/** Ends a hold. */
export function liftLegalHold(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly holdId: string },
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'liftLegalHold', request }, (situation, context) =>
    decideLifting(situation, request, context),
  );
}
