import { eventually } from '@redress/testkit';
import type { Payload } from '../../support/act';
import type { Member } from '../cast';
import { registrationOf } from '../registration-of';
import type { Matter } from '../expectations';
import type { Stage, Step } from '../step';

interface Settled extends Payload {
  readonly complaint: {
    readonly number: string;
    readonly onTheSpot: { readonly remedy: string; readonly settledBy: string | null } | null;
  } | null;
}

function settle(stage: Stage, member: Member, matter: Matter, changes: object = {}): Promise<Settled> {
  const { regulation, expected, system } = stage;
  const assessment = { ...expected.usual?.assessment, ...matter.assessment };
  const now = system.now().toISOString();
  const slip = { complainantSignedAt: now, staffSignedAt: now };
  const input = {
    ...registrationOf(regulation, { ...expected.usual, ...matter, assessment }, now),
    ...{ remedy: 'APOLOGY', account: '当场说明并致歉。Explained and apologised at once.' },
    ...(regulation.onTheSpot?.slip === undefined ? {} : { slip }),
    ...changes,
  };
  return member.person.act<Settled>('settleOnTheSpot', input, 'complaint { number onTheSpot { remedy settledBy } }');
}

const codes = ({ userErrors }: Payload) => userErrors.map(({ code }) => code);

export const onTheSpot: Step = {
  title: 'settles on the spot',
  applies: (regulation) => regulation.onTheSpot !== undefined,
  async take(stage) {
    const { cast, regulation } = stage;
    const { performers = [], when, slip, batch } = regulation.onTheSpot ?? {};
    const { matter = {}, otherwise } = stage.expected.onTheSpot ?? {};
    for (const performer of performers) {
      const member = cast.of(performer);
      // Intake hears of appointments a moment later.
      const settled = await eventually(
        async () => {
          const answer = await settle(stage, member, matter);
          return codes(answer).includes('INTAKE_NOT_A_PERFORMER') ? undefined : answer;
        },
        { what: `intake to know of ${member.subject}`, timeoutMs: 45_000 },
      );
      expect([performer, codes(settled)]).toEqual([performer, []]);
      expect(settled.complaint?.onTheSpot).toEqual({ remedy: 'APOLOGY', settledBy: member.subject });
      await closedAtOnce(stage, settled.complaint?.number ?? '');
    }
    const [first = ''] = performers;
    const stranger = await cast.another('agent');
    expect(codes(await settle(stage, stranger, matter))).toEqual(['INTAKE_NOT_A_PERFORMER']);
    expect(otherwise === undefined).toBe(when === undefined);
    if (otherwise !== undefined) {
      expect(codes(await settle(stage, cast.of(first), otherwise))).toEqual(['INTAKE_ON_THE_SPOT_NOT_NOW']);
    }
    if (slip !== undefined) {
      expect(codes(await settle(stage, cast.of(first), matter, { slip: null }))).toEqual(['INTAKE_SLIP_NOT_SIGNED']);
    }
    if (batch === 'MONTH_END') await slipsPassedOn(stage, cast.of(first), performers.length);
  },
};

async function closedAtOnce({ cast }: Stage, number: string): Promise<void> {
  const document = 'query ($number: String!) { case: caseByNumber(number: $number) { state } }';
  await eventually(
    async () => {
      const { case: found } = await cast
        .of('auditor')
        .person.read<{ case: { state: string } | null }>(document, { number });
      return found?.state === 'CLOSED';
    },
    { what: `${number} to be closed as it was settled`, timeoutMs: 45_000 },
  );
}

/** At the end of the month all signed slips go on together, once. */
async function slipsPassedOn({ system }: Stage, member: Member, slips: number): Promise<void> {
  const pass = () =>
    member.person.act<{ transfer: { slips: number } | null }>(
      'transferSlips',
      { month: '2026-03' },
      'transfer { slips }',
    );
  expect(codes(await pass())).toEqual(['INTAKE_MONTH_NOT_OVER']);
  await system.moveTo('2026-04-01T09:00:00+08:00');
  expect(await pass()).toMatchObject({ transfer: { slips }, userErrors: [] });
  expect(codes(await pass())).toEqual(['INTAKE_SLIPS_TRANSFERRED']);
}
