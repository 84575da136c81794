import type { ReplyForm } from '../../complaint-case/model/case.model';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import type { SentPurpose } from '../../complaint-case/model/sent-purpose.model';
import { isWritten } from './reply-form.model';

/** A reply that its author has written, and that nobody has reviewed yet. */
export interface ReplyDraft {
  readonly id: string;
  readonly purpose: SentPurpose;
  readonly form: ReplyForm;
  readonly text: string;
  readonly reason: string | null;
  readonly submittedBy: string;
}

/** What a case keeps of the reply that waits for its review. */
export interface KeptDraft {
  readonly id: string;
  readonly by: string;
}

const KEY = 'replyDraft';

/** The reply that waits for its review. */
export function waitingDraft({ kept }: Pick<ComplaintCase, 'kept'>): KeptDraft | undefined {
  return kept[KEY] as KeptDraft | undefined;
}

/** Changes which reply waits for its review. */
export function withDraft(current: ComplaintCase, draft: KeptDraft | undefined): Partial<ComplaintCase> {
  const { [KEY]: _, ...rest } = current.kept;
  return { kept: draft === undefined ? rest : { ...rest, [KEY]: draft } };
}

/** Whether the regulation has a reply of this form reviewed before it goes out. */
export function isReviewed(plan: CasePlan | undefined, form: ReplyForm): boolean {
  return plan?.regulation.reply?.reviewedBy !== undefined && isWritten(form);
}
