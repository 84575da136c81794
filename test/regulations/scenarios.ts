import { join } from 'node:path';
import { findRegulation, type Regulation } from '@redress/regulations';
import { readRulebook, stepsThatShow } from '@redress/regulations/rules';
import { eventually } from '@redress/testkit';
import { expectAccepted } from '../support/organisation';
import { startMovedSystem, type MovedSystem } from '../support/moved-system';
import { adoptionOf } from './adoption-of';
import { castFor, type Cast } from './cast';
import type { Expectations, Matter } from './expectations';
import { Play } from './play';
import { registrationOf } from './registration-of';
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
      system = await startMovedSystem(USUAL_MOMENT);
    }, 180_000);
    afterAll(() => system.stop());

    describe.each(scenarios)('$regulation', (expected) => {
      const regulation = shipped(expected.regulation);
      let stage: Stage;
      beforeAll(async () => {
        await system.moveTo(USUAL_MOMENT);
        const cast = await castFor(system, regulation);
        await found(cast, regulation, expected);
        stage = { system, regulation, expected, cast, begin: (...told) => begin(cast, regulation, expected, ...told) };
      }, 60_000);
      beforeEach(() => system.moveTo(USUAL_MOMENT));

      const steps = STEPS.filter(({ applies }) => applies(regulation, expected));
      it.each(steps)('$title', ({ take }) => take(stage), 180_000);

      it('takes every step that a rule of its text names', () => {
        const taken = steps.map(({ title }) => title);
        expect(stepsThatShow(RULEBOOK, regulation.id).filter((step) => !taken.includes(step))).toEqual([]);
      });
    });
  });
}

function shipped(id: string): Regulation {
  const regulation = findRegulation(id);
  if (regulation === undefined) throw new Error(`no regulation ${id} ships`);
  return regulation;
}

async function found(cast: Cast, regulation: Regulation, expected: Expectations): Promise<void> {
  expectAccepted(await cast.of('admin').person.act('adoptRegulation', adoptionOf(regulation, expected)));
  await eventually(
    async () => {
      const { person } = cast.of('agent');
      const { complaintForm } = await person.read<{ complaintForm: object | null }>(
        '{ complaintForm { regulation { code } } }',
      );
      return complaintForm !== null;
    },
    { what: 'the adoption in intake', timeoutMs: 30_000 },
  );
}

async function begin(
  cast: Cast,
  regulation: Regulation,
  { usual = {} }: Expectations,
  matter: Matter = {},
  receivedAt?: string | Date,
): Promise<Play> {
  const told = {
    ...usual,
    ...matter,
    assessment: { ...usual.assessment, ...matter.assessment },
    card: { ...usual.card, ...matter.card },
    classification: { ...usual.classification, ...matter.classification },
  };
  const { complaint, acknowledgement } = expectAccepted(
    await cast
      .of('agent')
      .person.act<{ complaint: { id: string }; acknowledgement: { number: string } }>(
        'registerComplaint',
        registrationOf(regulation, told, receivedAt),
        'complaint { id } acknowledgement { number }',
      ),
  );
  const play = new Play(regulation, cast, acknowledgement.number, complaint.id);
  await play.see();
  return play;
}
