import { playUntil } from '../course';
import { refusalOf } from '../refusal-of';
import type { Step } from '../step';
import { caseOf, closerOf, inState } from './case-reading';

interface Agreed {
  readonly consent: { readonly decision: string } | null;
}

export const consentAsked: Step = {
  title: 'asks for the complainant’s consent',
  applies: ({ consent }) => consent !== undefined,
  async take({ begin, regulation, cast }) {
    const play = await begin();
    if (regulation.consent?.required !== true) {
      await playUntil(play, ({ state }) => {
        expect(state).not.toBe('CONSENT');
        return state === 'CLOSED';
      });
      expect((await caseOf<Agreed>(play, 'consent { decision }')).consent).toEqual({ decision: 'NOT_REQUIRED' });
      return;
    }
    await playUntil(play, inState('CONSENT'));
    expect((await caseOf<Agreed>(play, 'consent { decision }')).consent).toBeNull();
    expect(await refusalOf(play.act(closerOf(play), 'closeCase', { outcome: 'RESOLVED' }))).toBe('CASE_STATE_FORBIDS');
    const forOthers = play.act(cast.of('finance'), 'recordConsent', { decision: 'ACCEPTED' });
    expect(await refusalOf(forOthers)).toBe('FORBIDDEN');
    await playUntil(play);
    expect((await caseOf<Agreed>(play, 'consent { decision }')).consent).toEqual({ decision: 'ACCEPTED' });
  },
};
