import { playUntil } from '../course';
import type { Play } from '../play';
import { refusalOf } from '../refusal-of';
import type { Step } from '../step';

const DONE = ['DONE', 'SKIPPED'];

async function stateOf(play: Play, stage: string): Promise<string | undefined> {
  return (await play.see()).stages.find((each) => each.stage === stage)?.state;
}

export const approvals: Step = {
  title: 'asks for the approvals of the text in their order',
  applies: ({ stages }) => stages.some(({ approvals: asked = [] }) => asked.length > 0),
  async take({ begin, regulation, expected, cast }) {
    const expectations = expected.approvals ?? [];
    const asking = regulation.stages.filter(({ approvals: asked = [] }) => asked.length > 0).map(({ stage }) => stage);
    expect(expectations.map(({ stage }) => stage).sort()).toEqual([...asking].sort());
    for (const { stage, matter, approvers } of expectations) {
      const play = await begin(matter);
      await playUntil(play, ({ stages }) => stages.some((each) => each.stage === stage && each.state === 'SUBMITTED'));
      const approve = (performer: string) => play.act(cast.of(performer), 'approveStage', { stage });
      for (const [index, approver] of approvers.entries()) {
        for (const later of approvers.slice(index + 1)) expect(await refusalOf(approve(later))).toBe('FORBIDDEN');
        expect(await refusalOf(approve('finance'))).toBe('FORBIDDEN');
        expect(DONE).not.toContain(await stateOf(play, stage));
        await approve(approver);
      }
      expect([stage, await stateOf(play, stage)]).toEqual([stage, 'DONE']);
    }
  },
};
