import { decideApproval } from '../complaint-case/decide-resolution/decide-resolution.decide';
import { decideClosing } from '../complaint-case/close-case/close-case.decide';
import type { CaseActor } from '../complaint-case/model/case.rules';
import { decideProposal } from '../complaint-case/propose-resolution/propose-resolution.decide';
import type { ProposedRemedy } from '../complaint-case/propose-resolution/propose-resolution.command';
import { decideConsent } from '../complaint-case/record-consent/record-consent.decide';
import { decideInvestigation } from '../complaint-case/record-investigation/record-investigation.decide';
import { decideReply } from '../complaint-case/send-reply/send-reply.decide';
import type { Validity } from '../complaint-case/model/case.model';
import { decideTakingFurther, type TakeFurther } from '../dissatisfaction/take-further/take-further.decide';
import { LI_HANDLER, WU_SUPERVISOR } from './builders';
import { aProvision } from './own-regulation';
import type { Run } from './run-of-a-case';
import { A_REFUND } from './story';

/** A way to go on as a regulation names it. */
export function aPath(path: string, changes: object = {}): object {
  return aProvision({ path, open: ['COMPLAINANT'], ...changes });
}

/** What was found out. */
export function investigated(run: Run, validity: Validity = 'VALID', actor: CaseActor = LI_HANDLER): Run {
  return run.do(actor, (situation, context) => decideInvestigation(situation, { validity, findings: '属实' }, context));
}

/** A resolution that waits for its approval. */
export function proposed(run: Run, remedies: readonly ProposedRemedy[] = [A_REFUND], actor = LI_HANDLER): Run {
  return run.do(actor, (situation, context) => decideProposal(situation, { text: '退款', remedies }, context));
}

/** The case after its decision was told. */
export function told(run: Run, approver: CaseActor = WU_SUPERVISOR, actor: CaseActor = LI_HANDLER): Run {
  return run
    .do(approver, decideApproval)
    .do(actor, (situation, context) => decideReply(situation, { purpose: 'DECISION', text: '我们将退款' }, context));
}

/** The case after the complainant objected to the decision. */
export function objectedTo(run: Run): Run {
  return run.do(LI_HANDLER, (situation, context) => decideConsent(situation, { decision: 'OBJECTED' }, context));
}

/** The case after the complainant agreed. */
export function agreedTo(run: Run): Run {
  return run.do(LI_HANDLER, (situation, context) => decideConsent(situation, { decision: 'ACCEPTED' }, context));
}

/** Goes on by a way, as the decision of the mutation. */
export function takingFurther(request: Partial<TakeFurther> & Pick<TakeFurther, 'path'>, decidedBy: string[] = []) {
  return (situation: Parameters<typeof decideTakingFurther>[0], context: Parameters<Parameters<Run['do']>[1]>[1]) =>
    decideTakingFurther(situation, { reason: '不满意', ...request }, { decidedBy, context });
}

/** Ends it. */
export function closing(outcome: 'RESOLVED' | 'NOT_ESTABLISHED' | 'WITHDRAWN') {
  return (situation: Parameters<typeof decideClosing>[0], context: Parameters<Parameters<Run['do']>[1]>[1]) =>
    decideClosing(situation, { outcome }, context);
}
