import type { Regulation } from '@redress/regulations';
import type { Member } from '../cast';
import type { Play } from '../play';
import { refusalOf } from '../refusal-of';
import type { Stage, Step } from '../step';

interface Handed {
  readonly id: string;
  readonly handOver: string;
  readonly from: string;
  readonly to: string;
  readonly documents: readonly string[];
  readonly handedAt: string;
  readonly confirmedBy: string | null;
  readonly confirmedAt: string | null;
}

async function recordsOf({ cast, number }: Play): Promise<readonly Handed[]> {
  const document = `query ($number: String!) { case: caseByNumber(number: $number) {
    handOvers { id handOver from to documents handedAt confirmedBy confirmedAt } } }`;
  const { case: found } = await cast.of('auditor').person.read<{ case: { handOvers: Handed[] } }>(document, { number });
  return found.handOvers;
}

function uninvolved({ cast }: Stage, { from, to }: Regulation['handOvers'][number]): Member {
  const named = new Set([...from, ...to].map((performer) => cast.of(performer).subject));
  // Whoever is appointed to one of the parties is involved, whatever party they are asked for by.
  const stranger = cast.everybody.find(
    ({ subject, role }) => !named.has(subject) && !['customer', 'analyst', 'auditor', 'admin'].includes(role),
  );
  if (stranger === undefined) throw new Error('everybody takes part in the hand-over');
  return stranger;
}

export const handOvers: Step = {
  title: 'hands over with a record',
  applies: (regulation) => regulation.handOvers.length > 0,
  async take(stage) {
    const { regulation, cast, system } = stage;
    for (const provision of regulation.handOvers) {
      const { handOver, from, to } = provision;
      const play = await stage.begin(stage.expected.handedOver?.[handOver]);
      const [giver, receiver] = [cast.of(from[0] ?? ''), cast.of(to[0] ?? '')];
      const stranger = uninvolved(stage, provision);
      const documents = ['投诉书 Letter of complaint', '照片 Photographs'];
      const input = { handOver, to: to[0], documents };
      expect([handOver, await refusalOf(play.act(stranger, 'handOver', input))]).toEqual([handOver, 'FORBIDDEN']);
      const unknown = { ...input, handOver: 'no-such-hand-over' };
      expect(await refusalOf(play.act(giver, 'handOver', unknown))).toBe('CASE_HAND_OVER_UNKNOWN');
      await play.act(giver, 'handOver', input);

      const [record] = await recordsOf(play);
      expect(record).toMatchObject({ handOver, from: giver.subject, to: to[0], documents, confirmedAt: null });
      const awayMs = Math.abs(new Date(record?.handedAt ?? 0).getTime() - system.now().getTime());
      expect(awayMs).toBeLessThan(600_000);

      const confirm = (member: Member) => play.act(member, 'confirmHandOver', { handOverId: record?.id });
      expect(['CASE_NOT_THE_RECEIVER', 'FORBIDDEN']).toContain(await refusalOf(confirm(stranger)));
      await confirm(receiver);
      expect((await recordsOf(play))[0]).toMatchObject({ confirmedBy: receiver.subject });
      await play.act(giver, 'handOver', input);
      expect(await refusalOf(confirm(receiver))).toBe('CASE_HAND_OVER_CONFIRMED');
    }
  },
};
