import { playUntil } from '../course';
import type { ExpectedAuthority, Matter } from '../expectations';
import type { Member } from '../cast';
import type { Play, SeenCase } from '../play';
import type { Stage, Step } from '../step';
import { caseOf } from './case-reading';
import { purchased } from './purchase';

export const authority: Step = {
  title: 'keeps within the authority of the text',
  applies: (_, expected) => expected.authority !== undefined,
  async take(stage) {
    for (const row of stage.expected.authority ?? []) await holdsFor(stage, row);
    const limited = stage.expected.authority?.find(({ maximum }) => maximum !== null && maximum !== '0.00');
    if (limited !== undefined) await holdsForSplitting(stage, limited);
  },
};

async function holdsFor(stage: Stage, row: ExpectedAuthority): Promise<void> {
  const { holder, maximum, above = [] } = row;
  const may = maximum ?? '99999.00';
  if (may !== '0.00')
    expect([row, await decided(await awaiting(stage, row, may), stage.cast.of(holder))]).toEqual([row, []]);
  if (maximum === null) return;
  const tooMuch = await awaiting(stage, row, anotherCent(maximum));
  const [refusal] = await decided(tooMuch, stage.cast.of(holder));
  expect(refusal?.code).toBe('REGULATION_EXCEEDS_AUTHORITY');
  if (may !== '0.00') expect(refusal?.details?.maximum?.amount).toBe(maximum);
  const { whoMayApprove } = await caseOf<{ whoMayApprove: { holder: string }[] }>(tooMuch, 'whoMayApprove { holder }');
  const named = whoMayApprove.map((each) => each.holder);
  expect(named).not.toContain(holder);
  expect(named).toEqual(expect.arrayContaining([...above]));
  const [other] = above;
  if (other !== undefined) expect(await decided(tooMuch, stage.cast.of(other))).toEqual([]);
}

/** Two cases about the same order line of one customer: what was granted in the first counts in the second. */
async function holdsForSplitting(stage: Stage, row: ExpectedAuthority): Promise<void> {
  const half = `${String(Math.ceil(Number(row.maximum) * 0.6))}.00`;
  const orderLine = await purchased(stage);
  const first = await awaiting(stage, row, half, { orderLine });
  expect(await decided(first, stage.cast.of(row.holder))).toEqual([]);
  const second = await awaiting(stage, row, half, { orderLine, customer: await customerOf(first) });
  const [refusal] = await decided(second, stage.cast.of(row.holder));
  expect(refusal?.code).toBe('REGULATION_SPLIT_EXCEEDS_AUTHORITY');
}

async function customerOf(play: Play): Promise<{ readonly id: string }> {
  type Complained = { complaint: { customer: { id: string } } };
  const { complaint } = await caseOf<Complained>(play, 'complaint { customer { id } }', 'agent');
  return complaint.customer;
}

/** A case whose proposal of that much money waits for its last approval. */
async function awaiting(stage: Stage, { matter }: ExpectedAuthority, amount: string, linked?: Matter): Promise<Play> {
  const about = linked ?? { orderLine: await purchased(stage) };
  const remedies = [{ kind: 'COMPENSATION', amount: { amount, currency: 'CNY' } }];
  const play = (await stage.begin({ ...matter, ...about })).choosing({ remedies });
  await playUntil(play, awaitsDecision);
  return play;
}

/** Whether nothing but the approval of the resolution is left to do. */
export function awaitsDecision({ resolutions, stages }: SeenCase): boolean {
  if (resolutions.at(-1)?.state !== 'PROPOSED') return false;
  const open = stages.filter(({ kind, state }) => kind === 'APPROVAL' && (state === 'CURRENT' || state === 'BLOCKED'));
  return open.length === 0 || (open.length === 1 && open[0]?.state === 'CURRENT');
}

/** The refusals when somebody approves, none when they may. */
async function decided(play: Play, member: Member) {
  for (;;) {
    const { id, version } = await play.see();
    const { userErrors } = await member.person.act('approveResolution', { caseId: id, expectedVersion: version });
    // A clock may have added to the case in between.
    if (userErrors[0]?.code !== 'VERSION_CONFLICT') return userErrors;
  }
}

function anotherCent(amount: string): string {
  const cents = BigInt(amount.replace('.', '')) + 1n;
  const digits = cents.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
