import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import type { Disciplines } from '../model/eight-d.model';
import { decideEightD, decideSignature } from './write-eight-d.decide';

/** Submits a version of the 8D report for signature. */
export function submitEightD(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: Disciplines,
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'submitEightD', request }, (situation, context) =>
    decideEightD(situation, request, context),
  );
}

/** Signs the 8D report. */
export function signEightD(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly reportId: string },
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'signEightD', request }, (situation, context) =>
    decideSignature(situation, request, context),
  );
}
