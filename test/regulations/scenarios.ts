import { join } from 'node:path';
import { readRulebook, stepsThatShow } from '@redress/regulations/rules';
import { startSystemToAndFro, type MovedSystem } from '../support/moved-system';
import type { Expectations } from './expectations';
import { shipped, stageUnder } from './stage-under';
import type { Stage } from './step';
import { STEPS } from './steps/index';

const RULEBOOK = readRulebook(join(__dirname, '..', '..'));

/** A working Tuesday without holidays around. */
const USUAL_MOMENT = '2026-03-10T10:00:00+08:00';

/** Plays the scenarios of some regulations on one system, one organisation for each. */
export function playScenarios(group: string, scenarios: readonly Expectations[]): void {
  describe(group, () => {
    let system: MovedSystem;
    beforeAll(async () => {
      system = await startSystemToAndFro(USUAL_MOMENT);
    }, 180_000);
    afterAll(() => system.stop());

    describe.each(scenarios)('$regulation', (expected) => {
      const regulation = shipped(expected.regulation);
      let stage: Stage;
      beforeAll(async () => {
        await system.moveTo(USUAL_MOMENT);
        stage = await stageUnder(system, expected);
      }, 180_000);
      beforeEach(() => system.moveTo(USUAL_MOMENT));

      const steps = STEPS.filter(({ applies }) => applies(regulation, expected));
      it.each(steps)('$title', ({ take }) => take(stage), 300_000);

      it('takes every step that a rule of its text names', () => {
        const taken = steps.map(({ title }) => title);
        expect(stepsThatShow(RULEBOOK, regulation.id).filter((step) => !taken.includes(step))).toEqual([]);
      });
    });
  });
}
