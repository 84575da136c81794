import { staffStandingChanged } from '@redress/contracts';
import { fromGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { findRegulation, type Regulation } from '@redress/regulations';
import { adopt } from '../testing/adopted';
import { registration } from '../testing/documents';
import { START, startIntake, type IntakeUnderTest } from '../testing/intake-under-test';

const SETTLE = `
  mutation ($input: SettleOnTheSpotInput!) {
    settleOnTheSpot(input: $input) {
      complaint { id number version onTheSpot { remedy amount { amount currency } account settledBy complainantSignedAt } }
      replayed
      userErrors { code path details { maximum { amount currency } allowed } }
    }
  }`;
const TRANSFER = `
  mutation ($input: TransferSlipsInput!) {
    transferSlips(input: $input) {
      transfer { month slips totals { amount currency } transferredBy } replayed userErrors { code }
    }
  }`;

/** A shop that settles with its sales staff up to 100 yuan, and with the store manager up to 1,000. */
function aShop(changes: Partial<Regulation> = {}): Regulation {
  const base = findRegulation('company-24h-3wd-7wd');
  if (base === undefined) throw new Error('the regulation ships with the package');
  const quote = 'quoted';
  return {
    ...base,
    id: 'a-shop',
    numbering: { pattern: 'TS{YYYY}{MM}-{SERIAL:5}', period: 'MONTH', quote },
    parties: [{ party: 'sales-staff', label: { zh: '营业员', en: 'Sales staff' }, kind: 'POST', role: 'agent', quote }],
    authority: {
      ...base.authority,
      rows: [{ holder: 'sales-staff', currency: 'CNY', maximum: '100', quote }],
    },
    onTheSpot: { performers: ['sales-staff', 'supervisor'], slip: 'slip', batch: 'MONTH_END', quote },
    papers: [{ paper: 'slip', kind: 'SETTLEMENT_SLIP', label: { zh: '处理单', en: 'Slip' }, quote }],
    ...changes,
  };
}

let intake: IntakeUnderTest;
let seller: string;
let stranger: string;
beforeAll(async () => {
  intake = await startIntake();
  await adopt(intake, 'shop', aShop());
  seller = await intake.tokenFor({ tenant: 'shop', role: 'agent', subject: 'seller-1' });
  stranger = await intake.tokenFor({ tenant: 'shop', role: 'agent', subject: 'stranger' });
  await appoint({ subject: 'seller-1' });
});
afterAll(() => intake.stop());

function appoint(changes: object) {
  const data = {
    ...{ staffId: newId(), staffVersion: 1, subject: 'x', parties: ['sales-staff'], active: true, at: START },
    ...changes,
  };
  return intake.handle('case-handling', { type: staffStandingChanged.type, id: newId(), tenantId: 'shop', data });
}

const SIGNED = { complainantSignedAt: START, staffSignedAt: START };
const settlement = (changes: object = {}) => ({
  ...registration(),
  remedy: 'EXCHANGE',
  account: '当场换新一台。',
  slip: SIGNED,
  ...changes,
});

interface Settled {
  readonly complaint: { id: string; number: string; version: number; onTheSpot: object } | null;
  readonly replayed: boolean;
  readonly userErrors: { code: string; details: object | null }[];
}

async function settle(changes: object = {}, token = seller): Promise<Settled> {
  const answer = await intake.ask(token, SETTLE, { input: settlement(changes) });
  if (answer.data === null || answer.data === undefined) throw new Error(JSON.stringify(answer.errors));
  return (answer.data as unknown as { settleOnTheSpot: Settled }).settleOnTheSpot;
}

const eventsOf = async (globalId: string) => {
  const rows = await intake.database.system.query<{ aggregate_id: string; envelope: string }>(
    'SELECT aggregate_id, envelope FROM outbox_log WHERE aggregate_id = :id ORDER BY aggregate_version',
    { id: fromGlobalId('Complaint', globalId) },
  );
  return rows.map(({ envelope }) => JSON.parse(envelope) as { type: string; data: Record<string, unknown> });
};

describe('settling on the spot', () => {
  it('registers, numbers and settles in one go, and publishes both', async () => {
    const { complaint, userErrors } = await settle({ remedy: 'REFUND', amount: { amount: '50.00', currency: 'CNY' } });
    expect(userErrors).toEqual([]);
    expect(complaint).toMatchObject({
      number: expect.stringMatching(/\d/) as string,
      version: 2,
      onTheSpot: { remedy: 'REFUND', amount: { amount: '50.00' }, account: '当场换新一台。', settledBy: 'seller-1' },
    });
    const [registered, settled] = await eventsOf(complaint?.id ?? '');
    expect(registered?.data).toMatchObject({ settledOnTheSpot: true });
    expect(settled).toMatchObject({
      type: 'redress.intake.complaint.settled-on-the-spot.v1',
      data: { remedy: 'REFUND', amount: { amountMinor: '5000', currency: 'CNY' }, by: 'seller-1', slipSigned: true },
    });
    expect(JSON.stringify(settled)).not.toContain('换新');
  });

  it('is done once for each idempotency key', async () => {
    const idempotencyKey = newId();
    const first = await settle({ idempotencyKey });
    const again = await settle({ idempotencyKey });
    expect(again).toMatchObject({ replayed: true, complaint: { id: first.complaint?.id } });
  });

  it('refuses more than the authority, with the maximum and who may', async () => {
    expect(await settle({ amount: { amount: '100.01', currency: 'CNY' } })).toMatchObject({
      complaint: null,
      userErrors: [
        {
          code: 'INTAKE_BEYOND_AUTHORITY',
          details: { maximum: { amount: '100.00', currency: 'CNY' }, allowed: ['supervisor'] },
        },
      ],
    });
  });

  it('refuses a sum that was split over several complaints of one customer', async () => {
    const customer = { externalRef: 'split-1', details: { name: '李雷' } };
    const amount = { amount: '60.00', currency: 'CNY' };
    expect((await settle({ customer, amount })).userErrors).toEqual([]);
    expect((await settle({ customer, amount })).userErrors).toMatchObject([{ code: 'INTAKE_BEYOND_AUTHORITY' }]);
  });

  it('refuses a sum that was split over calls at the same moment', async () => {
    const externalRef = 'split-2';
    await settle({ customer: { externalRef, details: { name: '李雷' } } });
    const amount = { amount: '60.00', currency: 'CNY' };
    const sixTimes = (changes: object) => Promise.all(Array.from({ length: 6 }, () => settle(changes)));
    // So that each of the calls has a connection to the database, and none waits for the end of another.
    await sixTimes({});
    const refused = (await sixTimes({ customer: { externalRef }, amount })).flatMap(({ userErrors }) =>
      userErrors.map(({ code }) => code),
    );
    expect(refused).toEqual(Array.from({ length: 5 }, () => 'INTAKE_BEYOND_AUTHORITY'));
  });

  it('is for whom the regulation names, also in the place of an absent colleague', async () => {
    expect((await settle({}, stranger)).userErrors).toMatchObject([
      { code: 'INTAKE_NOT_A_PERFORMER', details: { allowed: ['sales-staff', 'supervisor'] } },
    ]);
    await appoint({ subject: 'stand-in', parties: [] });
    await appoint({ subject: 'away', delegate: 'stand-in', absentUntil: '2026-12-01T00:00:00.000Z' });
    const standIn = await intake.tokenFor({ tenant: 'shop', role: 'agent', subject: 'stand-in' });
    expect((await settle({}, standIn)).userErrors).toEqual([]);
  });

  it('takes what is told of an older version as too late', async () => {
    const staffId = newId();
    await appoint({ staffId, staffVersion: 2, subject: 'leaver', active: false });
    await appoint({ staffId, staffVersion: 1, subject: 'leaver' });
    const leaver = await intake.tokenFor({ tenant: 'shop', role: 'agent', subject: 'leaver' });
    expect((await settle({}, leaver)).userErrors).toMatchObject([{ code: 'INTAKE_NOT_A_PERFORMER' }]);
  });

  it('needs the slip that the regulation asks for, and registers nothing without it', async () => {
    const idempotencyKey = newId();
    expect((await settle({ idempotencyKey, slip: null })).userErrors).toMatchObject([
      { code: 'INTAKE_SLIP_NOT_SIGNED' },
    ]);
    expect((await settle({ slip: { ...SIGNED, staffSignedAt: '2026-11-21T02:00:00.000Z' } })).userErrors).toMatchObject(
      [{ code: 'INTAKE_SLIP_NOT_SIGNED' }],
    );
  });

  it('is refused where the regulation knows nothing of it, or not as things are', async () => {
    const { onTheSpot: _, ...silent } = aShop();
    await adopt(intake, 'silent', silent);
    const agent = await intake.tokenFor({ tenant: 'silent', role: 'agent', subject: 'seller-1' });
    expect((await settle({}, agent)).userErrors).toMatchObject([{ code: 'INTAKE_ON_THE_SPOT_NOT_PROVIDED' }]);
    const performers = ['agent'];
    await adopt(intake, 'picky', aShop({ onTheSpot: { performers, when: 'item.type == "ENQUIRY"', quote: 'quoted' } }));
    const other = await intake.tokenFor({ tenant: 'picky', role: 'agent', subject: 'seller-1' });
    expect((await settle({}, other)).userErrors).toMatchObject([{ code: 'INTAKE_ON_THE_SPOT_NOT_NOW' }]);
  });
});

describe('passing slips on at the end of the month', () => {
  const transfer = async (month: string, idempotencyKey = newId()) => {
    const answer = await intake.ask(seller, TRANSFER, { input: { idempotencyKey, month } });
    return (answer.data as unknown as { transferSlips: object }).transferSlips;
  };

  it('waits for the end of the month, then passes all of them on once, with their sums', async () => {
    expect(await transfer('2026-11')).toMatchObject({ userErrors: [{ code: 'INTAKE_MONTH_NOT_OVER' }] });
    const [kept] = await intake.database.system.query<{ slips: string; total: string }>(
      "SELECT COUNT(*) AS slips, SUM(amount_minor) AS total FROM on_the_spot WHERE tenant_id = 'shop'",
    );
    intake.clock.set('2026-12-01T00:00:00.000Z');
    expect(await transfer('2026-11')).toMatchObject({
      transfer: {
        slips: Number(kept?.slips),
        totals: [{ amount: (Number(kept?.total) / 100).toFixed(2), currency: 'CNY' }],
        transferredBy: 'seller-1',
      },
      userErrors: [],
    });
    expect(await transfer('2026-11')).toMatchObject({ userErrors: [{ code: 'INTAKE_SLIPS_TRANSFERRED' }] });
    expect(await transfer('2026-13')).toMatchObject({ userErrors: [{ code: 'INTAKE_MONTH_MALFORMED' }] });
    expect(await intake.ask(seller, '{ slipTransfer(month: "十一月") { slips } }')).toEqual({
      data: { slipTransfer: null },
    });
  });
});
