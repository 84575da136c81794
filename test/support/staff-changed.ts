import { eventually } from '@redress/testkit';
import type { Member } from '../regulations/cast';
import type { Stage } from '../regulations/step';
import { expectAccepted } from './organisation';

/** Changes what is registered of whoever performs as a role or party: their unit, an absence and who stands in. */
export async function staffChanged({ cast }: Stage, performer: string, changes: object): Promise<void> {
  const admin = cast.of('admin').person;
  type Data = { staffMembers: { nodes: { id: string; subject: string; version: number }[] } };
  const { staffMembers } = await admin.read<Data>('{ staffMembers(first: 100) { nodes { id subject version } } }');
  const member = staffMembers.nodes.find(({ subject }) => subject === cast.of(performer).subject);
  expectAccepted(
    await admin.act('updateStaffMember', { staffMemberId: member?.id, expectedVersion: member?.version, ...changes }),
  );
}

/** Somebody who stands in for whoever performs as a party, once finance knows: a settlement tells who may decide on it. */
export async function standingInFor(stage: Stage, performer: string, settlementId: string): Promise<Member> {
  const { cast, system } = stage;
  const { subject: absent, role } = cast.of(performer);
  const deputy = await cast.another(role);
  const absentUntil = new Date(system.now().getTime() + 10 * 24 * 3_600_000).toISOString();
  await staffChanged(stage, performer, { absentUntil, delegate: deputy.subject });
  await eventually(
    async () => {
      type Data = { whoMay: { people: { subject: string; standsInFor: string | null }[] }[] };
      const { whoMay } = await cast
        .of('finance')
        .person.read<Data>('query W($id: ID!) { whoMay(approve: $id) { people { subject standsInFor } } }', {
          id: settlementId,
        });
      const people = whoMay.flatMap((holder) => holder.people);
      return people.some(({ subject, standsInFor }) => subject === deputy.subject && standsInFor === absent);
    },
    { what: 'finance to know who stands in', timeoutMs: 45_000 },
  );
  return deputy;
}
