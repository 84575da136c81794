import {
  handleCaseCommand,
  type CaseCall,
  type CaseCommandDependencies,
  type CaseResult,
} from '../../complaint-case/case-command/case-command.handler';
import { waitingDraft, type ReplyDraft } from '../model/reply-review.model';
import { decideReview, type ReviewReply } from './review-reply.decide';

const DRAFT = `
  SELECT d.id, d.purpose, d.form, d.text, d.reason, d.submitted_by AS submittedBy FROM reply_draft d
  WHERE d.tenant_id = :tenantId AND d.case_id = :caseId AND d.id = :id`;

/** Reviews the reply that waits for it; sending the decision may release money, so the answer is never forgotten. */
export function reviewReply(
  dependencies: CaseCommandDependencies,
  call: CaseCall,
  request: ReviewReply,
): Promise<CaseResult> {
  const command = { ...call, operation: 'reviewReply', request, keepForEver: true };
  return handleCaseCommand(dependencies, command, async (situation, context, tx) => {
    const { case: current } = situation;
    const waiting = waitingDraft(current);
    const [draft] =
      waiting === undefined ? [] : await tx.query<ReplyDraft>(DRAFT, { caseId: current.id, id: waiting.id });
    return decideReview(situation, request, { draft, context });
  });
}
