import fc from 'fast-check';
import { aCondition, someFacts } from '../testing/arbitraries';
import { aLabel, aRegulation } from '../testing/builders';
import { levelOf } from './level-of';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const quote = 'a sentence';
const assessment = ['a', 'b', 'c'].map((key) => ({ key, label: aLabel(key), type: 'BOOLEAN', quote }));
const NAMES = ['l0', 'l1', 'l2', 'l3'];

const regulationWith = (direction: string, conditions: readonly string[]) =>
  aRegulation({
    assessment,
    levels: {
      direction,
      initial: 'l0',
      quote,
      values: NAMES.map((level, rank) => ({ level, rank, label: aLabel(level), track: 'NORMAL' })),
      triggers: conditions.map((when, index) => ({
        trigger: `t${index.toString()}`,
        level: NAMES[1 + (index % 3)],
        when,
        quote,
      })),
    },
  });
const rankOf = (level: string | undefined) => NAMES.indexOf(level ?? '');

describe('levelOf', () => {
  it('is silent where the regulation knows no levels', () => {
    expect(levelOf(aRegulation(), {})).toBeUndefined();
  });

  it('is the gravest level whose trigger holds, and tells which', () => {
    const regulation = regulationWith('UP_AND_DOWN', ['assessment.a', 'assessment.b', 'assessment.b && assessment.c']);
    expect(levelOf(regulation, {})).toEqual({ level: 'l0', because: [] });
    expect(levelOf(regulation, { assessment: { a: true } })).toEqual({ level: 'l1', because: ['t0'] });
    expect(levelOf(regulation, { assessment: { a: true, b: true } })).toEqual({ level: 'l2', because: ['t1'] });
    expect(levelOf(regulation, { assessment: { a: true } }, 'l3')).toEqual({ level: 'l1', because: ['t0'] });
  });

  it('never falls where it may only rise, and follows the facts where it may fall', () => {
    fc.assert(
      fc.property(
        fc.array(aCondition, { minLength: 1, maxLength: 6 }),
        fc.array(someFacts, { minLength: 1, maxLength: 6 }),
        (conditions, course) => {
          const rising = regulationWith('UP_ONLY', conditions);
          const both = regulationWith('UP_AND_DOWN', conditions);
          let current: string | undefined;
          let highest = 0;
          for (const facts of course) {
            const next = levelOf(rising, facts, current)?.level;
            expect(rankOf(next)).toBeGreaterThanOrEqual(rankOf(current ?? 'l0'));
            const free = levelOf(both, facts, current)?.level;
            expect(free).toBe(levelOf(both, facts)?.level);
            highest = Math.max(highest, rankOf(free));
            expect(rankOf(next)).toBe(highest);
            current = next;
          }
        },
      ),
    );
  });

  it('does not depend on the order of the triggers', () => {
    fc.assert(
      fc.property(fc.array(aCondition, { minLength: 1, maxLength: 6 }), someFacts, (conditions, facts) => {
        const regulation = regulationWith('UP_AND_DOWN', conditions);
        const { levels } = regulation;
        const turned = levels && { ...regulation, levels: { ...levels, triggers: [...levels.triggers].reverse() } };
        expect(turned && levelOf(turned, facts)?.level).toBe(levelOf(regulation, facts)?.level);
      }),
    );
  });
});
