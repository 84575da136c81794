import { newId } from '@redress/kernel';
import { dayAfter } from './model/series.model';
import { poisson, seeded } from './testing/random-series';
import { SignalsOffice, type Complaint } from './testing/signals-office';

const FIRST_DAY = '2026-03-02';
const WEEKS = 20;
/** The Monday after the last whole week. */
const TODAY = dayAfter(FIRST_DAY, 7 * WEEKS);
const PRODUCTS = ['kettle', 'toaster', 'iron', 'fan', 'lamp', 'kettle-mini'];
const REGIONS = ['north', 'south', 'east', 'west'];
const CATEGORIES = ['quality', 'delivery', 'attitude'];
const MEAN_A_WEEK = 4;

/** At noon in Shanghai. */
const noonOf = (day: string): string => `${day}T04:00:00.000Z`;

function complaintOn(day: string, product: string, random: () => number): Partial<Complaint> {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  return {
    ...{ product, region: pick(REGIONS), categoryCode: pick(CATEGORIES), receivedAt: noonOf(day) },
    ...{ registeredAt: noonOf(day), acknowledgedAt: noonOf(day) },
  };
}

/** Weeks in which nothing happens; more of one product in some of them where `extra` says so. */
function weeks(from: string, count: number, random: () => number, extra: Readonly<Record<string, number>> = {}) {
  return Array.from({ length: count * 7 }, (_, index) => dayAfter(from, index)).flatMap((day) =>
    PRODUCTS.flatMap((product) =>
      Array.from({ length: poisson(random, (MEAN_A_WEEK * (extra[product] ?? 1)) / 7) }, () =>
        complaintOn(day, product, random),
      ),
    ),
  );
}

const DETECT = `mutation Detect($key: String!) { detectSignals(input: { idempotencyKey: $key }) {
  detection { begun extended ended seriesWatched today capped { dimension } } replayed userErrors { code } } }`;
const SIGNALS = `{ signals(first: 10) { totalCount { value } nodes { id version state figure dimension value rule from to
  observed expected upper probability score ongoing endedOn title { zh en } asOf { position complete metricVersion }
  chart { grain centre baseline { points observed unit dispersion } rule ruleInWords { zh en }
    points { from observed expected lower upper ewma ewmaUpper inBaseline } }
  cases(first: 100) { totalCount { value } nodes { id } } } } }`;

interface SeenSignal {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly dimension: string;
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly observed: number;
  readonly expected: number;
  readonly ongoing: boolean;
  readonly endedOn: string | null;
  readonly chart: { readonly points: readonly { readonly observed: number; readonly inBaseline: boolean }[] };
  readonly cases: { readonly totalCount: { readonly value: number }; readonly nodes: readonly { id: string }[] };
}

describe('signals', () => {
  let office: SignalsOffice;

  beforeAll(async () => {
    office = await SignalsOffice.open(noonOf(TODAY));
  }, 120_000);
  afterAll(() => office?.close(), 60_000);

  const detect = async (tenant: string, key: string = newId()) => {
    const { data, codes } = await office.ask<{
      detectSignals: { detection: Record<string, unknown>; replayed: boolean };
    }>(tenant, DETECT, { key });
    expect(codes).toBeUndefined();
    return data.detectSignals;
  };
  const seen = async (tenant: string): Promise<readonly SeenSignal[]> => {
    const { data, codes } = await office.ask<{ signals: { nodes: SeenSignal[] } }>(tenant, SIGNALS);
    expect(codes).toBeUndefined();
    return data.signals.nodes;
  };

  it('finds the one product that rises, once, with its cases, and follows it until it is back', async () => {
    const tenant = newId();
    const random = seeded(7);
    await office.adopt(tenant, { id: 'omnichannel-72h', version: 1 });
    await office.receive(tenant, [
      ...weeks(FIRST_DAY, WEEKS - 1, random),
      ...weeks(dayAfter(TODAY, -7), 1, random, { kettle: 5 }),
    ]);
    const key = newId();
    expect((await detect(tenant, key)).detection).toMatchObject({
      begun: 1,
      extended: 0,
      ended: 0,
      today: TODAY,
      capped: [],
    });
    const [signal, ...others] = await seen(tenant);
    expect(others).toEqual([]);
    expect(signal).toMatchObject({
      ...{ state: 'OPEN', dimension: 'PRODUCT', value: 'kettle', figure: 'COMPLAINTS', ongoing: true, to: TODAY },
      title: { en: 'More complaints: product kettle', zh: '产品「kettle」：投诉增多' },
      asOf: { complete: true },
    });
    expect(signal?.cases.totalCount.value).toBe(signal?.observed);
    expect(signal?.observed).toBeGreaterThan(2 * (signal?.expected ?? 0));

    // The same call and the same rise make no second signal.
    expect((await detect(tenant, key)).replayed).toBe(true);
    expect((await detect(tenant)).detection).toMatchObject({ begun: 0, extended: 0, ended: 0 });

    // It goes on for a week, and then it is over.
    office.moveTo(noonOf(dayAfter(TODAY, 7)));
    await office.receive(tenant, weeks(TODAY, 1, random, { kettle: 5 }));
    expect((await detect(tenant)).detection).toMatchObject({ begun: 0, extended: 1, ended: 0 });
    const [extended] = await seen(tenant);
    expect(extended).toMatchObject({ id: signal?.id, ongoing: true, from: signal?.from, to: dayAfter(TODAY, 7) });
    expect(extended?.observed).toBeGreaterThan(signal?.observed ?? 0);
    office.moveTo(noonOf(dayAfter(TODAY, 28)));
    await office.receive(tenant, weeks(dayAfter(TODAY, 7), 3, random));
    expect((await detect(tenant)).detection).toMatchObject({ begun: 0, ended: 1 });
    expect(await seen(tenant)).toMatchObject([{ id: signal?.id, ongoing: false }]);
    office.moveTo(noonOf(TODAY));
  }, 240_000);
});
