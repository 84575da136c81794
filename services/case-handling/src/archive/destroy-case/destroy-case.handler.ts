import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { decideDestruction, decideDestructionProposal } from './destroy-case.decide';

/** Proposes to destroy a file. */
export function proposeDestruction(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly reason: string },
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'proposeDestruction', request }, (situation, context) =>
    decideDestructionProposal(situation, request, context),
  );
}

/** Destroys a file that somebody else proposed to destroy. */
export function confirmDestruction(dependencies: CaseCommandDependencies, call: CaseCall): Promise<CaseResult> {
  const command = { ...call, operation: 'confirmDestruction', request: {} };
  return handleCaseCommand(dependencies, command, (situation, context) => decideDestruction(situation, context));
}
