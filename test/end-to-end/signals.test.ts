import { eventually } from '@redress/testkit';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { startMovedSystem, type MovedSystem } from '../support/moved-system';
import { expectAccepted, foundOrganisation, type Organisation } from '../support/organisation';
import { Story } from '../support/story';

/** A Monday, at ten in Shanghai; the week before it is complete, and most of it lies in the month before. */
const NOW = '2026-08-03T02:00:00.000Z';
const DAY_MS = 86_400_000;
const WEEKS = 17;
const PRODUCTS = ['kettle', 'toaster', 'iron', 'fan', 'lamp', 'clock'];
const REGIONS = ['north', 'south', 'east', 'west'];
const EXTRA = 10;

interface Received {
  readonly product: string;
  readonly region: string;
  readonly categoryCode: string;
  readonly receivedAt: string;
}

/** Two complaints a week about each product, in every region and category alike; ten more about one in the last week. */
function whatCame(categories: readonly string[]): Received[] {
  const first = Date.parse(NOW) - WEEKS * 7 * DAY_MS;
  const came: Received[] = [];
  const add = (product: string, day: number): void => {
    came.push({
      product,
      region: REGIONS[came.length % REGIONS.length] ?? '',
      categoryCode: categories[came.length % categories.length] ?? '',
      receivedAt: new Date(first + day * DAY_MS).toISOString(),
    });
  };
  for (let week = 0; week < WEEKS; week += 1) {
    PRODUCTS.forEach((product, index) => [0, 3].forEach((day) => add(product, 7 * week + ((index + day) % 7))));
  }
  for (let extra = 0; extra < EXTRA; extra += 1) add('kettle', 7 * (WEEKS - 1) + (extra % 5));
  return came;
}

const SIGNALS = `{ signals(first: 20) { nodes {
  id version state figure dimension value rule from to observed expected upper ongoing title { zh en }
  asOf { complete metricVersion }
  chart { grain centre rule ruleInWords { zh en } baseline { points unit }
    points { from to observed expected lower upper ewma inBaseline } }
  cases(first: 50) { totalCount { value } nodes { id number product } } } } }`;

interface SeenSignal {
  readonly id: string;
  readonly version: number;
  readonly observed: number;
  readonly upper: number;
  readonly chart: { readonly points: readonly { readonly observed: number; readonly inBaseline: boolean }[] };
  readonly cases: {
    readonly totalCount: { readonly value: number };
    readonly nodes: readonly { readonly number: string; readonly product: string }[];
  };
}

const POINT = `id version state source dimension value signal { id state } evidence { observed comparedWith currency }
  effect { before { observed } after { observed } change significant }`;
const POINTS = `{ improvementPoints(month: "2026-07", first: 10) { nodes { ${POINT} } } }`;

interface SeenPoint {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly source: string;
}

/** The day in Shanghai. */
const localDay = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);

