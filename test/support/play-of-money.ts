import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { playUntil } from '../regulations/course';
import type { Matter } from '../regulations/expectations';
import type { Play } from '../regulations/play';
import type { Stage } from '../regulations/step';
import { awaitsDecision } from '../regulations/steps/authority';
import { caseOf, inState } from '../regulations/steps/case-reading';
import { expectAccepted } from './organisation';

/** A settlement as those see it who decide on it. */
export interface DecidedOn {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: string;
  readonly reason: string | null;
  readonly amount: { readonly amount: string };
  readonly maximum: { readonly amount: string } | null;
  readonly awaiting: { readonly holder: string | null; readonly role: string | null } | null;
  readonly endorsements: readonly { readonly by: string; readonly holder: string }[];
}

const SETTLEMENTS = `settlements { id number version state reason amount { amount } maximum { amount }
  awaiting { holder role } endorsements { by holder } }`;

/** Money in the currency of the scenarios. */
export const yuan = (amount: string) => ({ amount, currency: 'CNY' });

/** The settlement of a case as soon as it is in one of these states. */
export function settlementIn(play: Play, ...states: readonly string[]): Promise<DecidedOn> {
  return eventually(
    async () => {
      const { settlements } = await caseOf<{ settlements: readonly DecidedOn[] }>(play, SETTLEMENTS, 'finance');
      const found = settlements.findLast(({ state }) => states.includes(state));
      if (found === undefined) throw new Error(`${play.number} has ${JSON.stringify(settlements)}`);
      return found;
    },
    { what: `a settlement that is ${states.join(' or ')}`, timeoutMs: 60_000 },
  );
}

/** What a complaint is about, and what is given for it. */
export interface Grant {
  readonly remedy: object;
  readonly matter?: Matter;
  /** Who approves the resolution; a manager unless told. */
  readonly approver?: string;
}

/** A case whose resolution was approved. */
export async function granted(stage: Stage, { remedy, matter, approver = 'manager' }: Grant): Promise<Play> {
  const play = (await stage.begin(matter)).choosing({ remedies: [remedy] });
  await playUntil(play, awaitsDecision);
  await play.act(play.cast.of(approver), 'approveResolution');
  return play;
}

/** A case whose complainant has agreed, with the settlement that waits for finance. */
export async function toRelease(stage: Stage, grant: Grant): Promise<{ play: Play; settlement: DecidedOn }> {
  const play = await granted(stage, grant);
  await playUntil(play, inState('EXECUTION', 'CLOSED'));
  return { play, settlement: await settlementIn(play, 'RELEASED') };
}

/** Registers an order with a line for each amount, and answers its number. */
export async function anOrderOf({ cast, system }: Stage, ...paid: readonly string[]): Promise<string> {
  const orderNumber = `SO-${newId().slice(-12)}`;
  const lines = paid.map((amount, index) => ({
    ...{ lineNumber: index + 1, description: '电水壶 Kettle', product: 'kettle', quantity: '100', paid: yuan(amount) },
  }));
  const placedAt = new Date(system.now().getTime() - 10 * 24 * 3_600_000).toISOString();
  expectAccepted(
    await cast.of('finance').person.act('registerPurchase', { orderNumber, placedAt, currency: 'CNY', lines }),
  );
  return orderNumber;
}

/** The customer of a case, as a registration names them. */
export async function customerOf(play: Play): Promise<{ readonly id: string }> {
  type Complained = { complaint: { customer: { id: string } } };
  return (await caseOf<Complained>(play, 'complaint { customer { id } }', 'agent')).complaint.customer;
}

/** Links the complaint of one case to that of another as being about the same harm, until case handling knows. */
export async function merge(play: Play, into: Play): Promise<void> {
  const agent = play.cast.of('agent').person;
  const { complaint } = await agent.read<{ complaint: { version: number } }>(
    'query C($id: ID!) { complaint(id: $id) { version } }',
    { id: play.complaintId },
  );
  expectAccepted(
    await agent.act('mergeComplaints', {
      ...{ complaintId: play.complaintId, into: into.complaintId, expectedVersion: complaint.version },
      ...{ reason: '同一批货。One delivery.', otherPersonConfirmed: true },
    }),
  );
  await eventually(
    async () => {
      const { mergedInto } = await caseOf<{ mergedInto: { number: string } | null }>(play, 'mergedInto { number }');
      return mergedInto?.number === into.number;
    },
    { what: `${play.number} to be merged into ${into.number}`, timeoutMs: 45_000 },
  );
}

interface Counted {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly lines: readonly { readonly id: string }[];
}

/** All that a settlement authorised comes back, is looked at, and is posted. */
export async function countedInFull(
  { cast, system }: Stage,
  { id }: DecidedOn,
  { orderNumber, quantity }: { readonly orderNumber: string; readonly quantity: string },
): Promise<void> {
  const { person } = cast.of('finance');
  const document = 'query R($id: ID!) { settlement(id: $id) { return { id number version lines { id } } } }';
  const read = async () => (await person.read<{ settlement: { return: Counted } }>(document, { id })).settlement.return;
  const { number } = await read();
  expectAccepted(
    await person.act('recordWarehouseReceipt', {
      ...{ warehouse: 'north', reference: `WR-${number}`, receivedAt: system.now().toISOString() },
      lines: [{ returnNumber: number, orderNumber, lineNumber: 1, quantity }],
    }),
  );
  const received = await read();
  expectAccepted(
    await person.act('inspectReturn', {
      ...{ returnId: received.id, expectedVersion: received.version },
      lines: [{ lineId: received.lines[0]?.id, resale: quantity, findings: '完好。All whole.' }],
    }),
  );
  const { id: returnId, version } = await read();
  expectAccepted(
    await person.act('reconcileReturn', { returnId, expectedVersion: version, nothingMoreExpected: true }),
  );
}
