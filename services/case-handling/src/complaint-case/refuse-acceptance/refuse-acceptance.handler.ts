import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../case-command/case-command.handler';
import { decideRefusal, type RefuseAcceptance } from './refuse-acceptance.decide';

/** Refuses a complaint for a ground of the regulation. */
export function refuseAcceptance(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: RefuseAcceptance,
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'refuseAcceptance', request }, (situation, context) =>
    decideRefusal(situation, request, context),
  );
}
