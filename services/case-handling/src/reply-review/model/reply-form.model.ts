import type { Regulation } from '@redress/regulations';
import type { ReplyForm } from '../../complaint-case/model/case.model';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import type { CaseRefusal } from '../../complaint-case/model/case.rules';

type ReplyProvision = NonNullable<Regulation['reply']>;

const WRITTEN: ReadonlySet<ReplyForm> = new Set(['WRITTEN', 'LETTER', 'EMAIL', 'SMS']);

/** Whether something stays of it that can be read. */
export function isWritten(form: ReplyForm): boolean {
  return WRITTEN.has(form);
}

/** The form of a reply for which its author named none. */
export function usualForm(plan: CasePlan | undefined): ReplyForm {
  const reply = plan?.regulation.reply;
  return reply?.default ?? reply?.forms[0] ?? 'WRITTEN';
}

/** The regulation's forms; `WRITTEN` and `ORAL` stand for all of their kind, and are understood by every one of it. */
export function unfitForm(
  plan: CasePlan | undefined,
  form: ReplyForm,
  reason: string | undefined,
): readonly CaseRefusal[] {
  const reply = plan?.regulation.reply;
  if (reply === undefined) return [];
  const path = ['input', 'form'];
  if (!isAmong(reply.forms, form)) {
    return [{ code: 'CASE_REPLY_FORM_NOT_KNOWN', path, details: { allowed: reply.forms } }];
  }
  const needsReason = reply.default === 'WRITTEN' && !isWritten(form);
  return needsReason && (reason ?? '').trim() === ''
    ? [{ code: 'CASE_ORAL_REASON_MISSING', path: ['input', 'reason'] }]
    : [];
}

function isAmong(forms: ReplyProvision['forms'], form: ReplyForm): boolean {
  const ofItsKind = forms.filter((each) => isWritten(each) === isWritten(form));
  if (form === 'WRITTEN' || form === 'ORAL') return ofItsKind.length > 0;
  return ofItsKind.some((each) => each === form || each === 'WRITTEN' || each === 'ORAL');
}
