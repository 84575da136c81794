import { castFor, type Cast } from '../cast';
import { adoptionOf } from '../adoption-of';
import { adopt, signatoriesOf } from '../founding';
import { registrationOf } from '../registration-of';
import type { Stage, Step } from '../step';

interface Terms {
  readonly effectiveFrom: string;
  readonly openValues: readonly { readonly key: string }[];
}

/** Another organisation that is about to adopt the regulation. */
async function newcomer({ system, regulation, expected }: Stage): Promise<{ cast: Cast; terms: Terms }> {
  return { cast: await castFor(system, regulation), terms: adoptionOf(regulation, expected) as Terms };
}

async function sign(cast: Cast, { regulation }: Stage, terms: object): Promise<void> {
  for (const { signatory, member } of await signatoriesOf(cast, regulation)) {
    const { userErrors } = await member.person.act('signAdoption', { ...terms, signatory });
    expect(userErrors).toEqual([]);
  }
}

async function adoptionCodes(cast: Cast, terms: object): Promise<readonly string[]> {
  const { userErrors } = await cast.of('admin').person.act('adoptRegulation', terms);
  return userErrors.map(({ code }) => code);
}

const DAY = '2026-03-11';

export const effectiveDate: Step = {
  title: 'takes effect on its date',
  applies: ({ effective }) => effective !== undefined,
  async take(stage) {
    const { regulation, expected, system } = stage;
    const { cast, terms: usual } = await newcomer(stage);
    const key = regulation.effective?.openValue;
    const openValues = usual.openValues.map((value) => (value.key === key ? { key, date: DAY } : value));
    const from = expected.inForceFrom ?? (key === undefined ? undefined : DAY);
    if (from !== undefined) {
      const early = { ...usual, openValues, effectiveFrom: new Date(midnight(from) - 1).toISOString() };
      expect(await adoptionCodes(cast, early)).toEqual(['CASE_ADOPTION_BEFORE_EFFECT']);
    }
    const terms = { ...usual, openValues, effectiveFrom: new Date(midnight(DAY)).toISOString() };
    await sign(cast, stage, terms);
    const received = async (at: number) => {
      const told = registrationOf(regulation, expected.usual, new Date(at));
      const selection = 'complaint { regulation { code version } }';
      const { complaint, userErrors } = await cast
        .of('agent')
        .person.act<{ complaint: { regulation: object | null } | null }>('registerComplaint', told, selection);
      return userErrors[0]?.code ?? complaint?.regulation;
    };
    await system.moveTo(new Date(midnight(DAY) + 3_600_000));
    await adopt(cast, terms);
    // What was received in the last moment before is not under it, what was in the first is.
    expect(await received(midnight(DAY) - 1)).toBe('INTAKE_NO_REGULATION_IN_FORCE');
    expect(await received(midnight(DAY))).toEqual({ code: regulation.id, version: regulation.version });
  },
};

function midnight(day: string): number {
  return new Date(`${day}T00:00:00+08:00`).getTime();
}

export const signatures: Step = {
  title: 'takes effect only with its signatures',
  applies: ({ changeControl }) => changeControl !== undefined,
  async take(stage) {
    const { regulation } = stage;
    const { cast, terms } = await newcomer(stage);
    const people = await signatoriesOf(cast, regulation);
    expect(people.map(({ signatory }) => signatory)).toEqual(stage.expected.signatories);
    for (const { signatory, member } of people) {
      expect(await adoptionCodes(cast, terms)).toEqual(['CASE_SIGNATURES_MISSING']);
      const stranger = await cast.of('handler').person.act('signAdoption', { ...terms, signatory });
      expect(stranger.userErrors.map(({ code }) => code)).toEqual(['CASE_SIGNATORY_NOT_YOU']);
      const signed = await member.person.act('signAdoption', { ...terms, signatory });
      expect(signed.userErrors).toEqual([]);
      const again = await member.person.act('signAdoption', { ...terms, signatory });
      expect(again.userErrors.map(({ code }) => code)).toEqual(['CASE_SIGNED_ALREADY']);
    }
    // They signed these terms, not others.
    const others = { ...terms, effectiveFrom: '2021-01-01T00:00:00.000Z' };
    expect(await adoptionCodes(cast, others)).toEqual(['CASE_SIGNATURES_MISSING']);
    await adopt(cast, terms);
  },
};
