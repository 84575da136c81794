import { eventually } from '@redress/testkit';
import type { Play } from '../play';
import type { Step } from '../step';

async function levelOf(play: Play): Promise<string | undefined> {
  const { case: found } = await play.cast
    .of('auditor')
    .person.read<{ case: { level: { code: string } | null } }>(
      'query ($number: String!) { case: caseByNumber(number: $number) { level { code } } }',
      { number: play.number },
    );
  return found.level?.code;
}

export const levels: Step = {
  title: 'sets the level by every trigger of the text',
  applies: (regulation) => regulation.levels !== undefined,
  async take(stage) {
    expect(stage.expected.levels).toBeDefined();
    for (const [index, { matter, level, afterDays = 0, times = 1 }] of (stage.expected.levels ?? []).entries()) {
      await stage.system.moveTo(STARTED);
      const told = { product: `第${index.toString()}款 Model ${index.toString()}`, ...matter };
      for (let earlier = 1; earlier < times; earlier += 1) await stage.begin(told);
      const play = await stage.begin(told);
      if (afterDays > 0) await stage.system.moveTo(new Date(new Date(STARTED).getTime() + (afterDays + 0.1) * DAY_MS));
      await reaches(play, level);
    }
  },
};

const STARTED = '2026-03-10T10:00:00+08:00';
const DAY_MS = 24 * 3_600_000;

async function reaches(play: Play, level: string): Promise<void> {
  await eventually(async () => (await levelOf(play)) === level, {
    what: `${play.number} at ${level}`,
    timeoutMs: 45_000,
    intervalMs: 50,
  });
}
