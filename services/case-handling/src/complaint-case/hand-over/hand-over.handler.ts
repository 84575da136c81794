import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../case-command/case-command.handler';
import { decideConfirmation, decideHandOver, type HandOver } from './hand-over.decide';
import type { HandOvers } from './hand-overs.repository';

export interface HandOverDependencies extends CaseCommandDependencies {
  readonly handOvers: HandOvers;
}

/** Records that something was handed over. */
export function handOver(dependencies: HandOverDependencies, call: CaseCall, request: HandOver): Promise<CaseResult> {
  return handleCaseCommand(
    dependencies,
    { ...call, operation: 'handOver', request },
    async (situation, context, tx) => {
      const receiver = await dependencies.staff.bySubject(tx, request.to);
      return decideHandOver(situation, request, { isStaff: receiver?.active === true, context });
    },
  );
}

/** The receiver confirms a hand-over. */
export function confirmHandOver(
  dependencies: HandOverDependencies,
  call: CaseCall,
  request: { readonly handOverId: string },
): Promise<CaseResult> {
  return handleCaseCommand(
    dependencies,
    { ...call, operation: 'confirmHandOver', request },
    async (situation, context, tx) => {
      const recorded = await dependencies.handOvers.find(tx, situation.case.id, request.handOverId);
      return decideConfirmation(situation, recorded, context);
    },
  );
}
