import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../case-command/case-command.handler';
import type { SendReply } from './send-reply.command';
import { decideReply } from './send-reply.decide';

/** Records what was told to the complainant. */
export function sendReply(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: SendReply,
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'sendReply', request }, (situation, context) =>
    decideReply(situation, request, context),
  );
}
