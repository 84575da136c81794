import type { ExpectedDeadline } from '../expectations';
import { playUntil } from '../course';
import { COUNTED_RECEIPTS, endOfDay, type CountedReceipt } from '../hand-counted';
import type { Play, SeenCase, SeenClock } from '../play';
import type { Stage, Step } from '../step';

const ELAPSED_MS = { MINUTES: 60_000, HOURS: 3_600_000 } as const;

export const dueDates: Step = {
  title: 'due dates are those counted by hand',
  applies: (_, { deadlines = [] }) => deadlines.length > 0,
  async take(stage) {
    for (const receipt of COUNTED_RECEIPTS) {
      for (const deadline of stage.expected.deadlines ?? []) await holdsFor(stage, receipt, deadline);
    }
  },
};

async function holdsFor(stage: Stage, receipt: CountedReceipt, deadline: ExpectedDeadline): Promise<void> {
  const { amount, maximum, unit, startsAt } = deadline;
  const fromReceipt = startsAt === 'RECEIPT';
  await stage.system.moveTo(receipt.at);
  const play = await stage.begin(deadline.matter, fromReceipt ? receipt.at : undefined);
  if (!fromReceipt) await playUntil(play, hasStarted(deadline.stage));
  const clock = await play.clock(deadline.stage);
  const seen = { stage: deadline.stage, receipt: receipt.name, dueAt: clock.dueAt, targetAt: clock.targetAt };
  expect(seen).toEqual({
    stage: deadline.stage,
    receipt: receipt.name,
    dueAt: counted(receipt, clock, maximum ?? amount, unit).toISOString(),
    targetAt: maximum === undefined ? null : counted(receipt, clock, amount, unit).toISOString(),
  });
  if (fromReceipt) expect(new Date(clock.startedAt)).toEqual(new Date(receipt.at));
}

function hasStarted(stage: string): (seen: SeenCase) => boolean {
  return ({ clocks }) => clocks.some((clock) => clock.stage === stage);
}

function counted(receipt: CountedReceipt, clock: SeenClock, amount: number, unit: ExpectedDeadline['unit']): Date {
  if (unit === 'MINUTES' || unit === 'HOURS') {
    return new Date(new Date(clock.startedAt).getTime() + amount * ELAPSED_MS[unit]);
  }
  const lastDay = receipt.lastDayOf[unit][amount];
  if (lastDay === undefined) throw new Error(`nobody counted ${amount.toString()} ${unit} ${receipt.name}`);
  return endOfDay(lastDay);
}

/** A case whose clock for a stage runs. */
export async function withRunningClock(stage: Stage, name: string): Promise<Play> {
  const deadline = stage.expected.deadlines?.find((each) => each.stage === name);
  const play = await stage.begin(deadline?.matter);
  await playUntil(play, hasStarted(name));
  return play;
}
