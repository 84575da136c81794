import { fixedClock, newId } from '@redress/kernel';
import { adopt } from '../testing/adopted';
import { REGISTER, registration } from '../testing/documents';
import { START, startIntake, type IntakeUnderTest } from '../testing/intake-under-test';

const CALL = `mutation ($input: RecordCallInput!) {
  recordCall(input: $input) { call { outcome rings ringsAllowed late } replayed userErrors { code path } }
}`;
const CONFIRM = `mutation ($input: ConfirmWithComplainantInput!) {
  confirmWithComplainant(input: $input) {
    complaint { confirmations { kind confirmed corrections recordedBy } } replayed userErrors { code path }
  }
}`;
const READ = `query ($id: ID!) { complaint(id: $id) { calls { outcome late } confirmations { corrections } } }`;

let intake: IntakeUnderTest;
let agent: string;
let complaintId: string;

beforeAll(async () => {
  intake = await startIntake(fixedClock(START));
  await adopt(intake, 'shop', 'consumer-affairs');
  agent = await intake.tokenFor({ tenant: 'shop', subject: 'an', role: 'agent' });
  const input = registration({
    channel: 'PHONE',
    categoryCode: 'product',
    product: '电水壶',
    demand: { kind: 'REPAIR' },
    customer: { details: { name: '陈美丽', kind: 'CONSUMER', phone: '13800000000' } },
    card: [
      { key: 'address', value: '上海市' },
      { key: 'problem', value: '漏水' },
    ],
  });
  const answer = await intake.ask(agent, REGISTER, { input });
  const registered = answer.data as unknown as {
    registerComplaint: { complaint: { id: string } | null; userErrors: unknown[] };
  };
  expect(registered.registerComplaint.userErrors).toEqual([]);
  complaintId = registered.registerComplaint.complaint?.id ?? '';
});
afterAll(() => intake.stop());

interface Answered {
  readonly call?: object | null;
  readonly complaint?: { readonly confirmations: readonly object[] } | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

async function say(mutation: 'recordCall' | 'confirmWithComplainant', input: object, token = agent): Promise<Answered> {
  const document = mutation === 'recordCall' ? CALL : CONFIRM;
  const answer = await intake.ask(token, document, { input: { idempotencyKey: newId(), complaintId, ...input } });
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return (answer.data as Record<string, Answered>)[mutation] as Answered;
}

const at = (seconds: number) => new Date(new Date(START).getTime() - 600_000 + seconds * 1_000).toISOString();
const answered = { direction: 'INBOUND', outcome: 'ANSWERED', rangAt: at(0), answeredAt: at(9) };

describe('calls', () => {
  it.each([
    ['the third ring is in time', { ...answered, rings: 3 }, false],
    ['the fourth is late', { ...answered, rings: 4 }, true],
    ['a call that nobody answers is late', { direction: 'INBOUND', outcome: 'MISSED', rangAt: at(0), rings: 2 }, true],
    ['who calls out is never late', { ...answered, direction: 'OUTBOUND', rings: 9 }, false],
  ])('%s, where the text allows three', async (_, input, late) => {
    const { call, userErrors } = await say('recordCall', input);
    expect(userErrors).toEqual([]);
    expect(call).toMatchObject({ late, ringsAllowed: input.direction === 'INBOUND' ? 3 : null });
  });

  it.each([
    ['answered before it rang', { ...answered, answeredAt: at(-1) }],
    ['missed, and answered', { ...answered, outcome: 'MISSED' }],
    ['answered, nobody knows when', { direction: 'INBOUND', outcome: 'ANSWERED', rangAt: at(0) }],
    ['to come', { ...answered, rangAt: at(10_000), answeredAt: at(10_001) }],
  ])('refuses one that is %s', async (_, input) => {
    const { call, userErrors } = await say('recordCall', input);
    expect([call, userErrors]).toEqual([null, [{ code: 'INTAKE_CALL_OUT_OF_ORDER', path: ['input', 'answeredAt'] }]]);
  });

  it('enters a repeated one once, and none for a complaint of another organisation', async () => {
    const input = { ...answered, idempotencyKey: newId() };
    await say('recordCall', input);
    expect((await say('recordCall', input)).replayed).toBe(true);
    const stranger = await intake.tokenFor({ tenant: 'other', subject: 'an', role: 'agent' });
    expect((await say('recordCall', answered, stranger)).userErrors).toEqual([
      { code: 'NOT_FOUND', path: ['input', 'complaintId'] },
    ]);
  });
});

describe('confirmations', () => {
  it('keeps what the complainant put right, sealed at rest and for staff alone', async () => {
    const corrections = '是电饭煲,不是电水壶。';
    const { complaint } = await say('confirmWithComplainant', { kind: 'READ_BACK', confirmed: false, corrections });
    expect(complaint?.confirmations).toEqual([{ kind: 'READ_BACK', confirmed: false, corrections, recordedBy: 'an' }]);
    const stored = await intake.database.system.query<{ sealed: Buffer }>(
      'SELECT f.sealed_corrections AS sealed FROM complaint_confirmation f',
    );
    expect(stored.map(({ sealed }) => sealed.includes(Buffer.from('电饭煲')))).toEqual([false]);
    const customer = await intake.tokenFor({ tenant: 'shop', subject: 'c', role: 'customer', customer: newId() });
    const answer = await intake.ask(customer, READ, { id: complaintId });
    expect((answer.data as unknown as { complaint: unknown }).complaint).toBeNull();
  });

  it('wants to know what is right where something was understood wrongly', async () => {
    const { userErrors } = await say('confirmWithComplainant', { kind: 'CALL_BACK', confirmed: false });
    expect(userErrors).toEqual([{ code: 'INTAKE_CORRECTIONS_MISSING', path: ['input', 'corrections'] }]);
  });
});
