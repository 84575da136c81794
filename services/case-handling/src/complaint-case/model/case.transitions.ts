import { stateMachine } from '@redress/kernel';

/** Where a case stands. The regulation says who acts in it and by when; the order of the states is the same for all. */
export const CASE_STATES = [
  'REGISTERED',
  'ACCEPTED',
  'INVESTIGATION',
  'RESOLUTION',
  'REPLY',
  'CONSENT',
  'EXECUTION',
  'CLOSED',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What a person may do with a case; also the order in which a client is offered them. */
export const PERSONAL_ACTIONS = [
  'ACCEPT_CASE',
  'ASSIGN_CASE',
  'RECORD_INVESTIGATION',
  'PROPOSE_RESOLUTION',
  'APPROVE_RESOLUTION',
  'REJECT_RESOLUTION',
  'SEND_REPLY',
  'SEND_PROGRESS',
  'RECORD_CONSENT',
  'RECORD_OBJECTION',
  'CLOSE_AS_RESOLVED',
  'CLOSE_AS_NOT_ESTABLISHED',
  'CLOSE_AS_WITHDRAWN',
] as const;
export type PersonalAction = (typeof PERSONAL_ACTIONS)[number];

/** What happens to a case without a person of this service: finance reports, history is taken over. */
export type SystemAction = 'RETURN_SETTLEMENT' | 'SETTLE_REMEDY' | 'EXECUTE_RESOLUTION' | 'CLOSE_AS_IMPORTED';

export type CaseAction = PersonalAction | SystemAction;

export const caseMachine = stateMachine<CaseState, CaseAction>('REGISTERED', {
  REGISTERED: {
    ACCEPT_CASE: 'ACCEPTED',
    SEND_PROGRESS: 'REGISTERED',
    CLOSE_AS_WITHDRAWN: 'CLOSED',
    CLOSE_AS_IMPORTED: 'CLOSED',
  },
  ACCEPTED: {
    ASSIGN_CASE: 'INVESTIGATION',
    SEND_PROGRESS: 'ACCEPTED',
    CLOSE_AS_WITHDRAWN: 'CLOSED',
  },
  INVESTIGATION: {
    ASSIGN_CASE: 'INVESTIGATION',
    RECORD_INVESTIGATION: 'RESOLUTION',
    SEND_PROGRESS: 'INVESTIGATION',
    CLOSE_AS_WITHDRAWN: 'CLOSED',
  },
  RESOLUTION: {
    ASSIGN_CASE: 'RESOLUTION',
    RECORD_INVESTIGATION: 'RESOLUTION',
    PROPOSE_RESOLUTION: 'RESOLUTION',
    APPROVE_RESOLUTION: 'REPLY',
    REJECT_RESOLUTION: 'RESOLUTION',
    SEND_PROGRESS: 'RESOLUTION',
    RETURN_SETTLEMENT: 'RESOLUTION',
    SETTLE_REMEDY: 'RESOLUTION',
    CLOSE_AS_NOT_ESTABLISHED: 'CLOSED',
    CLOSE_AS_WITHDRAWN: 'CLOSED',
  },
  REPLY: {
    ASSIGN_CASE: 'REPLY',
    SEND_REPLY: 'CONSENT',
    SEND_PROGRESS: 'REPLY',
    RETURN_SETTLEMENT: 'RESOLUTION',
    SETTLE_REMEDY: 'REPLY',
    CLOSE_AS_WITHDRAWN: 'CLOSED',
  },
  CONSENT: {
    ASSIGN_CASE: 'CONSENT',
    SEND_PROGRESS: 'CONSENT',
    RECORD_CONSENT: 'EXECUTION',
    RECORD_OBJECTION: 'RESOLUTION',
    EXECUTE_RESOLUTION: 'EXECUTION',
    RETURN_SETTLEMENT: 'RESOLUTION',
    SETTLE_REMEDY: 'CONSENT',
    CLOSE_AS_RESOLVED: 'CLOSED',
    CLOSE_AS_WITHDRAWN: 'CLOSED',
  },
  EXECUTION: {
    ASSIGN_CASE: 'EXECUTION',
    SEND_PROGRESS: 'EXECUTION',
    EXECUTE_RESOLUTION: 'EXECUTION',
    RETURN_SETTLEMENT: 'RESOLUTION',
    SETTLE_REMEDY: 'EXECUTION',
    CLOSE_AS_RESOLVED: 'CLOSED',
  },
  // A payment that was under way when the complaint was withdrawn is still told to the case.
  CLOSED: { SETTLE_REMEDY: 'CLOSED' },
});
