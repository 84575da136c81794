import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../case-command/case-command.handler';
import { decidePromise } from './promise-reply.decide';

/** Promises a date for the answer. */
export function promiseReply(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: { readonly dueAt: Date },
): Promise<CaseResult> {
  return handleCaseCommand(dependencies, { ...call, operation: 'promiseReply', request }, (situation, context) =>
    decidePromise(situation, request, context),
  );
}
