import { createHmac } from 'node:crypto';
import { newId } from '@redress/kernel';
import { expected as consumerAffairs } from '../regulations/expected/consumer-affairs';
import { stageUnder } from '../regulations/stage-under';
import type { Stage } from '../regulations/step';
import { personWith, type Payload, type Person, type UserError } from '../support/act';
import { balancesOf, leftOf } from '../support/books-seen';
import { clerkOf, handOver, handedOver } from '../support/counter';
import { startMovedSystem, type MovedSystem } from '../support/moved-system';
import { expectAccepted } from '../support/organisation';
import { anOrderOf, granted, settlementIn, toRelease, yuan } from '../support/play-of-money';
import { staffChanged } from '../support/staff-changed';

const SHOP = { key: 'shop-of-scenario', secret: Buffer.alloc(32, 5) };
const TEN_YEARS_SECONDS = 10 * 366 * 24 * 3_600;

/** As a shop signs that has nothing of ours but the page on channels. */
function signed(body: Buffer, secret: Buffer, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex')}`;
}

const codes = ({ userErrors }: { readonly userErrors: readonly UserError[] }) => userErrors.map(({ code }) => code);

// A wait has a minute and more on a slow machine, and a test may have several.
jest.setTimeout(180_000);

describe('what the front line and the shop bring into the books', () => {
  let system: MovedSystem;
  const shopTenant = `shop-${newId().slice(-12)}`;

  beforeAll(async () => {
    const shop = { tenant: shopTenant, key: SHOP.key, name: 'web shop', secrets: [SHOP.secret.toString('base64')] };
    system = await startMovedSystem('2026-03-10T10:00:00+08:00', {
      finance: { REDRESS_SHOPS: JSON.stringify([shop]) },
    });
  }, 240_000);
  afterAll(() => system?.stop(), 60_000);

  describe('when the front line hands money over', () => {
    let stage: Stage;
    const unit = 'counter-1';
    const person = (performer: string): Person => stage.cast.of(performer).person;

    beforeAll(async () => {
      stage = await stageUnder(system, {
        ...consumerAffairs,
        adoptedAuthority: [
          { role: 'FINANCE', currency: 'CNY', maximum: '150.00' },
          { holder: 'cs-department', currency: 'CNY', maximum: '200.00' },
          { role: 'SUPERVISOR', currency: 'CNY', maximum: '300.00' },
          { role: 'MANAGER', currency: 'CNY' },
        ],
      });
      expectAccepted(await person('admin').act('registerUnit', { code: unit, kind: 'OUTLET', label: '一号柜台' }));
    }, 240_000);

    it('books it from what intake tells, within the ceiling of its line, and shows what passed it', async () => {
      const other = await anOrderOf(stage, '90.00');
      const remedy = { kind: 'COMPENSATION', amount: yuan('10.00'), orderLine: { orderNumber: other, lineNumber: 1 } };
      const { settlement } = await toRelease(stage, { remedy });
      const li = await clerkOf(stage, unit, settlement.id);
      const orderNumber = await anOrderOf(stage, '200.00');
      const orderLine = { orderNumber, lineNumber: 1 };
      const first = expectAccepted(
        await handOver(stage, li.person, { remedy: 'COMPENSATION', amount: yuan('120.00'), orderLine }),
      );
      expect(await handedOver(stage, first.complaint?.id)).toMatchObject({
        ...{ instrument: 'COMPENSATION', amount: { amount: '120.00' }, over: null, exceptionReason: null },
        ...{ outlet: unit, paidBy: li.subject },
      });
      expect(await leftOf(person('auditor'), orderNumber)).toBe('80.00');
      expect(await balancesOf(person('auditor'))).toMatchObject({
        CASH_AT_OUTLETS: '-120.00',
        COMPENSATION_EXPENSE: '120.00',
      });

      const tooMuch = await handOver(stage, li.person, { remedy: 'COMPENSATION', amount: yuan('200.01'), orderLine });
      expect(tooMuch.userErrors).toMatchObject([
        { code: 'INTAKE_BEYOND_AUTHORITY', details: { maximum: { amount: '200.00' } } },
      ]);
      const play = await granted(stage, {
        remedy: { kind: 'COMPENSATION', amount: yuan('81.00'), orderLine },
        matter: { orderLine },
      });
      expect(await settlementIn(play, 'REFUSED')).toMatchObject({
        ...{ reason: 'FINANCE_CEILING_EXCEEDED', maximum: { amount: '80.00' } },
      });

      const second = expectAccepted(
        await handOver(stage, li.person, { remedy: 'COMPENSATION', amount: yuan('100.00'), orderLine }),
      );
      const exception = await handedOver(stage, second.complaint?.id);
      expect(exception).toMatchObject({ over: { amount: '20.00' }, exceptionReason: 'FINANCE_CEILING_EXCEEDED' });
      expect(await leftOf(person('auditor'), orderNumber)).toBe('0.00');
      expectAccepted(
        await person('finance').act('endOnTheSpotException', {
          ...{ id: exception.id, expectedVersion: exception.version, note: '由柜台承担。The counter bears it.' },
        }),
      );
    }, 180_000);

    it('counts it when somebody decides on more for the same harm', async () => {
      const orderNumber = await anOrderOf(stage, '1000.00');
      const orderLine = { orderNumber, lineNumber: 1 };
      const remedy = { kind: 'COMPENSATION', amount: yuan('60.00'), orderLine };
      const { play, settlement } = await toRelease(stage, { remedy, matter: { orderLine } });
      const finance = async () => {
        type Data = { whoMay: { holder: string; because: string; left: { amount: string } | null }[] };
        const { whoMay } = await person('finance').read<Data>(
          'query W($id: ID!) { whoMay(approve: $id) { holder because left { amount } } }',
          { id: settlement.id },
        );
        return whoMay.find(({ holder }) => holder === 'finance');
      };
      expect(await finance()).toMatchObject({ because: 'REACHES', left: { amount: '150.00' } });
      const li = await clerkOf(stage, unit, settlement.id);
      const given = expectAccepted(
        await handOver(stage, li.person, { remedy: 'COMPENSATION', amount: yuan('120.00'), orderLine }),
      );
      await handedOver(stage, given.complaint?.id);
      expect(await finance()).toMatchObject({ because: 'SPLIT', left: { amount: '30.00' } });
      const approval = { settlementId: settlement.id, expectedVersion: settlement.version };
      expect((await person('finance').act('approveSettlement', approval)).userErrors).toMatchObject([
        { code: 'FINANCE_SPLIT_EXCEEDS_AUTHORITY', details: { maximum: { amount: '30.00' } } },
      ]);
      expectAccepted(await person('supervisor').act('approveSettlement', approval));
      await settlementIn(play, 'COMPLETED');
    }, 180_000);

    it('takes goodwill from the budget of the unit, whether its clerk hands it over or its case grants it', async () => {
      const budget = (amount: string, of: object = {}) =>
        person('manager').act('setGoodwillBudget', { period: '2026-03', amount: yuan(amount), ...of });
      expectAccepted(await budget('500.00'));
      expectAccepted(await budget('40.00', { unit }));
      const left = async () => {
        type Data = { goodwillBudgets: { unit: string | null; remaining: { amount: string } }[] };
        const { goodwillBudgets } = await person('auditor').read<Data>(
          '{ goodwillBudgets(year: 2026) { unit remaining { amount } } }',
        );
        return Object.fromEntries(goodwillBudgets.map((each) => [each.unit ?? '', each.remaining.amount]));
      };
      const remedy = (amount: string) => ({ kind: 'GOODWILL', amount: yuan(amount) });
      await staffChanged(stage, 'product-department', { unitId: unit });
      const ofUnit = await granted(stage, { remedy: remedy('5.00') });
      const { id } = await settlementIn(ofUnit, 'PROPOSED', 'RELEASED');
      expect(await left()).toEqual({ '': '500.00', [unit]: '35.00' });

      const li = await clerkOf(stage, unit, id);
      const first = expectAccepted(await handOver(stage, li.person, { remedy: 'GOODWILL', amount: yuan('30.00') }));
      expect(await handedOver(stage, first.complaint?.id)).toMatchObject({ over: null });
      expect(await left()).toEqual({ '': '500.00', [unit]: '5.00' });
      const second = expectAccepted(await handOver(stage, li.person, { remedy: 'GOODWILL', amount: yuan('30.00') }));
      expect(await handedOver(stage, second.complaint?.id)).toMatchObject({
        ...{ over: { amount: '25.00' }, exceptionReason: 'FINANCE_CEILING_EXCEEDED' },
      });
      expect(await left()).toEqual({ '': '500.00', [unit]: '0.00' });
      const refused = await granted(stage, { remedy: remedy('1.00') });
      expect(await settlementIn(refused, 'REFUSED')).toMatchObject({ maximum: { amount: '0.00' } });
    }, 180_000);
  });

  describe('when orders come in', () => {
    const member = async (role: 'finance' | 'auditor') => {
      const validForSeconds = TEN_YEARS_SECONDS;
      return personWith(system, await system.tokenFor({ tenant: shopTenant, role, subject: role, validForSeconds }));
    };
    const anOrder = (changes: object = {}) => ({
      ...{ orderNumber: `E-${newId().slice(-12)}`, placedAt: '2026-03-05T09:00:00+08:00', currency: 'CNY' },
      lines: [
        {
          ...{ lineNumber: 1, description: '电水壶', product: 'KT-1', quantity: '2', paid: yuan('100.00') },
          charges: [{ kind: 'TAX', code: 'VAT', rate: '13', paid: yuan('13.00') }],
        },
      ],
      payments: [{ provider: 'simulator', reference: newId(), amount: yuan('113.00') }],
      paymentsComplete: true,
      ...changes,
    });
    interface Registered extends Payload {
      readonly registered: number;
      readonly existed: number;
      readonly refused: number;
      readonly rows: readonly { readonly status: string; readonly userErrors: readonly UserError[] }[];
    }
    const register = async (purchases: readonly object[], idempotencyKey: string = newId()) =>
      (await member('finance')).act<Registered>(
        'registerPurchases',
        { purchases, idempotencyKey },
        'registered existed refused rows { row status userErrors { code path } }',
      );
    const known = async () => {
      const { purchases } = await (
        await member('auditor')
      ).read<{ purchases: { nodes: { orderNumber: string }[] } }>(
        '{ purchases(first: 100) { nodes { orderNumber } } }',
      );
      return purchases.nodes.map(({ orderNumber }) => orderNumber).sort();
    };

    it('takes many at once, each by itself, and knows again what it knows', async () => {
      const [one, two] = [anOrder(), anOrder()];
      const wrong = anOrder({ payments: [{ provider: 'simulator', reference: newId(), amount: yuan('1.00') }] });
      const key = newId();
      const first = await register([one, wrong, two], key);
      expect(first).toMatchObject({ registered: 2, existed: 0, refused: 1, replayed: false, userErrors: [] });
      expect(first.rows.map((row) => [row.status, ...codes(row)])).toEqual([
        ['REGISTERED'],
        ['REFUSED', 'FINANCE_PURCHASE_DOES_NOT_ADD_UP'],
        ['REGISTERED'],
      ]);
      expect(await register([one, wrong, two], key)).toMatchObject({ registered: 2, refused: 1, replayed: true });
      expect(await register([two, one])).toMatchObject({ registered: 0, existed: 2, replayed: false });
      const other = await register([{ ...one, department: 'elsewhere' }]);
      expect(other.rows.map((row) => [row.status, ...codes(row)])).toEqual([['REFUSED', 'FINANCE_PURCHASE_CONFLICT']]);
      expect(await known()).toEqual([one.orderNumber, two.orderNumber].sort());
      expect(await leftOf(await member('auditor'), one.orderNumber)).toBe('100.00');
    });

    it('takes a shop’s own word through the gateway when it is signed, once, and nobody else’s', async () => {
      const before = await known();
      const order = anOrder();
      const event = {
        ...{ specversion: '1.0', id: newId(), source: 'https://shop.example/orders', data: order },
        ...{ type: 'com.redress.shop.order.paid', datacontenttype: 'application/json' },
      };
      const post = async (body: object, { secret = SHOP.secret, at = system.now(), key = SHOP.key } = {}) => {
        const text = Buffer.from(JSON.stringify(body));
        const response = await fetch(system.url.replace('/graphql', `/shop-events/${key}`), {
          method: 'POST',
          headers: {
            'content-type': 'application/cloudevents+json',
            'redress-webhook-signature': signed(text, secret, at),
          },
          body: text,
        });
        const answer = (await response.json()) as { events?: { state: string; duplicate: boolean }[] };
        return { status: response.status, events: answer.events };
      };
      const hourAgo = new Date(system.now().getTime() - 3_600_000);
      for (const unfit of [{ secret: Buffer.alloc(32, 6) }, { at: hourAgo }, { key: 'another-shop' }]) {
        expect(await post(event, unfit)).toEqual({ status: 401, events: undefined });
      }
      expect(await known()).toEqual(before);

      const answers = await Promise.all(Array.from({ length: 6 }, () => post(event)));
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
      expect(answers.filter(({ events }) => events?.[0]?.duplicate === false)).toHaveLength(1);
      expect(await post({ ...event, data: anOrder() })).toMatchObject({
        events: [{ state: 'REGISTERED', duplicate: true }],
      });
      expect(await post({ ...event, id: newId() })).toMatchObject({ events: [{ state: 'EXISTED', duplicate: false }] });
      expect(await register([order])).toMatchObject({ registered: 0, existed: 1 });
      expect(await known()).toEqual([...before, order.orderNumber].sort());
      expect(await leftOf(await member('auditor'), order.orderNumber)).toBe('100.00');
    });
  });
});
