import { accept, refuse, type Money, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { CaseRefusal, Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { present } from '../../complaint-case/model/present-members.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { aPaper } from '../../papers/model/draw-up-papers.model';
import { responsibilityOf, type KnownSanction } from '../model/responsibility.model';
import { decidableBy } from '../model/responsibility.rules';

/** What is proposed against whoever was found responsible. */
export interface ProposeSanction {
  readonly determinationId: string;
  readonly sanction: string;
  /** Of a penalty on a bonus. */
  readonly amount?: Money;
  readonly reason: string;
}

/** Proposes a sanction of the regulation's ladder against a department or a person that was found responsible. */
export function decideProposalOfSanction(
  situation: Situation,
  { determinationId, sanction, amount, reason }: ProposeSanction,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('PROPOSE_SANCTION', situation);
  if (!permission.ok) return permission;
  const { plan, case: current, actor } = situation;
  const allowed = (plan?.regulation.responsibility?.sanctions ?? []).map((each) => each.sanction);
  const found = responsibilityOf(current).determinations.find(({ id }) => id === determinationId);
  const isInside = found?.responsible === 'DEPARTMENT' || found?.responsible === 'PERSON';
  const refusals: readonly (CaseRefusal | undefined)[] = [
    allowed.includes(sanction)
      ? undefined
      : { code: 'CASE_SANCTION_UNKNOWN', path: ['input', 'sanction'], details: { allowed } },
    isInside ? undefined : { code: 'CASE_RESPONSIBILITY_NOT_DETERMINED', path: ['input', 'determinationId'] },
    amount === undefined || amount.amountMinor > 0n
      ? undefined
      : { code: 'CASE_REMEDY_AMOUNT_NOT_POSITIVE', path: ['input', 'amount'] },
    found?.person === actor.subject ? { code: 'CASE_SANCTION_NOT_YOURS_TO_DECIDE' } : undefined,
    unfitText(reason, 'reason'),
  ];
  const [first, ...others] = refusals.filter((refusal) => refusal !== undefined);
  if (first !== undefined) return refuse(first, ...others);
  const fact = {
    type: 'SANCTION_PROPOSED',
    at: context.now,
    by: actor.subject,
    sanctionId: context.newId(),
    ...{ determinationId, sanction, reason },
    ...present({ person: found?.person, department: found?.department, amount }),
  } as const;
  return accept(take(courseOf(current), fact, context));
}

/** Approves a sanction; where the regulation has a paper for it, the paper is drawn up with a number of the case. */
export function decideSanctionApproval(
  situation: Situation,
  { sanctionId }: { readonly sanctionId: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('APPROVE_SANCTION', situation);
  if (!permission.ok) return permission;
  const { plan, case: current, actor } = situation;
  const { sanctions } = responsibilityOf(current);
  const found = decidableBy(actor, sanctions).find(({ id }) => id === sanctionId);
  if (found === undefined) return refuse(notDecidable(sanctions, sanctionId));
  const provision = plan?.regulation.responsibility;
  const paper = provision?.sanctions?.find(({ sanction }) => sanction === found.sanction)?.paper;
  const cause = { at: context.now, by: actor.subject };
  const notice =
    paper === undefined ? undefined : aPaper(current, { paper, sections: [] }, { ...cause, newId: context.newId });
  const fact = {
    type: 'SANCTION_APPROVED',
    ...cause,
    ...{ sanctionId, sanction: found.sanction, published: provision?.published === true },
    ...(notice === undefined ? {} : { paper: notice.paper, paperNumber: notice.number }),
  } as const;
  const approved = take(courseOf(current), fact, context);
  return accept(notice === undefined ? approved : take(approved, notice, context));
}

/** Does not approve a sanction, and says why. */
export function decideSanctionRejection(
  situation: Situation,
  { sanctionId, reason }: { readonly sanctionId: string; readonly reason: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('REJECT_SANCTION', situation);
  if (!permission.ok) return permission;
  const { case: current, actor } = situation;
  const { sanctions } = responsibilityOf(current);
  const found = decidableBy(actor, sanctions).find(({ id }) => id === sanctionId);
  if (found === undefined) return refuse(notDecidable(sanctions, sanctionId));
  const unfit = unfitText(reason, 'reason');
  if (unfit !== undefined) return refuse(unfit);
  const fact = {
    type: 'SANCTION_REJECTED',
    at: context.now,
    by: actor.subject,
    ...{ sanctionId, sanction: found.sanction, reason },
  } as const;
  return accept(take(courseOf(current), fact, context));
}

function notDecidable(sanctions: readonly KnownSanction[], sanctionId: string): CaseRefusal {
  const isProposed = sanctions.some(({ id, state }) => id === sanctionId && state === 'PROPOSED');
  return {
    code: isProposed ? 'CASE_SANCTION_NOT_YOURS_TO_DECIDE' : 'CASE_SANCTION_UNKNOWN',
    path: ['input', 'sanctionId'],
  };
}
