import { refusalOf } from '../refusal-of';
import type { Step } from '../step';
import { caseOf } from './case-reading';
import { withRunningClock } from './due-dates';

interface Extended {
  readonly extensions: readonly { readonly id: string; readonly state: string; readonly dueAt: string | null }[];
  readonly replies: readonly { readonly purpose: string; readonly text: string }[];
}

const SELECTION = 'extensions { id state dueAt } replies { purpose text }';

export const extension: Step = {
  title: 'extends with a notice',
  applies: (regulation) => regulation.extension !== undefined,
  async take(stage) {
    const { cast, regulation, expected } = stage;
    const late = expected.deadlines?.[0];
    if (late === undefined) throw new Error('nobody counted a deadline of this text');
    const play = await withRunningClock(stage, late.stage);
    const { dueAt } = await play.clock(late.stage);
    const request = { stage: late.stage, reason: '检测需要时间。The test takes time.' };
    const until = new Date(new Date(dueAt).getTime() + 3 * 24 * 3_600_000).toISOString();
    const handler = cast.of('handler');
    await play.act(handler, 'requestExtension', { ...request, until });
    const [asked] = (await caseOf<Extended>(play, SELECTION)).extensions;
    const extensionId = asked?.id;
    expect((await play.clock(late.stage)).dueAt).toBe(dueAt);
    const byOthers = play.act(handler, 'decideExtension', { extensionId, approved: true, notice: '延期。' });
    expect(['FORBIDDEN', 'CASE_ROLE_NOT_ENTITLED']).toContain(await refusalOf(byOthers));
    const superior = cast.of(regulation.extension?.approvers?.[0] ?? 'supervisor');
    const silently = play.act(superior, 'decideExtension', { extensionId, approved: true });
    expect(await refusalOf(silently)).toBe('CASE_TEXT_MISSING');
    const notice = '因检测,答复延期。Testing takes longer, so does our answer.';
    await play.act(superior, 'decideExtension', { extensionId, approved: true, notice });
    expect((await play.clock(late.stage)).dueAt).toBe(until);
    const { extensions, replies } = await caseOf<Extended>(play, SELECTION);
    expect(extensions).toMatchObject([{ state: 'APPROVED', dueAt: until }]);
    const told = replies.find(({ purpose }) => purpose === 'PROGRESS');
    expect(told?.text).toContain(notice);
    expect(told?.text).toContain('Expected by');
  },
};
