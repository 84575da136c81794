import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../case-command/case-command.handler';
import { onceForAHarm } from '../../merged-cases/settle-once/settle-once.handler';
import type { ProposeResolution } from './propose-resolution.command';
import { decideProposal } from './propose-resolution.decide';

/** Records what the handler suggests to give. */
export function proposeResolution(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: ProposeResolution,
): Promise<CaseResult> {
  const command = { ...call, operation: 'proposeResolution', request, withLinkedCases: true };
  return handleCaseCommand(dependencies, command, async (situation, context, tx) =>
    onceForAHarm(dependencies.linkedCases, tx, situation.case, decideProposal(situation, request, context)),
  );
}
