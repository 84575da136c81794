import { decisionNotFinal } from '../../../dissatisfaction/model/dissatisfaction.rules';
import { leadersConsented } from '../../../reply-review/model/promise.rules';
import { noReplyWaiting } from '../../../reply-review/model/reply-review.rules';
import { defineAction } from '../action.model';
import { actsAsAssignee, resolutionApproved, speaksForTheComplainant, type CaseRule } from '../case.rules';
import { isComplaint } from '../matter.model';
import { performsAs } from '../performs.model';
import { approvalsGiven } from '../stage-approval.rules';

/** Where the regulation names who replies, they do; otherwise whoever handles the case. */
const repliesForTheCase: CaseRule = (situation) => {
  const { actor, plan } = situation;
  const named = plan?.regulation.reply?.performers;
  return named !== undefined && performsAs(actor, plan, named) ? undefined : actsAsAssignee(situation);
};

const isNoComplaint: CaseRule = ({ case: { matter } }) =>
  isComplaint(matter) ? { code: 'CASE_ITEM_IS_A_COMPLAINT' } : undefined;

export const sendReplyAction = defineAction({
  action: 'SEND_REPLY',
  description: 'Mutation `sendReply` with the purpose DECISION.',
  stageKinds: ['REPLY', 'RESOLUTION'],
  roles: ['handler'],
  performers: ({ regulation: { reply, stages } }) =>
    stages.some(({ kind }) => kind === 'REPLY') ? undefined : reply?.performers,
  rules: [repliesForTheCase, resolutionApproved, approvalsGiven, leadersConsented, noReplyWaiting],
});

export const sendProgressAction = defineAction({
  action: 'SEND_PROGRESS',
  description: 'Mutation `sendReply` with the purpose PROGRESS.',
  roles: ['agent', 'handler', 'supervisor'],
  rules: [noReplyWaiting],
});

export const sendAnswerAction = defineAction({
  action: 'SEND_ANSWER',
  description: 'Mutation `sendReply` with the purpose ANSWER.',
  stageKinds: ['ANSWER'],
  roles: ['agent', 'handler', 'supervisor'],
  rules: [isNoComplaint, approvalsGiven, noReplyWaiting],
});

export const promiseReplyAction = defineAction({
  action: 'PROMISE_REPLY',
  description: 'Mutation `promiseReply`.',
  roles: ['agent', 'handler', 'supervisor'],
  states: ['REGISTERED', 'ACCEPTED', 'INVESTIGATION', 'RESOLUTION'],
  rules: [isNoComplaint],
});

export const recordConsentAction = defineAction({
  action: 'RECORD_CONSENT',
  description: 'Mutation `recordConsent` with the decision ACCEPTED.',
  roles: ['customer', 'agent', 'handler'],
  rules: [speaksForTheComplainant],
});

export const recordObjectionAction = defineAction({
  action: 'RECORD_OBJECTION',
  description: 'Mutation `recordConsent` with the decision OBJECTED.',
  roles: ['customer', 'agent', 'handler'],
  rules: [speaksForTheComplainant, decisionNotFinal],
});
