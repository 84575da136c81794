import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../case-command/case-command.handler';
import type { ProposeResolution } from './propose-resolution.command';
import { decideProposal } from './propose-resolution.decide';

/** Records what the handler suggests to give. */
export function proposeResolution(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: ProposeResolution,
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'proposeResolution', request }, (situation, context) =>
    decideProposal(situation, request, context),
  );
}
