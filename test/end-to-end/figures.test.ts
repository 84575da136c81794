import { createHash } from 'node:crypto';
import { eventually, sharedTestSystem, type ReachedSystem } from '@redress/testkit';
import { adoptedInAnalytics, expectAccepted, foundOrganisation, type Organisation } from '../support/organisation';
import { personWith, type Person } from '../support/act';

interface Row {
  readonly keys: readonly { readonly value: string | null }[];
  readonly rest: boolean;
  readonly values: readonly { readonly value: string }[];
  readonly compared: readonly { readonly value: string | null; readonly change: string | null }[] | null;
}
interface Metrics {
  readonly rows: readonly Row[];
  readonly totals: Row | null;
  readonly asOf: {
    readonly position: string;
    readonly time: string;
    readonly metricVersion: number;
    readonly complete: boolean;
  } | null;
  readonly extensions: { readonly engine: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

const QUESTION = `query Figures($query: MetricsQueryInput!) { metrics(query: $query) {
  rows { keys { value } rest values { value } compared { value change } }
  totals { values { value } compared { value change } }
  asOf { position time complete metricVersion } extensions { engine } userErrors { code message } } }`;
const ZONE = 'America/New_York';
/** Clocks go back on the first of November: that day has 25 hours. */
const RECEIVED = [
  ['Kettle', '2026-11-01T03:59:59.999Z'],
  ['Kettle', '2026-11-01T04:00:00.000Z'],
  ['Kettle', '2026-11-02T04:59:59.999Z'],
  ['Cup', '2026-11-02T05:00:00.000Z'],
  ['Pan', '2026-11-04T12:00:00.000Z'],
  ['Kettle', '2026-10-20T12:00:00.000Z'],
] as const;
const NOVEMBER = { from: '2026-11-01T04:00:00.000Z', to: '2026-12-01T05:00:00.000Z' };

// A wait has a minute and more on a slow machine, and a test may have several.
jest.setTimeout(180_000);

describe('figures over the public graph', () => {
  let system: ReachedSystem;
  let organisation: Organisation;

  beforeAll(async () => {
    system = await sharedTestSystem();
    organisation = await foundOrganisation(system);
    for (const [product, receivedAt] of RECEIVED) await register(product, receivedAt);
    await counted(RECEIVED.length);
    await adoptedInAnalytics(organisation.people.manager);
  }, 180_000);
  afterAll(() => system?.stop(), 60_000);

  async function register(product: string, receivedAt: string): Promise<void> {
    expectAccepted(
      await organisation.people.agent.act('registerComplaint', {
        ...{ channel: 'PHONE', categoryCode: 'product-quality', text: 'It leaks.', product, receivedAt, region: 'NY' },
        customer: { details: { name: 'Chen Meili', kind: 'CONSUMER', email: 'meili@example.org' } },
      }),
    );
  }

  async function metrics(query: object, person: Person = organisation.people.analyst): Promise<Metrics> {
    return (await person.read<{ metrics: Metrics }>(QUESTION, { query })).metrics;
  }

  async function counted(complaints: number): Promise<void> {
    await eventually(
      async () => {
        const { rows } = await metrics({ metrics: ['COMPLAINTS_RECEIVED', 'CASES_OPEN'] });
        const [received] = rows[0]?.values ?? [];
        if (received?.value !== String(complaints)) throw new Error(`${received?.value ?? 'none'} are counted`);
        return true;
      },
      { what: 'all complaints in the figures', timeoutMs: 60_000 },
    );
  }

  const table = ({ rows }: Metrics) =>
    rows.map(({ keys, rest, values }) => [rest ? 'REST' : keys[0]?.value, ...values.map(({ value }) => value)]);

  it('puts complaints on local days, one of which has 25 hours, with days without any', async () => {
    const window = { from: NOVEMBER.from, to: '2026-11-05T05:00:00.000Z' };
    const days = { metrics: ['COMPLAINTS_RECEIVED'], groupBy: ['DAY'], window, fillGaps: true };
    expect(table(await metrics({ ...days, timeZone: ZONE }))).toEqual([
      ['2026-11-01', '2'],
      ['2026-11-02', '1'],
      ['2026-11-03', '0'],
      ['2026-11-04', '1'],
    ]);
    const hours = { ...days, groupBy: ['HOUR'], window: { from: NOVEMBER.from, to: '2026-11-02T05:00:00.000Z' } };
    const { manager } = organisation.people;
    expect((await metrics({ ...hours, timeZone: ZONE }, manager)).rows).toHaveLength(24);
    expect((await metrics({ ...hours, timeZone: 'UTC' }, manager)).rows).toHaveLength(25);
    expect((await metrics({ ...hours, timeZone: ZONE })).userErrors).toMatchObject([{ code: 'ANALYTICS_TOO_FEW' }]);
  });

  it('shows the largest with the rest and all together, against the month before', async () => {
    const asked = {
      ...{ metrics: ['COMPLAINTS_RECEIVED', 'COMPLAINANTS'], groupBy: ['PRODUCT'], window: NOVEMBER, timeZone: ZONE },
      ...{ top: { by: 'COMPLAINTS_RECEIVED', count: 1, rest: true }, totals: true, compareTo: 'PREVIOUS_PERIOD' },
    };
    const answer = await metrics(asked, organisation.people.manager);
    expect(table(answer).map((row) => row.slice(0, 2))).toEqual([
      ['Kettle', '2'],
      ['REST', '2'],
    ]);
    expect(answer.totals?.values[0]).toEqual({ value: '4' });
    // October has the kettle of the 20th, and the one of the last second of the 31st.
    expect(answer.rows[0]?.compared?.[0]).toEqual({ value: '2', change: '0' });
    expect(answer.rows[1]?.compared?.[0]).toEqual({ value: '0', change: '2' });
    expect(answer.totals?.compared?.[0]).toEqual({ value: '2', change: '2' });
  });

  it('answers a question as of a position with the same bytes after more has happened', async () => {
    const query = { metrics: ['COMPLAINTS_RECEIVED', 'CASES_OPEN'], groupBy: ['PRODUCT', 'WEEK'], window: NOVEMBER };
    const asked = { ...query, timeZone: ZONE, totals: true };
    const { manager } = organisation.people;
    const before = await metrics(asked, manager);
    expect(before.asOf).not.toBeNull();
    await register('Kettle', '2026-11-05T12:00:00.000Z');
    await counted(RECEIVED.length + 1);
    const { extensions: _then, ...figures } = before;
    const { extensions: engine, ...again } = await metrics({ ...asked, asOf: before.asOf }, manager);
    expect(JSON.stringify(again)).toBe(JSON.stringify(figures));
    expect(engine?.engine).toBeDefined();
    expect(table(await metrics(asked, manager))).not.toEqual(table(before));
  });

  it('is fetched as a file by an address alone, which is nothing once it is changed', async () => {
    const { manager } = organisation.people;
    const query = { metrics: ['COMPLAINTS_RECEIVED'], groupBy: ['PRODUCT'], window: NOVEMBER, timeZone: ZONE };
    const { asOf } = await metrics(query, manager);
    const wish = { query: { ...query, asOf }, format: 'CSV' };
    const { figuresDownload } = expectAccepted(
      await manager.act<{ figuresDownload: { url: string; sha256: string } }>(
        ...(['prepareFiguresDownload', wish, 'figuresDownload { url sha256 }'] as const),
      ),
    );
    const { url, sha256 } = figuresDownload;
    expect(new URL(url).origin).toBe(new URL(system.url).origin);
    const file = await fetch(url);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''figures-[\d-]+\.csv$/);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(bytes.toString()).toContain('GROUP,Kettle,COMPLAINTS_RECEIVED,COUNT');
    const changed = await fetch(`${url.slice(0, -20)}${url.slice(-20).split('').reverse().join('')}`);
    expect([changed.status, await changed.json()]).toEqual([404, { code: 'LINK_UNKNOWN' }]);
  });

  it('leads to the complaints behind a figure, with what intake knows of them', async () => {
    const cell = {
      ...{ metric: 'COMPLAINTS_RECEIVED', window: NOVEMBER, timeZone: ZONE },
      keys: [
        { dimension: 'PRODUCT', value: 'Cup' },
        { dimension: 'DAY', value: '2026-11-02' },
      ],
    };
    const { casesBehind } = await organisation.people.manager.read<{ casesBehind: object }>(
      `query Behind($cell: MetricCellInput!) { casesBehind(cell: $cell) { values { value } userErrors { code }
        cases(first: 5) { nodes { at complaint { product region } } totalCount { value exact } } } }`,
      { cell },
    );
    expect(casesBehind).toEqual({
      ...{ values: [{ value: '1' }], userErrors: [] },
      cases: {
        nodes: [{ at: '2026-11-02T05:00:00.000Z', complaint: { product: 'Cup', region: 'NY' } }],
        totalCount: { value: 1, exact: true },
      },
    });
  });

  it('refuses at once, with a code, what cannot or may not be answered', async () => {
    const { people } = organisation;
    const code = async (query: object, person?: Person) => (await metrics(query, person)).userErrors[0]?.code;
    const received = { metrics: ['COMPLAINTS_RECEIVED'] };
    const century = { from: '1926-01-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' };
    expect(await code({ ...received, window: century })).toBe('ANALYTICS_WINDOW_INVALID');
    expect(await code({ ...received, groupBy: ['HOUR'], fillGaps: true })).toBe('ANALYTICS_TOO_MANY_GROUPS');
    expect(await code({ ...received, groupBy: ['ACCOUNT'] })).toBe('ANALYTICS_DIMENSION_NOT_OF_METRIC');
    expect(await code({ ...received, asOf: { position: '999999999' } })).toBe('ANALYTICS_FUTURE_POSITION');
    expect(await code({ ...received, groupBy: ['STAFF'] })).toBe('ANALYTICS_ABOUT_STAFF');
    const few = { ...received, groupBy: ['REGION', 'PRODUCT'], window: NOVEMBER, timeZone: ZONE };
    expect(await code({ ...few, timeZone: 'UTC' })).toBe('ANALYTICS_WINDOW_NOT_WHOLE_DAYS');
    expect(await code(few)).toBe('ANALYTICS_TOO_FEW');
    expect(await code(few, people.manager)).toBeUndefined();
    const unknown = await people.analyst.send('{ metrics(query: { metrics: [NO_SUCH] }) { rows { rest } } }');
    expect(unknown.errors).toBeDefined();
    const forbidden = await people.handler.send(QUESTION, { query: received });
    expect(JSON.stringify(forbidden.errors)).toContain('FORBIDDEN');
  });

  it('tells another organisation nothing of it, and nobody of a metric that there is not', async () => {
    const { manager } = organisation.people;
    const received = { metrics: ['COMPLAINTS_RECEIVED'] };
    const { asOf, rows } = await metrics(received, manager);
    expect(rows).not.toEqual([]);
    const who = { tenant: 'org-of-others', role: 'manager', subject: 'manager@others' } as const;
    const stranger = personWith(system, await system.tokenFor(who));
    // They have come to no such position.
    const asked = await metrics({ ...received, asOf }, stranger);
    expect([asked.rows, asked.userErrors.map(({ code }) => code)]).toEqual([[], ['ANALYTICS_FUTURE_POSITION']]);
    expect((await metrics(received, stranger)).rows.flatMap(({ values }) => values)).not.toContainEqual(
      rows[0]?.values[0],
    );
    const unknown = await manager.send('{ metrics(query: { metrics: [NO_SUCH] }) { rows { rest } } }');
    expect(unknown.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('holds the month against the regulation, and tells funnels, cohorts and grids', async () => {
    const { people } = organisation;
    const scope = { window: NOVEMBER, timeZone: ZONE };
    const seen = await people.manager.read<{
      funnel: { steps: { figure: { value: string } }[] };
      cohorts: { cohorts: { week: string; received: number }[] };
      heatMap: { columns: string[]; rows: { cells: unknown[] }[] };
      scorecard: { regulation: string };
      distribution: { userErrors: { code: string }[] };
    }>(
      `query Shapes($scope: AnalysisScopeInput!, $cohorts: CohortsInput!, $grid: HeatMapInput!, $spread: DistributionInput!) {
        funnel(query: $scope) { steps { figure { value } ofReceived } }
        cohorts(query: $cohorts) { cohorts { week received } }
        heatMap(query: $grid) { columns rows { key cells { value } } }
        distribution(query: $spread) { bins { count } userErrors { code } }
        scorecard(from: "2026-11-01", until: "2026-11-30") { regulation userErrors { code } } }`,
      {
        ...{ scope, cohorts: { ...scope, weeks: 4 } },
        grid: { ...scope, metric: 'COMPLAINTS_RECEIVED', x: 'PRODUCT', y: 'WEEK' },
        spread: { ...scope, metric: 'TIME_TO_ACKNOWLEDGEMENT', bins: 5 },
      },
    );
    expect(seen.funnel.steps).toHaveLength(7);
    expect(seen.funnel.steps[0]?.figure.value).toBe(
      String(seen.cohorts.cohorts.reduce((sum, each) => sum + each.received, 0)),
    );
    expect(seen.heatMap.columns).toEqual(['Cup', 'Kettle', 'Pan']);
    expect(seen.heatMap.rows.every(({ cells }) => cells.length === 3 && !cells.includes(null))).toBe(true);
    expect(seen.scorecard.regulation).toBe('company-24h-3wd-7wd');
    expect(seen.distribution.userErrors).toEqual([]);
  });
});
