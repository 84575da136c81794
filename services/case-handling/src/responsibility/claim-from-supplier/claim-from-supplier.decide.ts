import { accept, refuse, type Money, type Outcome } from '@redress/kernel';
import type { CaseRefusalCode } from '../../complaint-case/model/case.errors';
import type { CaseRefusal, Situation } from '../../complaint-case/model/case.rules';
import { courseOf, take, type Course, type DecisionContext } from '../../complaint-case/model/course.model';
import { permitted } from '../../complaint-case/model/permitted.model';
import { unfitText } from '../../complaint-case/model/written-text.rules';
import { responsibilityOf, type ClaimState } from '../model/responsibility.model';
import { isThirdParty } from '../model/responsibility.rules';

/** What a supplier or another company is held to pay. */
export interface OpenSupplierClaim {
  readonly determinationId: string;
  readonly thirdParty: string;
  readonly amount: Money;
  readonly reason: string;
}

/** Opens a claim on a third party that was found responsible. */
export function decideClaim(
  situation: Situation,
  { determinationId, thirdParty, amount, reason }: OpenSupplierClaim,
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('OPEN_SUPPLIER_CLAIM', situation);
  if (!permission.ok) return permission;
  const { case: current, actor } = situation;
  const found = responsibilityOf(current).determinations.find(({ id }) => id === determinationId);
  const isOutside = found !== undefined && isThirdParty(found.responsible);
  const refusals: readonly (CaseRefusal | undefined)[] = [
    isOutside ? undefined : { code: 'CASE_RESPONSIBILITY_NOT_DETERMINED', path: ['input', 'determinationId'] },
    amount.amountMinor > 0n ? undefined : { code: 'CASE_REMEDY_AMOUNT_NOT_POSITIVE', path: ['input', 'amount'] },
    thirdParty.length <= 255
      ? unfitText(thirdParty, 'thirdParty')
      : { code: 'INPUT_INVALID', path: ['input', 'thirdParty'] },
    unfitText(reason, 'reason'),
  ];
  const [first, ...others] = refusals.filter((refusal) => refusal !== undefined);
  if (first !== undefined) return refuse(first, ...others);
  const fact = {
    type: 'SUPPLIER_CLAIM_OPENED',
    at: context.now,
    by: actor.subject,
    claimId: context.newId(),
    ...{ determinationId, thirdParty, amount, reason },
  } as const;
  return accept(take(courseOf(current), fact, context));
}

/** What may become of a claim. */
const NEXT: Readonly<Record<ClaimState, readonly ClaimState[]>> = {
  OPEN: ['AGREED', 'REJECTED', 'PAID'],
  AGREED: ['REJECTED', 'PAID'],
  REJECTED: [],
  PAID: [],
};

/** Notes that a claim was agreed, rejected or paid. */
export function decideClaimOutcome(
  situation: Situation,
  request: { readonly claimId: string; readonly state: Exclude<ClaimState, 'OPEN'>; readonly outcome: string },
  context: DecisionContext,
): Outcome<Course, CaseRefusalCode> {
  const permission = permitted('DECIDE_SUPPLIER_CLAIM', situation);
  if (!permission.ok) return permission;
  const found = responsibilityOf(situation.case).claims.find(({ id }) => id === request.claimId);
  if (found === undefined) return refuse({ code: 'CASE_CLAIM_UNKNOWN', path: ['input', 'claimId'] });
  const allowed = NEXT[found.state];
  if (!allowed.includes(request.state)) {
    const details = { allowed, currentState: found.state };
    return refuse({ code: 'CASE_CLAIM_STATE_FORBIDS', path: ['input', 'state'], details });
  }
  const unfit = unfitText(request.outcome, 'outcome');
  if (unfit !== undefined) return refuse(unfit);
  const cause = { at: context.now, by: situation.actor.subject };
  return accept(take(courseOf(situation.case), { type: 'SUPPLIER_CLAIM_DECIDED', ...cause, ...request }, context));
}
