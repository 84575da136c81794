import type { Outcome } from '@redress/kernel';
import { figuresOf } from '../model/figures.model';
import { metric } from '../model/metric-registry.model';
import { SUPPORTED, worldOf, type Item } from '../testing/little-world';
import { askFigures, type FiguresAnswer } from './ask-figures.handler';
import type { FiguresQuery, FiguresRefusal } from './figures-query.model';
import { isAdditive, summedRest } from './rest.decide';

const MAY = { from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-06-01T00:00:00Z') };
const ASKED: FiguresQuery = {
  metrics: ['COMPLAINTS_RECEIVED'],
  groupBy: ['PRODUCT'],
  where: {},
  window: MAY,
  timeZone: 'UTC',
  having: [],
  totals: false,
  fillGaps: false,
};

const item = (product: string | null, customer: string, more: Partial<Item> = {}): Item => ({
  ...{ product, customer, region: 'north', at: '2026-05-10T00:00:00Z', hours: 3, ...more },
});
const KETTLES = ['a', 'b', 'c', 'd', 'e', 'f'].map((customer) => item('kettle', customer));
const CUPS = ['a', 'b', 'c', 'd'].map((customer) => item('cup', customer));
const OTHERS = [item('pan', 'a', { hours: 9 }), item(null, 'a'), item('lid', 'z', { hours: 0 })];
const WORLD = [...KETTLES, ...CUPS, ...OTHERS];

const asker = (seesPersons = true) => ({ tenantId: 't', seesPersons });

async function answered(query: Partial<FiguresQuery>, world: readonly Item[] = WORLD): Promise<FiguresAnswer> {
  const outcome = await askFigures(worldOf(world).ask)(asker(), { ...ASKED, ...query });
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.code);
  return outcome.value;
}
const codes = (outcome: Outcome<unknown, FiguresRefusal>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
const table = ({ rows }: FiguresAnswer) =>
  rows.map(({ keys, rest, figures }) => [rest ? 'REST' : keys.join('/'), ...figures.map(({ value }) => value)]);

describe('asking for figures', () => {
  it('shows the largest, and all others together', async () => {
    const top = { metric: 'COMPLAINTS_RECEIVED', count: 2, rest: true } as const;
    expect(table(await answered({ top }))).toEqual([
      ['cup', '4'],
      ['kettle', '6'],
      ['REST', '3'],
    ]);
    expect(table(await answered({ top: { ...top, rest: false } }))).toHaveLength(2);
  });

  it('never adds up medians or different people for the rest, but asks for them', async () => {
    const world = worldOf(WORLD);
    const metrics = ['COMPLAINANTS', 'TIME_TO_CLOSING'] as const;
    const top = { metric: 'COMPLAINANTS', count: 1, rest: true } as const;
    const outcome = await askFigures(world.ask)(asker(), { ...ASKED, metrics, top });
    // a of three products and z, b, c, d: five different ones, and not 4 + 1 + 1 + 1.
    expect(outcome.ok && table(outcome.value).at(-1)?.slice(0, 2)).toEqual(['REST', '5']);
    expect(world.asked.at(-1)?.where).toEqual({ PRODUCT: ['cup', 'lid', 'pan', null] });
  });

  it('comes to the same rest by adding as by asking, for all that can be added', async () => {
    const additive = SUPPORTED.filter(isAdditive);
    const { ask } = worldOf(WORLD);
    const both = await Promise.all(
      [{ groupBy: ['PRODUCT' as const] }, { groupBy: [], where: { PRODUCT: ['cup', 'lid', 'pan', null] } }].map(
        (change) => ask('t', { ...ASKED, metrics: additive, ...change }),
      ),
    );
    const [groups, together] = both.map((outcome) => (outcome.ok ? outcome.value.rows : []));
    const others = (groups ?? []).filter(({ keys }) => keys[0] !== 'kettle');
    expect(summedRest(others, additive)[0]?.figures).toEqual(together?.[0]?.figures);
  });

  it('tells all groups together by a question of its own', async () => {
    const { totals } = await answered({ metrics: ['COMPLAINTS_RECEIVED', 'COMPLAINANTS'], totals: true });
    expect(totals?.figures.map(({ value }) => value)).toEqual(['13', '7']);
  });

  it('keeps rows by their figures, and refuses a figure that was not asked for', async () => {
    const having = [{ metric: 'COMPLAINTS_RECEIVED', atLeast: '1.5', atMost: '5' }] as const;
    expect(table(await answered({ having }))).toEqual([['cup', '4']]);
    const ask = askFigures(worldOf(WORLD).ask);
    const refused = async (query: Partial<FiguresQuery>) => codes(await ask(asker(), { ...ASKED, ...query }));
    expect(await refused({ having: [{ metric: 'CASES_OPEN', atLeast: '1' }] })).toEqual(['ANALYTICS_METRIC_NOT_ASKED']);
    expect(await refused({ having: [{ metric: 'COMPLAINTS_RECEIVED' }] })).toEqual(['ANALYTICS_BOUNDS_MISSING']);
    const statistic = 'P90';
    expect(await refused({ having: [{ metric: 'COMPLAINTS_RECEIVED', statistic, atLeast: '1' }] })).toEqual([
      'ANALYTICS_STATISTIC_NOT_OF_METRIC',
    ]);
    const top = { metric: 'COMPLAINTS_RECEIVED', count: 101, rest: false } as const;
    expect(await refused({ top })).toEqual(['ANALYTICS_TOP_COUNT_INVALID']);
    expect(await refused({ top: { ...top, count: 1 }, groupBy: ['DAY'] })).toEqual(['ANALYTICS_TOP_NEEDS_GROUPS']);
    expect(await refused({ fillGaps: true })).toEqual(['ANALYTICS_GAPS_NEED_TIME']);
  });

  it('fills the months of each product, and holds each against the month before', async () => {
    const april = item('cup', 'x', { at: '2026-04-10T00:00:00Z' });
    const window = { from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-07-01T00:00:00Z') };
    const groupBy = ['PRODUCT', 'MONTH'] as const;
    const filled = await answered({ groupBy, window, fillGaps: true }, [...CUPS, april]);
    expect(table(filled)).toEqual([
      ['cup/2026-05', '4'],
      ['cup/2026-06', '0'],
    ]);
    const compared = await answered({ groupBy: ['PRODUCT'], compareTo: 'PREVIOUS_PERIOD', totals: true }, [
      ...CUPS,
      april,
      item('lid', 'y', { at: '2026-04-11T00:00:00Z' }),
    ]);
    expect(compared.rows.map(({ keys, compared: [figure] = [] }) => [keys[0], figure])).toMatchObject([
      ['cup', { value: '1', change: '3', changePercent: '300.0000' }],
      ['lid', { value: '1', change: '-1', changePercent: '-100.0000' }],
    ]);
    expect(compared.totals?.compared).toMatchObject([{ value: '2', change: '2' }]);
    expect(compared.comparedWindow?.from).toEqual(new Date('2026-04-01T00:00:00Z'));
  });

  it('refuses groups of fewer than five people to those who may not see them, and no others', async () => {
    const ask = askFigures(worldOf([...KETTLES, item('cup', 'a', { region: 'south' })]).ask);
    const regions = { ...ASKED, groupBy: ['REGION'] as const };
    expect(codes(await ask(asker(false), regions))).toEqual(['ANALYTICS_TOO_FEW']);
    expect(codes(await ask(asker(), regions))).toEqual([]);
    // A product with one complaint tells of its complainant.
    expect(codes(await ask(asker(false), ASKED))).toEqual(['ANALYTICS_TOO_FEW']);
    expect(codes(await ask(asker(false), { ...ASKED, groupBy: [] }))).toEqual([]);
    const having = [{ metric: 'COMPLAINTS_RECEIVED', atLeast: '5' }] as const;
    // What a bound hides is what is missing from the total, which anybody may ask for.
    expect(codes(await ask(asker(false), { ...regions, having }))).toEqual(['ANALYTICS_TOO_FEW']);
    const north = { ...ASKED, groupBy: [], where: { REGION: ['north'] } };
    expect(codes(await ask(asker(false), north))).toEqual(['ANALYTICS_TOO_FEW']);
    const hour = { ...ASKED, groupBy: [], window: { from: MAY.from, to: new Date('2026-05-11T01:00:00Z') } };
    expect(codes(await ask(asker(false), hour))).toEqual(['ANALYTICS_WINDOW_NOT_WHOLE_DAYS']);
    expect(codes(await ask(asker(false), hour, { time: hour.window.to }))).toEqual([]);
    const PRODUCT = Array.from({ length: 64 }, (_, index) => `product-${index}`);
    expect(codes(await ask(asker(false), { ...ASKED, where: { PRODUCT } }))).toEqual(['ANALYTICS_FILTER_TOO_FINE']);
    expect(codes(await ask(asker(false), { ...ASKED, groupBy: ['STAFF'] }))).toEqual(['ANALYTICS_ABOUT_STAFF']);
    expect(codes(await ask(asker(false), { ...ASKED, where: { STAFF: ['li'] } }))).toEqual(['ANALYTICS_ABOUT_STAFF']);
  });

  it('refuses definitions that have changed since', async () => {
    const outcome = await askFigures(worldOf(WORLD).ask)(asker(), ASKED, { metricVersion: 1 });
    expect(codes(outcome)).toEqual(['ANALYTICS_METRIC_VERSION_GONE']);
  });

  it('tells the spread of a duration apart from its four numbers', () => {
    const cell = [4n, 40n, 9n, 12n, 8n, 1n, 3n];
    const [count] = figuresOf(metric('TIME_TO_CLOSING'), cell, null, { percentiles: [25], edges: [5, 10] });
    expect(count?.spread).toEqual({ percentiles: ['8'], below: ['1', '3'] });
  });
});
