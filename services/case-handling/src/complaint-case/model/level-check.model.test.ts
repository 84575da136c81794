import { adoptionSettingsSchema, levelOf } from '@redress/regulations';
import fc from 'fast-check';
import { aCase, aPlan, SETTINGS } from '../../test-bench/builders';
import type { ComplaintCase } from './case.model';
import { factsOfCase } from './case-facts-of.model';
import { planOf, type CasePlan } from './case-plan.model';
import { levelCheckAt, restsOnTime } from './level-check.model';
import { PLAIN_COMPLAINT } from './matter.model';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const DAY = 86_400_000;
const gym = planOf({
  id: 'gym',
  regulationId: 'gym-levels',
  regulationVersion: 1,
  settings: adoptionSettingsSchema.parse(SETTINGS),
});

/** Under a condition of one's own that gives the gravest level. */
function when(condition: string): CasePlan {
  const { regulation } = gym;
  if (regulation.levels === undefined) throw new Error('the gym knows levels');
  const triggers = regulation.levels.triggers.slice(0, 1).map((trigger) => ({ ...trigger, when: condition }));
  return { ...gym, regulation: { ...regulation, levels: { ...regulation.levels, triggers } } };
}

const judged = (assessment: Record<string, boolean>): ComplaintCase =>
  aCase({ matter: { ...PLAIN_COMPLAINT, assessment } });
const onDay = (current: ComplaintCase, day: number) => new Date(current.receivedAt.getTime() + day * DAY);

describe('the next moment at which time changes a level', () => {
  const current = judged({ ourCause: true, earlierMishandling: true });

  it('is the day after half a month, and then the day after a month', () => {
    expect(levelCheckAt(current, gym, current.receivedAt)).toEqual(onDay(current, 16));
    expect(levelCheckAt(current, gym, onDay(current, 16))).toEqual(onDay(current, 31));
    expect(levelCheckAt(current, gym, onDay(current, 31))).toBeUndefined();
  });

  it('is none where nothing but time would have to change, or the case is closed, or no condition speaks of days', () => {
    expect(levelCheckAt(judged({}), gym, current.receivedAt)).toBeUndefined();
    expect(levelCheckAt({ ...current, state: 'CLOSED' }, gym, current.receivedAt)).toBeUndefined();
    expect([restsOnTime(gym.regulation), restsOnTime(aPlan.regulation)]).toEqual([true, false]);
    expect(levelCheckAt(current, aPlan, current.receivedAt)).toBeUndefined();
  });

  it.each(['case.daysSinceReceipt + case.raised > 20', '20 - case.raised < case.daysSinceReceipt'])(
    'is every day under %s, which does more than compare days with a number',
    (condition) => {
      const plan = when(condition);
      expect(levelCheckAt(current, plan, onDay(current, 3))).toEqual(onDay(current, 4));
      expect(levelCheckAt(current, plan, new Date(onDay(current, 3).getTime() - 1))).toEqual(onDay(current, 3));
    },
  );

  it('is the first at which the level differs, whatever is compared', () => {
    const comparison = fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!='), fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(
        comparison,
        comparison,
        fc.constantFrom('&&', '||'),
        fc.integer({ min: 0, max: 45 }),
        (a, b, join, after) => {
          const [one, other] = [a, b].map(([operator, days]) => `case.daysSinceReceipt ${operator} ${days}`);
          const plan = when(`${one} ${join} ${other}`);
          const levelOn = (day: number) => levelOf(plan.regulation, factsOfCase(current, onDay(current, day)))?.level;
          const changes = Array.from({ length: 60 }, (_, day) => day).find(
            (day) => day > after && levelOn(day) !== levelOn(after),
          );
          expect(levelCheckAt(current, plan, onDay(current, after))).toEqual(
            changes === undefined ? undefined : onDay(current, changes),
          );
        },
      ),
    );
  });
});
