import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { expectAccepted } from '../../support/organisation';
import { registrationOf } from '../registration-of';
import type { Stage, Step } from '../step';

const CODES = 'staffMember { subject }';

export const windowKept: Step = {
  title: 'keeps the window of the text',
  applies: ({ window }) => window !== undefined,
  async take(stage) {
    const { cast, regulation, expected } = stage;
    const { mode, performers = ['agent'], delegate } = regulation.window ?? {};
    // Whoever of the window is turned to takes the complaint, and sends nobody elsewhere.
    for (const performer of performers) {
      const member = cast.of(performer);
      if (!['agent', 'handler', 'supervisor'].includes(member.role)) continue;
      const told = registrationOf(regulation, expected.usual);
      expectAccepted(await member.person.act('registerComplaint', told, 'complaint { number }'));
    }
    if (mode === 'SINGLE_WINDOW') await nobodyElse(stage, performers);
    if (mode === 'FIRST_CONTACT') await staysResponsible(stage, performers[0] ?? '');
    if (delegate === 'MANDATORY') await standsIn(stage, performers[0] ?? '');
  },
};

/** Others who hold the role of the window are told who registers. */
async function nobodyElse({ cast, regulation, expected }: Stage, performers: readonly string[]): Promise<void> {
  const stranger = await cast.another('agent');
  const told = () => registrationOf(regulation, expected.usual);
  // Intake hears of appointments a moment later; of whom it knows nothing, the role counts.
  const refused = await eventually(
    async () => {
      const { userErrors } = await stranger.person.act('registerComplaint', told());
      return userErrors.length === 0 ? undefined : userErrors;
    },
    { what: `intake to know of ${stranger.subject}`, timeoutMs: 45_000 },
  );
  expect(refused).toMatchObject([{ code: 'INTAKE_NOT_THE_WINDOW', details: { allowed: performers } }]);
  for (const performer of performers) {
    const { userErrors } = await cast.of(performer).person.act('registerComplaint', told());
    expect([performer, userErrors]).toEqual([performer, []]);
  }
}

/** Whoever registered answers for the complaint, until they hand it over with a record. */
async function staysResponsible({ cast, regulation, expected }: Stage, performer: string): Promise<void> {
  const [first, next] = [cast.of(performer), await cast.another(performer)];
  const contact = 'complaint { id firstContact { subject } contactHandOvers { from to documents } }';
  const told = registrationOf(regulation, expected.usual);
  const { complaint } = expectAccepted(
    await first.person.act<{ complaint: { id: string } }>('registerComplaint', told, contact),
  );
  expect(complaint).toMatchObject({ firstContact: { subject: first.subject }, contactHandOvers: [] });
  const documents = ['投诉原始资料'];
  const handOver = { complaintId: complaint.id, to: next.subject, documents };
  const refused = await next.person.act('handOverContact', handOver);
  expect(refused.userErrors.map(({ code }) => code)).toEqual(['INTAKE_NOT_THE_FIRST_CONTACT']);
  const handed = await eventually(
    async () => {
      const answer = await first.person.act<{ complaint: object | null }>('handOverContact', handOver, contact);
      return answer.userErrors.some(({ code }) => code === 'INTAKE_STAFF_UNKNOWN') ? undefined : answer;
    },
    { what: `intake to know of ${next.subject}`, timeoutMs: 45_000 },
  );
  expect(handed).toMatchObject({
    complaint: {
      firstContact: { subject: next.subject },
      contactHandOvers: [{ from: first.subject, to: next.subject, documents }],
    },
    userErrors: [],
  });
}

/** Whoever of the window is away has somebody in their place. */
async function standsIn({ cast }: Stage, party: string): Promise<void> {
  const away = {
    ...{ subject: `away-${newId()}`, name: '请假的人 Somebody away', parties: [party] },
    roles: [cast.of(party).role.toUpperCase()],
    absentUntil: '2026-04-30T00:00:00.000Z',
  };
  const admin = cast.of('admin').person;
  const alone = await admin.act('registerStaffMember', away, CODES);
  expect(alone.userErrors.map(({ code }) => code)).toEqual(['CASE_STAFF_DELEGATE_MISSING']);
  expectAccepted(await admin.act('registerStaffMember', { ...away, delegate: cast.of(party).subject }, CODES));
}
