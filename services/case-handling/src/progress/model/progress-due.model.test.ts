import { aCase, aPlan } from '../../test-bench/builders';
import type { CasePlan } from '../../complaint-case/model/case-plan.model';
import { progressDueAt } from './progress-due.model';

const informed: CasePlan = {
  ...aPlan,
  regulation: {
    ...aPlan.regulation,
    conduct: [{ rule: 'KEEP_INFORMED', openValue: 'toldEvery', quote: '及时反馈' }],
  },
  settings: {
    ...aPlan.settings,
    openValues: { ...aPlan.settings.openValues, toldEvery: { amount: 2, unit: 'CALENDAR_DAYS' } },
  },
};

describe('when the complainant has to be told of the progress', () => {
  const current = aCase();
  const [clock] = current.clocks;

  it('is by the clock of the stage that asks for it, while it runs', () => {
    if (clock === undefined) throw new Error('the case has clocks');
    const progress = { ...clock, kind: 'PROGRESS' as const };
    expect(progressDueAt({ ...current, clocks: [progress] }, aPlan, undefined)).toEqual(clock.due.dueAt);
    const told = { ...progress, state: 'COMPLETED' as const };
    expect(progressDueAt({ ...current, clocks: [told] }, aPlan, undefined)).toBeUndefined();
  });

  it('is so long after they heard last, or after receipt, as the organisation set', () => {
    expect(progressDueAt(current, informed, undefined)).toEqual(new Date('2026-03-14T16:00:00.000Z'));
    const toldAt = new Date('2026-03-14T09:00:00.000Z');
    expect(progressDueAt(current, informed, toldAt)).toEqual(new Date('2026-03-16T16:00:00.000Z'));
  });

  it('is never once the case is closed, or where the text sets no date', () => {
    expect(progressDueAt({ ...current, state: 'CLOSED' }, informed, undefined)).toBeUndefined();
    expect(progressDueAt(current, aPlan, undefined)).toBeUndefined();
  });
});
