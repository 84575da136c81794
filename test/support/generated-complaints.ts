import { eventually } from '@redress/testkit';
import { expectAccepted, type Organisation } from './organisation';
import { anOrder, Story } from './story';

/** Numbers that look like chance and are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const CHANNELS = ['WEB_FORM', 'EMAIL', 'PHONE', 'SOCIAL_MEDIA'];
const PRODUCTS = ['Kettle', 'Toaster', '空气净化器'];
const CATEGORIES = ['product-quality', 'service-attitude', 'delivery-delay'];
const CUSTOMERS = 12;

/** Everything that a made complaint needs. */
interface Making {
  readonly organisation: Organisation;
  readonly index: number;
  readonly chance: () => number;
}

const oneOf = <Item>({ chance }: Making, items: readonly Item[]): Item =>
  items[Math.floor(chance() * items.length)] as Item;

const amountOf = ({ chance }: Making): string => (1 + Math.floor(chance() * 19_999) / 100).toFixed(2);

function registered(making: Making, more: object = {}): Promise<Story> {
  const customer = Math.floor(making.chance() * CUSTOMERS);
  return Story.begin(making.organisation, {
    channel: oneOf(making, CHANNELS),
    categoryCode: oneOf(making, CATEGORIES),
    product: oneOf(making, PRODUCTS),
    region: oneOf(making, ['NY', 'CA', 'ON']),
    customer: { details: { name: `Customer ${customer}`, kind: 'CONSUMER', email: `c${customer}@example.org` } },
    ...more,
  });
}

async function proposed(making: Making): Promise<{ story: Story; orderNumber: string; paid: string }> {
  const paid = amountOf(making);
  const orderNumber = await anOrder(making.organisation, `SO-P-${making.index}`, paid);
  const story = await registered(making, { orderLine: { orderNumber, lineNumber: 1 } });
  await story.investigated();
  await story.proposed({ orderNumber, lineNumber: 1, amount: paid });
  return { story, orderNumber, paid };
}

async function approved(making: Making, story: Story): Promise<void> {
  const settlement = await story.released();
  const approval = { settlementId: settlement.id, expectedVersion: settlement.version };
  expectAccepted(await making.organisation.people.finance.act('approveSettlement', approval));
  await story.case(({ state }) => state === 'CLOSED', 'the closed case');
}

async function paid(making: Making): Promise<Story> {
  const { story } = await proposed(making);
  await story.approvedAndReplied();
  await story.answered('ACCEPTED');
  await approved(making, story);
  return story;
}

async function objected(making: Making): Promise<void> {
  const { story, orderNumber, paid: amount } = await proposed(making);
  await story.approvedAndReplied();
  await story.case(({ settlements }) => settlements.length > 0, 'the first settlement');
  await story.answered('OBJECTED');
  await story.case(({ settlements }) => settlements.every(({ state }) => state === 'CANCELLED'), 'the cancelled one');
  await story.proposed({ orderNumber, lineNumber: 1, amount: (Number(amount) / 2).toFixed(2) });
  await story.approvedAndReplied();
  await story.answered('ACCEPTED');
  if (making.chance() < 0.6) await approved(making, story);
}

async function rejectedByFinance(making: Making): Promise<void> {
  const { story } = await proposed(making);
  await story.approvedAndReplied();
  await story.answered('ACCEPTED');
  const { id: settlementId, version: expectedVersion } = await story.released();
  const rejection = { settlementId, expectedVersion, reason: 'The photographs do not show it.' };
  expectAccepted(await making.organisation.people.finance.act('rejectSettlement', rejection));
  await story.case(({ state }) => state === 'RESOLUTION', 'the case in resolution');
}

async function beyondTheCeiling(making: Making): Promise<void> {
  const orderNumber = await anOrder(making.organisation, `SO-P-${making.index}`, '20.00');
  const story = await registered(making, { orderLine: { orderNumber, lineNumber: 1 } });
  await story.investigated();
  await story.proposed({ orderNumber, lineNumber: 1, amount: '20.01' });
  await story.step('supervisor', 'approveResolution');
  await story.case(({ settlements }) => settlements.some(({ state }) => state === 'REFUSED'), 'the refusal');
}

async function withdrawn(making: Making): Promise<void> {
  const story = await registered(making);
  if (making.chance() < 0.5) await story.step('agent', 'acceptCase');
  await story.step('handler', 'closeCase', { outcome: 'WITHDRAWN' });
}

async function notEstablished(making: Making): Promise<void> {
  const story = await registered(making);
  await story.step('agent', 'acceptCase');
  await story.step('supervisor', 'assignCase', { assignee: `handler@${making.organisation.tenant}` });
  await story.step('handler', 'recordInvestigation', { validity: 'INVALID', findings: 'Nothing was found.' });
  await story.step('handler', 'closeCase', { outcome: 'NOT_ESTABLISHED' });
}

async function leftOpen(making: Making): Promise<void> {
  const story = await registered(making);
  if (making.chance() < 0.3) return;
  await story.investigated();
  if (making.chance() < 0.5)
    await story.step('handler', 'sendReply', { purpose: 'PROGRESS', form: 'EMAIL', text: 'We are looking into it.' });
}

async function followedUp(making: Making): Promise<void> {
  const story = await paid(making);
  const result = 1 + Math.floor(making.chance() * 5);
  await story.step('agent', 'recordFollowUp', {
    ...{ means: 'PHONE', reached: true, satisfied: result > 2, satisfaction: { result } },
  });
}

async function merged(making: Making): Promise<void> {
  const { people } = making.organisation;
  const [one, other] = [await registered(making), await registered(making)];
  await eventually(
    async () => {
      const { complaint } = await people.agent.read<{ complaint: { version: number } }>(
        'query V($id: ID!) { complaint(id: $id) { version } }',
        { id: other.complaintId },
      );
      // The letter that tells of the receipt may change it in between.
      return expectAccepted(
        await people.agent.act('mergeComplaints', {
          ...{ complaintId: other.complaintId, into: one.complaintId, expectedVersion: complaint.version },
          ...{ reason: 'One harm, told twice.', otherPersonConfirmed: true },
        }),
      );
    },
    { what: 'the merged complaint', timeoutMs: 30_000 },
  );
  // That it has a duplicate reaches the case by itself, and changes its version.
  await eventually(async () => (await one.step('handler', 'closeCase', { outcome: 'WITHDRAWN' }), true), {
    what: 'the closed case with a duplicate',
    timeoutMs: 30_000,
  });
}

/** The ends that complaints come to, each with its weight. */
const ENDS: readonly (readonly [number, (making: Making) => Promise<unknown>])[] = [
  [5, paid],
  [3, objected],
  [2, rejectedByFinance],
  [2, beyondTheCeiling],
  [3, withdrawn],
  [3, notEstablished],
  [4, leftOpen],
  [3, followedUp],
  [2, merged],
];

const AT_ONCE = 4;

/** Drives complaints through all their ends, the same for the same seed but for who is quicker. */
export async function generateComplaints(organisation: Organisation, count: number, seed: number): Promise<void> {
  const weighted = ENDS.flatMap(([weight, end]) => Array.from({ length: weight }, () => end));
  const all = Array.from({ length: count }, (_, index) => index);
  const work = async (): Promise<void> => {
    for (let index = all.shift(); index !== undefined; index = all.shift()) {
      const end =
        index < ENDS.length ? ENDS[index]?.[1] : weighted[Math.floor(seeded(seed + index)() * weighted.length)];
      await end?.({ organisation, index, chance: seeded(seed * 31 + index) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