describe('a warning before a problem is big', () => {
  let system: MovedSystem;
  let organisation: Organisation;
  let came: readonly Received[];

  beforeAll(async () => {
    system = await startMovedSystem(NOW);
    organisation = await foundOrganisation(system);
    await watchedToday();
  }, 240_000);
  afterAll(() => system?.stop(), 60_000);

  /** Each organisation is looked at once a day by itself: not in the middle of what is registered here, nor after it. */
  async function watchedToday(): Promise<void> {
    const analytics = await createConnection({ uri: system.databaseUrl('analytics'), dateStrings: true });
    try {
      await eventually(
        async () => {
          const [[watch]] = await analytics.query<(RowDataPacket & { readonly day: string | null })[]>(
            'SELECT w.watched_until AS day FROM signal_watch w WHERE w.tenant_id = ?',
            [organisation.tenant],
          );
          return watch?.day === localDay(NOW);
        },
        { what: 'the look of the day', timeoutMs: 120_000, intervalMs: 100 },
      );
    } finally {
      await analytics.end();
    }
  }

  async function registered(all: readonly Received[]): Promise<void> {
    for (let at = 0; at < all.length; at += 8) {
      await Promise.all(
        all.slice(at, at + 8).map(async (each, index) => {
          const details = { name: `Chen ${at + index}`, kind: 'CONSUMER', email: `c${at + index}@example.org` };
          const input = { channel: 'WEB_FORM', text: `It is broken, ${at + index}.`, customer: { details }, ...each };
          expectAccepted(await organisation.people.agent.act('registerComplaint', input));
        }),
      );
    }
  }

  const points = async (): Promise<readonly SeenPoint[]> =>
    (await organisation.people.auditor.read<{ improvementPoints: { nodes: SeenPoint[] } }>(POINTS)).improvementPoints
      .nodes;

  const pointFrom = async (source: string): Promise<SeenPoint | undefined> =>
    (await points()).find((each) => each.source === source);

  const signals = async (): Promise<readonly SeenSignal[]> =>
    (await organisation.people.supervisor.read<{ signals: { nodes: SeenSignal[] } }>(SIGNALS)).signals.nodes;

  it('counts what came over seventeen weeks', async () => {
    const { complaintCategories } = await organisation.people.agent.read<{
      complaintCategories: { nodes: { code: string }[] };
    }>('{ complaintCategories { nodes { code } } }');
    came = whatCame(complaintCategories.nodes.map(({ code }) => code).slice(0, 3));
    await registered(came);
    await eventually(
      async () => {
        const { metrics } = await organisation.people.analyst.read<{
          metrics: { rows: { values: { value: string }[] }[] };
        }>('{ metrics(query: { metrics: [COMPLAINTS_RECEIVED] }) { rows { values { value } } } }');
        const value = metrics.rows[0]?.values[0]?.value;
        if (value !== String(came.length)) throw new Error(`${value} of ${came.length} count`);
        return true;
      },
      { timeoutMs: 120_000, intervalMs: 250 },
    );
  }, 400_000);

  it('makes exactly one signal, of the product that rose, with its chart and its cases', async () => {
    const detected = await organisation.people.analyst.act<{ detection: { seriesWatched: number } }>(
      'detectSignals',
      {},
      'detection { seriesWatched begun today capped { dimension } }',
    );
    expect(expectAccepted(detected).detection).toMatchObject({ today: '2026-08-03', capped: [] });
    const [signal, ...others] = await signals();
    expect(others).toEqual([]);
    const kettles = came.filter(({ product }) => product === 'kettle');
    expect(signal).toMatchObject({
      ...{ state: 'OPEN', figure: 'COMPLAINTS', dimension: 'PRODUCT', value: 'kettle', ongoing: true },
      title: { en: 'More complaints: product kettle' },
      asOf: { complete: true },
    });
    expect(signal?.observed).toBeGreaterThan(signal?.upper ?? Infinity);
    expect(signal?.cases.totalCount.value).toBe(signal?.observed);
    expect(new Set(signal?.cases.nodes.map(({ product }) => product))).toEqual(new Set(['kettle']));
    expect(signal?.cases.nodes.every(({ number }) => /\d/.test(number))).toBe(true);
    expect(signal?.observed).toBeLessThan(kettles.length);
  }, 240_000);

  it('makes no other of the same rise, whoever asks and however often', async () => {
    const { people } = organisation;
    await Promise.all([1, 2, 3].map(async () => expectAccepted(await people.manager.act('detectSignals', {}))));
    expect(await signals()).toHaveLength(1);
  }, 240_000);

  it('is dealt with by those who may, once', async () => {
    const [signal] = await signals();
    const { people } = organisation;
    const seen = { signalId: signal?.id, expectedVersion: signal?.version };
    expectAccepted(await people.analyst.act('acknowledgeSignal', seen));
    const late = await people.manager.act('dismissSignal', { ...seen, reason: 'Chance.' });
    expect(late.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    const current = { ...seen, expectedVersion: (signal?.version ?? 0) + 1 };
    const unreasoned = await people.manager.act('dismissSignal', { ...current, reason: ' ' });
    expect(unreasoned.userErrors.map(({ code }) => code)).toEqual(['ANALYTICS_REASON_REQUIRED']);
    const refused = await people.agent.send('{ signals { nodes { id } } }');
    expect(refused.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
    const node = await people.auditor.read<{ node: object | null }>(
      'query Node($id: ID!) { node(id: $id) { ... on Signal { state } } }',
      { id: signal?.id },
    );
    expect(node).toEqual({ node: { state: 'ACKNOWLEDGED' } });
  }, 180_000);

  it('becomes an improvement of the month that is over, beside the largest part of it', async () => {
    const [signal] = await signals();
    const proposed = await organisation.people.analyst.act<{ added: number }>(
      'proposeImprovementPoints',
      { month: '2026-07' },
      `added improvementPoints { ${POINT} }`,
    );
    expect(expectAccepted(proposed)).toMatchObject({ added: 2 });
    const [point, other] = [await pointFrom('SIGNAL'), await pointFrom('MOST_COMPLAINTS')];
    expect(point).toMatchObject({
      ...{ state: 'PROPOSED', value: 'kettle', signal: { id: signal?.id } },
      evidence: { observed: String(signal?.observed) },
    });
    expect(other).toMatchObject({ state: 'PROPOSED', signal: null });
  }, 180_000);

  it('is addressed when the improvement is made, whose effect is measured once its days have passed', async () => {
    const { people } = organisation;
    const proposed = await pointFrom('SIGNAL');
    const plan = { owner: 'Wang Fang', measure: 'The seam is welded twice.', dueOn: '2026-08-05', effectDays: 7 };
    const seen = { improvementPointId: proposed?.id, expectedVersion: proposed?.version };
    expectAccepted(await people.manager.act('adoptImprovementPoint', { ...seen, ...plan }));
    const adopted = { ...seen, expectedVersion: (proposed?.version ?? 0) + 1 };
    const done = { reason: 'Welded.', completedOn: '2026-08-03' };
    expectAccepted(await people.analyst.act('completeImprovementPoint', { ...adopted, ...done }));
    const [signal] = await signals();
    expect(signal).toMatchObject({ state: 'ADDRESSED' });
    const dismissal = { signalId: signal?.id, expectedVersion: signal?.version, reason: 'Chance.' };
    const again = await people.manager.act('dismissSignal', dismissal);
    expect(again.userErrors.map(({ code }) => code)).toEqual(['ANALYTICS_SIGNAL_STATE']);

    await system.moveTo('2026-08-11T02:00:00.000Z');
    const measured = await eventually(async () => (await points()).find(({ state }) => state === 'EFFECT_MEASURED'), {
      ...{ timeoutMs: 120_000, intervalMs: 250, what: 'the effect of the improvement' },
    });
    const before = came.filter(
      ({ product, receivedAt }) => product === 'kettle' && localDay(receivedAt) >= '2026-07-27',
    );
    expect(measured).toMatchObject({
      id: proposed?.id,
      effect: { before: { observed: before.length }, after: { observed: 0 }, change: -100, significant: true },
    });
  }, 240_000);

  it('are proposed of what cost the most, from what was paid', async () => {
    const { people } = organisation;
    const paid = { amount: '60.00', currency: 'CNY' };
    expectAccepted(
      await people.finance.act('registerPurchase', {
        ...{ orderNumber: 'SO-LAMP', placedAt: '2026-08-01T03:00:00.000Z', currency: 'CNY' },
        lines: [{ lineNumber: 1, description: 'Lamp', quantity: '1', paid }],
        payments: [{ provider: 'simulator', reference: 'PAY-LAMP', amount: paid }],
      }),
    );
    const [dispute, about] = [{ orderNumber: 'SO-LAMP', lineNumber: 1 }, 'lamp'];
    const story = await Story.begin(organisation, { orderLine: dispute, product: about });
    await story.investigated();
    await story.proposed({ ...dispute, amount: paid.amount });
    await story.approvedAndReplied();
    await story.answered('ACCEPTED');
    const { id: settlementId, version: expectedVersion } = await story.released();
    expectAccepted(await people.finance.act('approveSettlement', { settlementId, expectedVersion }));
    // What was paid, and of which product: two services tell it.
    await eventually(
      async () => {
        const { metrics } = await people.analyst.read<{
          metrics: { rows: { keys: { value: string | null }[]; values: { value: string }[] }[] };
        }>(
          '{ metrics(query: { metrics: [SETTLED_AMOUNT], groupBy: [CATEGORY] }) { rows { keys { value } values { value } } } }',
        );
        const [row] = metrics.rows;
        return row?.keys[0]?.value === 'product-quality' && row.values[0]?.value === paid.amount;
      },
      { what: 'the payment in the figures', timeoutMs: 120_000, intervalMs: 250 },
    );
    await system.moveTo('2026-09-01T02:00:00.000Z');
    const proposed = await people.manager.act<{ improvementPoints: readonly SeenPoint[] }>(
      'proposeImprovementPoints',
      { month: '2026-08' },
      `improvementPoints { ${POINT} }`,
    );
    expect(expectAccepted(proposed).improvementPoints).toContainEqual(
      expect.objectContaining({
        ...{ state: 'PROPOSED', source: 'MOST_COST', dimension: 'PRODUCT', value: about, signal: null },
        evidence: { observed: paid.amount, comparedWith: paid.amount, currency: 'CNY' },
      }),
    );
  }, 240_000);
});
