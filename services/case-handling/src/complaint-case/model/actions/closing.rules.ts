import { noReplyWaiting } from '../../../reply-review/model/reply-review.rules';
import { closingReplyGiven, notHandledRegardless } from '../../../validity/model/closing-reply.rules';
import { defineAction } from '../action.model';
import { investigated, noProposalPending, notFoundValid, nothingOutstanding, type CaseRule } from '../case.rules';
import { isComplaint } from '../matter.model';

/** An item that is no complaint is closed by its answer, a complaint never. */
const isNoComplaint: CaseRule = ({ case: { matter } }) =>
  isComplaint(matter) ? { code: 'CASE_ITEM_IS_A_COMPLAINT' } : undefined;

const isSuggestion: CaseRule = ({ case: { matter } }) =>
  matter.itemType === 'SUGGESTION' ? undefined : { code: 'CASE_ITEM_NOT_A_SUGGESTION' };

const isAnswered: CaseRule = ({ case: { moments } }) =>
  moments['ANSWERED'] === undefined ? { code: 'CASE_NOT_ANSWERED' } : undefined;

export const closeAsResolvedAction = defineAction({
  action: 'CLOSE_AS_RESOLVED',
  description: 'Mutation `closeCase` with the outcome RESOLVED.',
  stageKinds: ['CLOSING'],
  roles: ['supervisor', 'handler'],
  rules: [nothingOutstanding],
});

export const closeAsNotEstablishedAction = defineAction({
  action: 'CLOSE_AS_NOT_ESTABLISHED',
  description: 'Mutation `closeCase` with the outcome NOT_ESTABLISHED.',
  stageKinds: ['CLOSING'],
  roles: ['supervisor', 'handler'],
  rules: [investigated, notFoundValid, noProposalPending, notHandledRegardless, closingReplyGiven, noReplyWaiting],
});

export const closeAsWithdrawnAction = defineAction({
  action: 'CLOSE_AS_WITHDRAWN',
  description: 'Mutation `closeCase` with the outcome WITHDRAWN.',
  roles: ['supervisor', 'handler'],
  rules: [],
});

export const closeAsAnsweredAction = defineAction({
  action: 'CLOSE_AS_ANSWERED',
  description: 'Mutation `closeCase` with the outcome ANSWERED.',
  stageKinds: ['CLOSING'],
  roles: ['agent', 'handler', 'supervisor'],
  rules: [isNoComplaint, isAnswered],
});

export const closeAsAdoptedAction = defineAction({
  action: 'CLOSE_AS_ADOPTED',
  description: 'Mutation `closeCase` with the outcome ADOPTED.',
  stageKinds: ['CLOSING'],
  roles: ['handler', 'supervisor', 'manager'],
  rules: [isSuggestion, isAnswered],
});

export const closeAsNotAdoptedAction = defineAction({
  action: 'CLOSE_AS_NOT_ADOPTED',
  description: 'Mutation `closeCase` with the outcome NOT_ADOPTED.',
  stageKinds: ['CLOSING'],
  roles: ['handler', 'supervisor', 'manager'],
  rules: [isSuggestion, isAnswered],
});
