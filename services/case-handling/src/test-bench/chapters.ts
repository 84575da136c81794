import type { CaseView, Organisation } from './organisation';

export const REFUND_500 = { kind: 'REFUND', amount: { amount: '500.00', currency: 'CNY' } };
export const APOLOGY = { kind: 'APOLOGY' };

/** Leads a case over the public mutations to a state. */
export async function leadTo(
  org: Organisation,
  view: CaseView,
  state: 'ACCEPTED' | 'INVESTIGATION' | 'RESOLUTION' | 'PROPOSED' | 'REPLY' | 'CONSENT' | 'EXECUTION',
  remedies: readonly object[] = [REFUND_500],
): Promise<CaseView> {
  const steps: readonly [string, (current: CaseView) => Promise<CaseView>][] = [
    ['ACCEPTED', (current) => org.done(org.agent, 'acceptCase', current)],
    ['INVESTIGATION', (current) => org.done(org.wu, 'assignCase', current, { assignee: 'li' })],
    [
      'RESOLUTION',
      (current) => org.done(org.li, 'recordInvestigation', current, { validity: 'VALID', findings: '外箱破损，属实' }),
    ],
    ['PROPOSED', (current) => org.done(org.li, 'proposeResolution', current, { text: '退还货款', remedies })],
    ['REPLY', (current) => org.done(org.wu, 'approveResolution', current)],
    ['CONSENT', (current) => org.done(org.li, 'sendReply', current, { text: '我们将退还货款' })],
    ['EXECUTION', (current) => org.done(org.agent, 'recordConsent', current, { decision: 'ACCEPTED' })],
  ];
  let current = view;
  for (const [reached, step] of steps) {
    current = await step(current);
    if (reached === state) return current;
  }
  return current;
}
