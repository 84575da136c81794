import { playUntil } from '../course';
import { refusalOf } from '../refusal-of';
import type { Step } from '../step';
import { inState } from './case-reading';

export const recusal: Step = {
  title: 'keeps the complainee out',
  applies: (regulation) => regulation.recusal !== undefined,
  async take({ begin, cast, regulation }) {
    const investigation = regulation.stages.find(({ kind }) => kind === 'INVESTIGATION');
    const complainee = cast.of(investigation?.performers[0] ?? 'handler');
    const play = await begin();
    await play.act(cast.of('agent'), 'nameComplainee', { staff: complainee.subject });
    await playUntil(play, inState('ACCEPTED'));
    const assigned = play.act(cast.of('supervisor'), 'assignCase', { assignee: complainee.subject });
    expect(await refusalOf(assigned)).toBe('CASE_ASSIGNEE_RECUSED');
    const other = await cast.another(investigation?.performers[0] ?? 'handler');
    await play.act(cast.of('supervisor'), 'assignCase', { assignee: other.subject });
    const own = play.act(complainee, 'recordInvestigation', { validity: 'VALID', findings: '无。Nothing.' });
    expect(await refusalOf(own)).toBe('CASE_ACTOR_IS_COMPLAINEE');
  },
};
