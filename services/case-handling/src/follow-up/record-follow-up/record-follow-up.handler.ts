import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import type { FollowUp } from '../model/follow-up.model';
import { decideFollowUp } from './record-follow-up.decide';

/** Records a follow-up. */
export function recordFollowUp(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: FollowUp,
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'recordFollowUp', request }, (situation, context) =>
    decideFollowUp(situation, request, context),
  );
}
