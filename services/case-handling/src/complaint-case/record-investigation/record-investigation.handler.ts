import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../case-command/case-command.handler';
import type { RecordInvestigation } from './record-investigation.command';
import { decideInvestigation } from './record-investigation.decide';

/** Records what the handler found out. */
export function recordInvestigation(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: RecordInvestigation,
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'recordInvestigation', request }, (situation, context) =>
    decideInvestigation(situation, request, context),
  );
}
