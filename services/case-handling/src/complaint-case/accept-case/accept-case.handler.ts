import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../case-command/case-command.handler';
import { decideAcceptance } from './accept-case.decide';

/** Takes the complaint on for handling. */
export function acceptCase(dependencies: CaseCommandDependencies, call: CaseCall): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'acceptCase', request: null }, decideAcceptance);
}
