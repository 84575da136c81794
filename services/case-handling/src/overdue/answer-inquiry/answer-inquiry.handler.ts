import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { decideAnswer, type AnswerInquiry } from './answer-inquiry.decide';

/** Records why a stage was late. */
export function answerInquiry(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: AnswerInquiry,
): Promise<CaseResult> {
  return handleCaseCommand(
    dependencies,
    { ...call, operation: 'answerOverdueInquiry', request },
    (situation, context) => decideAnswer(situation, request, context),
  );
}
