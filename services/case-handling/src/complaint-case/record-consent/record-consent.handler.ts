import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../case-command/case-command.handler';
import type { RecordConsent } from './record-consent.command';
import { decideConsent } from './record-consent.decide';

/** Records what the complainant says; consent releases money, so the answer is never forgotten. */
export function recordConsent(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: RecordConsent,
): Promise<CaseResult> {
  const command = { ...call, operation: 'recordConsent', request, keepForEver: true };
  return handleCaseCommand(dependencies, command, (situation, context) => decideConsent(situation, request, context));
}
