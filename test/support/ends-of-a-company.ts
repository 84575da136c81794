import { eventually } from '@redress/testkit';
import { sendsBack } from './goods-sent-back';
import { oneOf, type End, type Making } from './made-complaint';
import { expectAccepted } from './organisation';
import { anOrder, Story } from './story';

const CHANNELS = ['WEB_FORM', 'EMAIL', 'PHONE', 'SOCIAL_MEDIA'];
const PRODUCTS = ['Kettle', 'Toaster', '空气净化器'];
const CATEGORIES = ['product-quality', 'service-attitude', 'delivery-delay'];
const CUSTOMERS = 12;
const DAY_MS = 24 * 3_600_000;

const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const amountOf = ({ chance }: Making): string => (1 + Math.floor(chance() * 19_999) / 100).toFixed(2);
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

function registered(making: Making, more: object = {}): Promise<Story> {
  const customer = Math.floor(making.chance() * CUSTOMERS);
  return Story.begin(making.company, {
    channel: oneOf(making, CHANNELS),
    categoryCode: oneOf(making, CATEGORIES),
    product: oneOf(making, PRODUCTS),
    region: oneOf(making, ['NY', 'CA', 'ON']),
    customer: { details: { name: `Customer ${customer}`, kind: 'CONSUMER', email: `c${customer}@example.org` } },
    ...more,
  });
}

/** What comes by itself may change a case in between; a step is then taken once more. */
async function persistently(step: () => Promise<unknown>, what: string): Promise<void> {
  await eventually(async () => (await step(), true), { what, timeoutMs: 45_000 });
}

interface Proposed {
  readonly story: Story;
  readonly orderNumber: string;
  readonly paid: string;
}

async function proposed(making: Making, kind?: string): Promise<Proposed> {
  const paid = amountOf(making);
  const orderNumber = await anOrder(making.company, `SO-P-${making.index}`, paid);
  const story = await registered(making, { orderLine: { orderNumber, lineNumber: 1 } });
  await story.investigated();
  await story.proposed({ orderNumber, lineNumber: 1, amount: paid }, kind);
  return { story, orderNumber, paid };
}

/** Lets finance approve what was agreed on; the answer is the settlement. */
async function approved({ company }: Making, story: Story): Promise<string> {
  const { id: settlementId, version: expectedVersion } = await story.released();
  expectAccepted(await company.people.finance.act('approveSettlement', { settlementId, expectedVersion }));
  return settlementId;
}

async function settled(making: Making, kind?: string): Promise<Story> {
  const { story } = await proposed(making, kind);
  await story.approvedAndReplied();
  await story.answered('ACCEPTED');
  await approved(making, story);
  await story.case(({ state }) => state === 'CLOSED', 'the closed case');
  return story;
}

const by =
  (kind: string): End =>
  (making) =>
    settled(making, kind);

/** A department does what was promised beside money. */
const fulfilled =
  (kind: string): End =>
  async (making) => {
    const { story } = await proposed(making, kind);
    await story.approvedAndReplied();
    await story.answered('ACCEPTED');
    const settlementId = await approved(making, story);
    const { handler } = making.company.people;
    const order = { settlementId, part: 1, department: 'workshop', task: 'new seam', dueOn: '2099-12-31' };
    const { fulfilment } = expectAccepted(
      await handler.act<{ fulfilment: { id: string; version: number } }>(
        'orderFulfilment',
        order,
        'fulfilment { id version }',
      ),
    );
    const { id: fulfilmentId, version: expectedVersion } = fulfilment;
    expectAccepted(await handler.act('confirmFulfilment', { fulfilmentId, expectedVersion, proof: 'job sheet 7' }));
  };

async function withoutMoney(making: Making): Promise<void> {
  const story = await registered(making);
  await story.investigated();
  const remedies = [{ kind: 'APOLOGY' }, { kind: 'SERVICE_IMPROVEMENT' }];
  await story.step('handler', 'proposeResolution', { text: 'We are sorry.', remedies });
  await story.approvedAndReplied();
  await story.answered('ACCEPTED');
}

async function outOfGoodwill(making: Making): Promise<void> {
  const story = await registered(making);
  await story.investigated();
  const remedies = [{ kind: 'GOODWILL', amount: yuan(amountOf(making)) }];
  await story.step('handler', 'proposeResolution', { text: 'For your patience.', remedies });
  await story.approvedAndReplied();
  await story.answered('ACCEPTED');
  await approved(making, story);
  await story.case(({ state }) => state === 'CLOSED', 'the closed case');
}

async function objected(making: Making): Promise<Story> {
  const { story, orderNumber, paid: amount } = await proposed(making);
  await story.approvedAndReplied();
  await story.case(({ settlements }) => settlements.length > 0, 'the first settlement');
  await story.answered('OBJECTED');
  await story.case(({ settlements }) => settlements.every(({ state }) => state === 'CANCELLED'), 'the cancelled one');
  await story.proposed({ orderNumber, lineNumber: 1, amount: (Number(amount) / 2).toFixed(2) });
  await story.approvedAndReplied();
  await story.answered('ACCEPTED');
  return story;
}

async function objectedAndPaid(making: Making): Promise<void> {
  const story = await objected(making);
  await approved(making, story);
  await story.case(({ state }) => state === 'CLOSED', 'the closed case');
}

