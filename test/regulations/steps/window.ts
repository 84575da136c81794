import { newId } from '@redress/kernel';
import { expectAccepted } from '../../support/organisation';
import { registrationOf } from '../registration-of';
import type { Stage, Step } from '../step';

const CODES = 'staffMember { subject }';

export const windowKept: Step = {
  title: 'keeps the window of the text',
  applies: ({ window }) => window !== undefined,
  async take(stage) {
    const { cast, regulation, expected } = stage;
    const { performers = ['agent'], delegate } = regulation.window ?? {};
    // Whoever of the window is turned to takes the complaint, and sends nobody elsewhere.
    for (const performer of performers) {
      const member = cast.of(performer);
      if (!['agent', 'handler', 'supervisor'].includes(member.role)) continue;
      const told = registrationOf(regulation, expected.usual);
      expectAccepted(await member.person.act('registerComplaint', told, 'complaint { number }'));
    }
    if (delegate === 'MANDATORY') await standsIn(stage, performers[0] ?? '');
  },
};

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
