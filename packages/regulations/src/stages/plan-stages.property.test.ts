import fc from 'fast-check';
import { conditionHolds } from '../conditions/condition';
import { aCondition, someFacts } from '../testing/arbitraries';
import { aLabel, aRegulation, aStage, someSettings } from '../testing/builders';
import { planStages } from './plan-stages';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const quote = 'a sentence';
const assessment = ['a', 'b', 'c'].map((key) => ({ key, label: aLabel(key), type: 'BOOLEAN', quote }));
const maybe = fc.option(aCondition, { nil: undefined });
const someStages = fc.array(fc.record({ when: maybe, approvals: fc.array(maybe, { maxLength: 3 }) }), { maxLength: 6 });

describe('planStages', () => {
  it('with facts plans those stages and approvals, in order, whose condition holds; without, all', () => {
    fc.assert(
      fc.property(someStages, someFacts, (given, facts) => {
        const regulation = aRegulation({
          assessment,
          stages: given.map(({ when, approvals }, index) =>
            aStage(`s${index.toString()}`, {
              when,
              approvals: approvals.map((needed) => ({ approvers: ['manager'], when: needed, quote })),
            }),
          ),
        });
        const settings = someSettings();
        const names = (list: readonly { stage: string }[]) => list.map(({ stage }) => stage);
        expect(names(planStages(regulation, settings))).toEqual(names(regulation.stages));
        const planned = planStages(regulation, settings, facts);
        const expected = regulation.stages.filter(({ when }) => conditionHolds(regulation, when, facts));
        expect(names(planned)).toEqual(names(expected));
        planned.forEach(({ approvals = [] }, index) => {
          const all = expected[index]?.approvals ?? [];
          expect(approvals).toEqual(all.filter(({ when }) => conditionHolds(regulation, when, facts)));
        });
      }),
    );
  });
});
