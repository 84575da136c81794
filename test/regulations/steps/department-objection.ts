import { playUntil } from '../course';
import type { Play } from '../play';
import { refusalOf } from '../refusal-of';
import type { Step } from '../step';
import { caseOf, inState } from './case-reading';
import { determine } from './responsibility';

interface Objections {
  readonly departmentObjections: readonly { readonly department: string; readonly upheld: boolean | null }[];
}

const REASON = '检验记录合格。Our inspection records are in order.';

export const departmentObjection: Step = {
  title: 'a department objects to the decision',
  applies: (regulation) => regulation.departmentObjection !== undefined,
  async take(stage) {
    const { begin, regulation, cast } = stage;
    const superior = cast.of(regulation.departmentObjection?.to[0] ?? '');
    const play = await begin();
    await playUntil(play, inState('RESOLUTION'));
    await determine(play, { responsible: 'DEPARTMENT', department: 'manufacturing' });
    const foreign = play.act(cast.of('research'), 'objectAsDepartment', { department: 'research', reason: REASON });
    expect(await refusalOf(foreign)).toBe('CASE_NOT_YOUR_DEPARTMENT');
    const own = { department: 'manufacturing', reason: REASON };
    await play.act(cast.of('manufacturing'), 'objectAsDepartment', own);
    expect(await objections(play)).toEqual([{ department: 'manufacturing', upheld: null }]);
    const decision = { uphold: true, reason: '责任重新判定。To be determined anew.' };
    const bySelf = play.act(cast.of('manufacturing'), 'decideDepartmentObjection', decision);
    expect(['FORBIDDEN', 'CASE_ROLE_NOT_ENTITLED']).toContain(await refusalOf(bySelf));
    await play.act(superior, 'decideDepartmentObjection', decision);
    expect(await objections(play)).toEqual([{ department: 'manufacturing', upheld: true }]);
  },
};

async function objections(play: Play): Promise<Objections['departmentObjections']> {
  return (await caseOf<Objections>(play, 'departmentObjections { department upheld }')).departmentObjections;
}
