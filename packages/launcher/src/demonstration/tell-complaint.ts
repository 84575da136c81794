import type { Role } from '@redress/kernel';
import { patiently, Refused, type GraphPeople } from './graph-people';
import { COURSE, type ComplaintData } from './organisation-data';

interface SeenCase {
  readonly id: string;
  readonly version: number;
  readonly settlements: readonly { readonly id: string; readonly version: number; readonly state: string }[];
}

const CASE = `query DemonstrationCase($number: String!) {
  caseByNumber(number: $number) { id version settlements { id version state } }
}`;

function seeCase(people: GraphPeople, number: string, satisfies: (seen: SeenCase) => boolean): Promise<SeenCase> {
  return patiently(`the case of complaint ${number}`, async () => {
    const { caseByNumber } = await people.read('auditor', CASE, { number });
    const seen = caseByNumber as SeenCase | null;
    return seen !== null && satisfies(seen) ? seen : undefined;
  });
}

/** An action on the case as it is now; what an event changed in the meantime is looked at again. */
async function onCase(people: GraphPeople, number: string, role: Role, mutation: string, input: object) {
  await patiently(`${mutation} on ${number}`, async () => {
    const { id, version } = await seeCase(people, number, () => true);
    try {
      return await people.act(role, mutation, { caseId: id, expectedVersion: version, ...input });
    } catch (error) {
      if (error instanceof Refused && error.retryable) return undefined;
      throw error;
    }
  });
}

async function settle(people: GraphPeople, number: string, idempotencyKey: string): Promise<void> {
  const released = ({ state }: SeenCase['settlements'][number]) => state === 'RELEASED';
  const { settlements } = await seeCase(people, number, (seen) => seen.settlements.some(released));
  const settlement = settlements.find(released);
  if (settlement === undefined) throw new Error(`no settlement of ${number} can be approved`);
  await people.act('finance', 'approveSettlement', {
    settlementId: settlement.id,
    expectedVersion: settlement.version,
    idempotencyKey,
  });
  await seeCase(people, number, (seen) => seen.settlements.some(({ state }) => state === 'COMPLETED'));
}

/** Registers a complaint and lets the people of the organisation take it as far as the data says. */
export async function tellComplaint(
  people: GraphPeople,
  data: ComplaintData,
  { tenant, nowMs }: { tenant: string; nowMs: number },
): Promise<void> {
  const key = (step: string) => `demonstration-${data.key}-${step}`;
  const reached = (step: ComplaintData['until']) => COURSE.indexOf(data.until) >= COURSE.indexOf(step);
  const receivedAt =
    data.receivedHoursAgo === undefined
      ? {}
      : { receivedAt: new Date(nowMs - data.receivedHoursAgo * 3_600_000).toISOString() };
  const { acknowledgement } = (await people.act(
    data.byCustomer === true ? 'customer' : 'agent',
    'registerComplaint',
    { ...data.registration, ...receivedAt, idempotencyKey: key('registered') },
    'acknowledgement { number }',
  )) as { acknowledgement: { number: string } };
  const { number } = acknowledgement;
  const step = (role: Role, mutation: string, input: object = {}) =>
    onCase(people, number, role, mutation, { ...input, idempotencyKey: key(mutation) });

  if (reached('ACCEPTED')) await step('agent', 'acceptCase');
  if (reached('ASSIGNED')) await step('supervisor', 'assignCase', { assignee: `handler@${tenant}` });
  if (reached('INVESTIGATED')) {
    await step('handler', 'recordInvestigation', { validity: data.validity, findings: data.findings });
  }
  if (reached('PROPOSED') && data.resolution !== undefined) {
    const { text, kind, amount } = data.resolution;
    await step('handler', 'proposeResolution', { text, remedies: [{ kind, amount: { amount, currency: 'CNY' } }] });
  }
  if (reached('CONSENTED')) {
    await step('supervisor', 'approveResolution');
    await step('handler', 'sendReply', { purpose: 'DECISION', form: 'WRITTEN', text: data.reply });
    await step('handler', 'recordConsent', { decision: 'ACCEPTED' });
  }
  if (reached('SETTLED')) await settle(people, number, key('settled'));
}
