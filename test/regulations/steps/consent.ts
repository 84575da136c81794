import { playUntil } from '../course';
import { refusalOf } from '../refusal-of';
import type { Step } from '../step';
import { caseOf, closerOf, inState } from './case-reading';
import { purchased } from './purchase';

interface Agreed {
  readonly consent: { readonly decision: string } | null;
}

export const consentAsked: Step = {
  title: 'asks for the complainant’s consent',
  applies: ({ consent }) => consent !== undefined,
  async take(stage) {
    const { begin, regulation, cast } = stage;
    const play = await begin({ orderLine: await purchased(stage) });
    if (regulation.consent?.required !== true) {
      await playUntil(play, ({ state }) => {
        expect(state).not.toBe('CONSENT');
        return state === 'CLOSED';
      });
      expect((await caseOf<Agreed>(play, 'consent { decision }')).consent).toEqual({ decision: 'NOT_REQUIRED' });
      return;
    }
    const paid = play.choosing({ remedies: [{ kind: 'COMPENSATION', amount: { amount: '50.00', currency: 'CNY' } }] });
    await playUntil(paid, inState('CONSENT'));
    expect((await caseOf<Agreed>(play, 'consent { decision }')).consent).toBeNull();
    expect(await refusalOf(play.act(closerOf(play), 'closeCase', { outcome: 'RESOLVED' }))).toBe(
      'CASE_SETTLEMENT_OUTSTANDING',
    );
    const forOthers = play.act(cast.of('finance'), 'recordConsent', { decision: 'ACCEPTED' });
    expect(await refusalOf(forOthers)).toBe('FORBIDDEN');
    await playUntil(play, inState('EXECUTION', 'CLOSED'));
    expect((await caseOf<Agreed>(play, 'consent { decision }')).consent).toEqual({ decision: 'ACCEPTED' });
  },
};
