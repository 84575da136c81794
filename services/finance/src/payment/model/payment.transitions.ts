import { stateMachine } from '@redress/kernel';

/**
 * PENDING: the provider is to be called. SENT: a call was begun, so the money may have moved. UNKNOWN: no answer came,
 * or none that proves anything. Only evidence leaves SENT and UNKNOWN: the provider says that it paid, that it declined,
 * or that it does not know the key (then it is called again, with the same key). Proof counts in every state, because
 * the answer to an earlier call may come late.
 */
export const paymentStates = stateMachine<PaymentState, PaymentAction>('PENDING', {
  PENDING: { send: 'SENT', succeed: 'SUCCEEDED', decline: 'DECLINED' },
  SENT: { succeed: 'SUCCEEDED', decline: 'DECLINED', lose: 'UNKNOWN' },
  UNKNOWN: { succeed: 'SUCCEEDED', decline: 'DECLINED', lose: 'UNKNOWN', miss: 'PENDING' },
  SUCCEEDED: {},
  DECLINED: {},
});

export const PAYMENT_STATES = ['PENDING', 'SENT', 'UNKNOWN', 'SUCCEEDED', 'DECLINED'] as const;

export type PaymentState = (typeof PAYMENT_STATES)[number];
export type PaymentAction = 'send' | 'succeed' | 'decline' | 'lose' | 'miss';
