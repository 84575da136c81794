import { eventually } from '@redress/testkit';
import { playUntil } from '../course';
import type { Play } from '../play';
import type { Step } from '../step';
import { withRunningClock } from './due-dates';

interface Entry {
  readonly type: string;
  readonly at: string;
  readonly by: string | null;
  readonly stage: string | null;
}

async function timelineOf(play: Play): Promise<readonly Entry[]> {
  const { case: found } = await play.cast
    .of('auditor')
    .person.read<{ case: { timeline: Entry[] } }>(
      'query ($number: String!) { case: caseByNumber(number: $number) { timeline(first: 100) { type at by stage } } }',
      { number: play.number },
    );
  return found.timeline;
}

export const course: Step = {
  title: 'goes through the stages of the text, performed by those it names',
  applies: ({ stages }) => stages.length > 0,
  async take({ begin, expected }) {
    const play = await begin();
    const finished = await playUntil(play);
    for (const stage of expected.course ?? []) expect(finished).toContain(stage);
    const ordered = finished.filter((stage) => expected.course?.includes(stage) === true);
    expect(ordered).toEqual(expected.course ?? []);
  },
};

export const order: Step = {
  title: 'keeps the order of the text',
  applies: ({ stages }) => stages.some(({ after = [] }) => after.length > 0),
  async take({ begin, regulation }) {
    const play = await begin();
    const { stages } = await play.see();
    for (const { stage, missing } of stages.filter(({ state }) => state === 'BLOCKED')) {
      expect(regulation.stages.find((each) => each.stage === stage)?.after).toEqual(
        expect.arrayContaining([...missing]),
      );
    }
    const finished = await playUntil(play);
    for (const { stage, after = [] } of regulation.stages) {
      const at = finished.indexOf(stage);
      const later = after.filter((earlier) => finished.indexOf(earlier) > at);
      if (at >= 0) expect([stage, later]).toEqual([stage, []]);
    }
  },
};

export const timeline: Step = {
  title: 'the timeline shows who did what and when',
  applies: () => true,
  async take({ begin }) {
    const play = await begin();
    await playUntil(play);
    const entries = await timelineOf(play);
    expect(entries[0]).toMatchObject({ type: 'CASE_OPENED' });
    expect(entries.at(-1)).toBeDefined();
    for (const { at, by } of entries) expect([typeof at, typeof by]).toEqual(['string', 'string']);
    expect(entries.map(({ type }) => type)).toContain('CASE_CLOSED');
  },
};

export const overdue: Step = {
  title: 'an overdue stage gets its paper once',
  applies: (regulation, expected) => regulation.overduePapers.length > 0 || expected.overdue !== undefined,
  async take(stage) {
    const { overdue: late } = stage.expected;
    if (late === undefined) throw new Error('nobody said which stage is let run over its time');
    const play = await withRunningClock(stage, late.stage);
    const { dueAt } = await play.clock(late.stage);
    await stage.system.moveTo(new Date(new Date(dueAt).getTime() + 60_000));
    const entries = await eventually(
      async () => {
        const all = await timelineOf(play);
        return all.some((entry) => entry.type === 'STAGE_OVERDUE' && entry.stage === late.stage) ? all : undefined;
      },
      { what: `${late.stage} of ${play.number} noticed as overdue`, timeoutMs: 45_000 },
    );
    const of = (type: string) => entries.filter((entry) => entry.type === type && entry.stage === late.stage);
    expect(of('STAGE_OVERDUE')).toHaveLength(1);
    expect(of('REMINDER_ISSUED')).toHaveLength(late.paper === undefined ? 0 : 1);
    expect((await play.clock(late.stage)).overdue).toBe(true);
  },
};