async function rejectedByFinance(making: Making): Promise<void> {
  const { story } = await proposed(making);
  await story.approvedAndReplied();
  await story.answered('ACCEPTED');
  const { id: settlementId, version: expectedVersion } = await story.released();
  const rejection = { settlementId, expectedVersion, reason: 'The photographs do not show it.' };
  expectAccepted(await making.company.people.finance.act('rejectSettlement', rejection));
  await story.case(({ state }) => state === 'RESOLUTION', 'the case in resolution');
}

async function beyondTheCeiling(making: Making): Promise<void> {
  const orderNumber = await anOrder(making.company, `SO-P-${making.index}`, '20.00');
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
  await story.step('supervisor', 'assignCase', { assignee: `handler@${making.company.tenant}` });
  await story.step('handler', 'recordInvestigation', { validity: 'INVALID', findings: 'Nothing was found.' });
  await story.step('handler', 'closeCase', { outcome: 'NOT_ESTABLISHED' });
}

async function answeredTo(making: Making): Promise<void> {
  const story = await registered(making);
  await story.investigated();
  await story.step('handler', 'sendReply', { purpose: 'PROGRESS', form: 'EMAIL', text: 'We are looking into it.' });
}

const followedUp =
  (means: string, satisfied: boolean): End =>
  async (making) => {
    const story = await settled(making);
    const result = (satisfied ? 4 : 1) + Math.floor(making.chance() * 2);
    const answer = { reached: true, satisfied, satisfaction: { result } };
    await persistently(() => story.step('agent', 'recordFollowUp', { means, ...answer }), 'the follow-up');
  };

async function notReached(making: Making): Promise<void> {
  const story = await settled(making);
  const unheard = { means: 'PHONE', reached: false };
  await persistently(() => story.step('agent', 'recordFollowUp', unheard), 'the follow-up');
}

async function merged(making: Making): Promise<void> {
  const [one, other] = [await registered(making), await registered(making)];
  await onComplaint(making, other, 'mergeComplaints', {
    ...{ into: one.complaintId, reason: 'One harm, told twice.', otherPersonConfirmed: true },
  });
  // That it has a duplicate reaches the case by itself, and changes its version.
  await persistently(() => one.step('handler', 'closeCase', { outcome: 'WITHDRAWN' }), 'the closed case');
}

/** An act on the complaint itself, which the letter that tells of the receipt may change in between. */
async function onComplaint(
  { company }: Making,
  { complaintId }: Story,
  mutation: string,
  input: object,
): Promise<void> {
  const { agent } = company.people;
  await persistently(async () => {
    const { complaint } = await agent.read<{ complaint: { version: number } }>(
      'query V($id: ID!) { complaint(id: $id) { version } }',
      { id: complaintId },
    );
    expectAccepted(await agent.act(mutation, { complaintId, expectedVersion: complaint.version, ...input }));
  }, `the complaint after ${mutation}`);
}

async function forwarded(making: Making): Promise<void> {
  const story = await registered(making);
  await story.case();
  const where = { means: 'LETTER', organisation: '市场监督管理局', reason: 'It is theirs to decide.' };
  await onComplaint(making, story, 'forwardComplaint', where);
  await story.case(({ state }) => state === 'CLOSED', 'the forwarded case');
}

async function told(making: Making): Promise<void> {
  await onComplaint(making, await registered(making), 'recordAcknowledgement', { means: 'PHONE' });
}

async function urged(making: Making): Promise<void> {
  const story = await registered(making);
  await story.investigated();
  await story.step('supervisor', 'urgeCase', { text: 'The customer waits.' });
}

/** Received so long ago that its stages run out of time as soon as somebody looks. */
async function late(making: Making): Promise<Story> {
  const story = await registered(making, { receivedAt: daysAgo(20 + Math.floor(making.chance() * 30)) });
  await persistently(() => story.step('agent', 'acceptCase'), 'the acceptance');
  return story;
}

async function closedLate(making: Making): Promise<void> {
  const story = await late(making);
  await persistently(() => story.step('handler', 'closeCase', { outcome: 'WITHDRAWN' }), 'the closed case');
}

/** All that may come back does, or half of it. */
const returned: End = ({ company, index, chance }) => sendsBack(company, `SO-P-${index}`, chance() < 0.5 ? '2' : '1');

const returnedTooMuch: End = ({ company, index }) => sendsBack(company, `SO-P-${index}`, '3');

export const ENDS_OF_A_COMPANY: Readonly<Record<string, End>> = {
  ...{ refunded: by('REFUND'), reduced: by('PRICE_REDUCTION'), allowed: by('ALLOWANCE') },
  ...{ compensated: by('COMPENSATION'), surrendered: by('AGREEMENT_SURRENDER'), credited: by('STORE_CREDIT') },
  ...{ repaired: fulfilled('REPAIR'), exchanged: fulfilled('EXCHANGE'), withoutMoney, outOfGoodwill },
  ...{ returned, returnedTooMuch },
  ...{ objectedAndPaid, objected, rejectedByFinance, beyondTheCeiling, withdrawn, notEstablished },
  ...{ leftUnread: registered, answeredTo },
  ...{ satisfied: followedUp('PHONE', true), dissatisfied: followedUp('ONLINE', false) },
  ...{ surveyed: followedUp('QUESTIONNAIRE', true), notReached, told },
  ...{ merged, forwarded, urged, late, closedLate },
};
