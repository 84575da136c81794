import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../case-command/case-command.handler';
import { onceForAHarm } from '../../merged-cases/settle-once/settle-once.handler';
import { decideApproval, decideRejection } from './decide-resolution.decide';

/** Approves the proposal; finance draws up settlements from it, so the answer is never forgotten. */
export function approveResolution(dependencies: CaseCommandDependencies, call: CaseCall): Promise<CaseResult> {
  const command = { ...call, operation: 'approveResolution', request: null, keepForEver: true, withLinkedCases: true };
  return handleCaseCommand(dependencies, command, async (situation, context, tx) => {
    const linkedAmounts = await dependencies.cases.linkedAmounts(tx, situation.case.id);
    return onceForAHarm(
      dependencies.linkedCases,
      tx,
      situation.case,
      decideApproval({ ...situation, linkedAmounts }, context),
    );
  });
}

/** Sends the proposal back. */
export function rejectResolution(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly reason: string },
): Promise<CaseResult> {
  return handleCaseCommand(
    dependencies,
    { ...call, operation: 'rejectResolution', request },
    async (situation, context, tx) => {
      const linkedAmounts = await dependencies.cases.linkedAmounts(tx, situation.case.id);
      return decideRejection({ ...situation, linkedAmounts }, request, context);
    },
  );
}
