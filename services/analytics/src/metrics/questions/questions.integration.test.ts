import { newId, type Role } from '@redress/kernel';
import { QuestionDesk } from '../testing/question-desk';

interface Row {
  readonly keys: readonly { readonly value: string | null }[];
  readonly rest: boolean;
  readonly values: readonly { readonly value: string }[];
  readonly compared: readonly { readonly value: string | null; readonly changePercent: string | null }[] | null;
}
interface Metrics {
  readonly metrics: {
    readonly rows: readonly Row[];
    readonly totals: Row | null;
    readonly asOf: { readonly position: string; readonly time: string; readonly metricVersion: number } | null;
    readonly extensions: { readonly engine: string } | null;
    readonly userErrors: readonly { readonly code: string }[];
  };
}

const ROW = 'keys { value } rest values { value } compared { value change changePercent }';
const FIELDS = `rows { ${ROW} } totals { ${ROW} } asOf { position time metricVersion } extensions { engine } userErrors { code }`;
const JUNE = 'window: { from: "2026-06-01T00:00:00Z", to: "2026-07-01T00:00:00Z" }';
const at = (day: number, hour = 10) => `2026-06-${String(day).padStart(2, '0')}T${hour}:00:00.000Z`;

describe('questions for figures', () => {
  let desk: QuestionDesk;
  let tenant: string;
  beforeAll(async () => {
    desk = await QuestionDesk.open();
  });
  beforeEach(() => {
    tenant = `t-${newId().slice(-12)}`;
  });
  afterAll(() => desk.close());

  const metrics = async (query: string, role?: Role): Promise<Metrics['metrics']> => {
    const { data, codes } = await desk.ask<Metrics>(tenant, `{ metrics(query: { ${query} }) { ${FIELDS} } }`, role);
    expect(codes).toEqual([]);
    return data.metrics;
  };
  const table = ({ rows }: Metrics['metrics']) =>
    rows.map(({ keys, rest, values }) => [
      ...(rest ? ['REST'] : keys.map(({ value }) => value)),
      ...values.map(({ value }) => value),
    ]);
  const asOfInput = ({ position, time, metricVersion }: NonNullable<Metrics['metrics']['asOf']>) =>
    `asOf: { position: "${position}", time: "${time}", metricVersion: ${metricVersion} }`;

  it('answers the same question as of the same position alike for ever, and never ahead of what is known', async () => {
    const first = await desk.complaint(tenant, { receivedAt: at(1), product: 'kettle' });
    await desk.complaint(tenant, { receivedAt: at(2), product: 'cup' }, 3);
    const query = `metrics: [COMPLAINTS_RECEIVED, CASES_OPEN, COMPLAINANTS, TIME_TO_CLOSING_OF_RECEIVED], groupBy: [PRODUCT],
      totals: true, fillGaps: false, compareTo: PREVIOUS_PERIOD, ${JUNE}`;
    const before = await metrics(query);
    const again = `${query}, ${before.asOf ? asOfInput(before.asOf) : ''}`;
    expect(before.extensions).toEqual({ engine: 'facts' });
    expect([...(desk.remarks.get('engines') ?? [])]).toEqual(['facts']);
    await desk.closed(tenant, first, at(1), 5);
    await desk.complaint(tenant, { receivedAt: at(3), product: 'kettle' });
    expect(JSON.stringify(await metrics(again))).toBe(JSON.stringify(before));
    expect(table(await metrics(query))).not.toEqual(table(before));
    const ahead = await metrics('metrics: [CASES_OPEN], asOf: { position: "1000" }');
    expect(ahead).toMatchObject({ rows: [], asOf: null, userErrors: [{ code: 'ANALYTICS_FUTURE_POSITION' }] });
    const older = await metrics('metrics: [CASES_OPEN], asOf: { metricVersion: 1 }');
    expect(older.userErrors).toEqual([{ code: 'ANALYTICS_METRIC_VERSION_GONE' }]);
  });

  it('shows the largest with the rest, whose medians and people are asked for and not added', async () => {
    const customerId = newId();
    await desk.complaint(tenant, { receivedAt: at(1), product: 'kettle' }, 1);
    await desk.complaint(tenant, { receivedAt: at(2), product: 'kettle' }, 1);
    for (const [index, product] of ['cup', 'pan', 'lid'].entries())
      await desk.complaint(tenant, { receivedAt: at(index + 1), product, customerId }, index + 2);
    const asked = 'metrics: [COMPLAINTS_RECEIVED, COMPLAINANTS, TIME_TO_CLOSING_OF_RECEIVED], groupBy: [PRODUCT]';
    const answer = await metrics(
      `${asked}, top: { by: COMPLAINTS_RECEIVED, count: 1, rest: true }, totals: true, ${JUNE}`,
    );
    const day = 86_400_000;
    expect(table(answer)).toEqual([
      ['kettle', '2', '2', '2', String(day), String(day), String(day)],
      ['REST', '3', '1', '3', String(3 * day), String(3 * day), String(4 * day)],
    ]);
    expect(answer.totals?.values.slice(0, 2)).toEqual([{ value: '5' }, { value: '3' }]);
  });

  it('fills the days of a local month over a change of clocks, and compares with the month before', async () => {
    await desk.complaint(tenant, { receivedAt: '2026-03-08T04:59:59.999Z' });
    await desk.complaint(tenant, { receivedAt: '2026-03-08T05:00:00.000Z' });
    await desk.complaint(tenant, { receivedAt: '2026-02-08T12:00:00.000Z' });
    const march = 'timeZone: "America/New_York", window: { from: "2026-03-01T05:00:00Z", to: "2026-04-01T04:00:00Z" }';
    const asked = `metrics: [COMPLAINTS_RECEIVED], groupBy: [DAY], fillGaps: true, compareTo: PREVIOUS_PERIOD, ${march}`;
    const { rows } = await metrics(asked);
    expect(rows).toHaveLength(31);
    const ofDay = (day: string) => rows.find(({ keys }) => keys[0]?.value === day);
    expect(ofDay('2026-03-07')).toMatchObject({ values: [{ value: '1' }], compared: [{ value: '0' }] });
    expect(ofDay('2026-03-08')).toMatchObject({ values: [{ value: '1' }], compared: [{ value: '1', change: '0' }] });
    expect(ofDay('2026-03-31')).toMatchObject({ values: [{ value: '0' }], compared: [{ value: null, change: null }] });
    const tooMany = await metrics('metrics: [COMPLAINTS_RECEIVED], groupBy: [HOUR], fillGaps: true');
    expect(tooMany.userErrors).toEqual([{ code: 'ANALYTICS_TOO_MANY_GROUPS' }]);
  });

  it('refuses to single out a person to those without the right', async () => {
    for (let index = 0; index < 5; index += 1) await desk.complaint(tenant, { receivedAt: at(1), region: 'NY' });
    const asked = `metrics: [COMPLAINTS_RECEIVED], groupBy: [REGION], ${JUNE}`;
    expect(table(await metrics(asked, 'analyst'))).toEqual([['NY', '5']]);
    await desk.complaint(tenant, { receivedAt: at(1), region: 'AK' });
    expect((await metrics(asked, 'analyst')).userErrors).toEqual([{ code: 'ANALYTICS_TOO_FEW' }]);
    // Nor by what a filter leaves out, as the total is told to everybody.
    const others = `metrics: [COMPLAINTS_RECEIVED], where: { region: ["NY"] }, ${JUNE}`;
    expect((await metrics(others, 'analyst')).userErrors).toEqual([{ code: 'ANALYTICS_TOO_FEW' }]);
    for (let index = 0; index < 4; index += 1) await desk.complaint(tenant, { receivedAt: at(2), region: 'TX' });
    expect(table(await metrics(others, 'analyst'))).toEqual([['5']]);
    expect((await metrics(asked, 'manager')).rows).toHaveLength(3);
    const stages = `metrics: [REPLIES_SENT], groupBy: [STAFF]`;
    expect((await metrics(stages, 'finance')).userErrors).toEqual([{ code: 'ANALYTICS_ABOUT_STAFF' }]);
    expect((await metrics(stages, 'auditor')).userErrors).toEqual([]);
  });

  it('refuses amounts in a currency of few, and means of few scores, although many stand behind the row', async () => {
    const complained = async (region: string) => {
      const ids: string[] = [];
      for (let index = 0; index < 5; index += 1) ids.push(await desk.complaint(tenant, { receivedAt: at(1), region }));
      return ids;
    };
    const [north, south] = [await complained('NY'), await complained('TX')];
    for (const id of [...north, ...south]) await desk.paid(tenant, id, at(2), { amountMinor: '1000', currency: 'CNY' });
    const amounts = `metrics: [SETTLED_AMOUNT], groupBy: [REGION], totals: true, ${JUNE}`;
    const whole = await metrics(amounts, 'analyst');
    expect([table(whole), whole.totals?.values]).toEqual([
      [
        ['NY', '50.00'],
        ['TX', '50.00'],
      ],
      [{ value: '100.00' }],
    ]);
    await desk.paid(tenant, north[0] ?? '', at(3), { amountMinor: '990', currency: 'USD' });
    expect((await metrics(amounts, 'analyst')).userErrors).toEqual([{ code: 'ANALYTICS_TOO_FEW' }]);
    expect(table(await metrics(amounts, 'manager'))).toContainEqual(['NY', '50.00', '9.90']);

    for (const id of north) await desk.asked(tenant, id, at(4), 5);
    const scores = `metrics: [FOLLOW_UPS, SATISFACTION_WITH_RESULT], groupBy: [REGION], ${JUNE}`;
    expect(table(await metrics(scores, 'analyst'))).toEqual([['NY', '5', '5.0000']]);
    for (const id of south) await desk.asked(tenant, id, at(4), id === south[0] ? 1 : undefined);
    expect((await metrics(scores, 'analyst')).userErrors).toEqual([{ code: 'ANALYTICS_TOO_FEW' }]);
    expect(table(await metrics(scores, 'manager'))).toContainEqual(['TX', '5', '1.0000']);
  });

  it('leads from a figure to the complaints that it counts, page by page, at its moment', async () => {
    const ids: string[] = [];
    for (const day of [1, 2, 3]) ids.push(await desk.complaint(tenant, { receivedAt: at(day), product: 'kettle' }));
    await desk.complaint(tenant, { receivedAt: at(4), product: 'cup' });
    const { asOf } = await metrics(`metrics: [CASES_OPEN], ${JUNE}`);
    const moment = asOf === null ? '' : asOfInput(asOf);
    await desk.closed(tenant, ids[0] ?? '', at(1), 2);
    interface Behind {
      readonly casesBehind: {
        readonly values: readonly { readonly value: string }[];
        readonly cases: {
          readonly nodes: readonly { readonly complaint: { readonly id: string }; readonly at: string }[];
          readonly totalCount: { readonly value: number };
          readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
        } | null;
        readonly userErrors: readonly { readonly code: string }[];
      };
    }
    const behind = async (cell: string, page = 'first: 2'): Promise<Behind['casesBehind']> => {
      const fields = `values { value } userErrors { code }
        cases(${page}) { nodes { complaint { id } at } totalCount { value } pageInfo { endCursor hasNextPage } }`;
      const { data, codes } = await desk.ask<Behind>(tenant, `{ casesBehind(cell: { ${cell} }) { ${fields} } }`);
      expect(codes).toEqual([]);
      return data.casesBehind;
    };
    const cell = `metric: CASES_OPEN, keys: [{ dimension: PRODUCT, value: "kettle" }], ${JUNE}`;
    const then = await behind(`${cell}, ${moment}`);
    expect(then.values).toEqual([{ value: '3' }]);
    expect(then.cases).toMatchObject({ totalCount: { value: 3 }, pageInfo: { hasNextPage: true } });
    expect(then.cases?.nodes.map((node) => node.at)).toEqual([at(3), at(2)]);
    const next = await behind(`${cell}, ${moment}`, `first: 2, after: "${then.cases?.pageInfo.endCursor ?? ''}"`);
    expect(next.cases?.nodes.map((node) => node.at)).toEqual([at(1)]);
    expect(await behind(cell)).toMatchObject({ values: [{ value: '2' }], cases: { totalCount: { value: 2 } } });
    const day = await behind(`metric: COMPLAINTS_RECEIVED, keys: [{ dimension: DAY, value: "2026-06-02" }], ${JUNE}`);
    expect(day).toMatchObject({ values: [{ value: '1' }], cases: { totalCount: { value: 1 } } });
    const tuesdays = await behind(`metric: COMPLAINTS_RECEIVED, keys: [{ dimension: WEEKDAY, value: "2" }], ${JUNE}`);
    expect(tuesdays).toMatchObject({ values: [{ value: '1' }], cases: { totalCount: { value: 1 } } });
    const share = `metric: CLOSURE_RATE, ${JUNE}`;
    expect(await behind(share)).toMatchObject({ cases: { totalCount: { value: 1 } } });
    expect(await behind(`${share}, among: true`)).toMatchObject({ cases: { totalCount: { value: 4 } } });
    expect((await behind('metric: POSTINGS')).userErrors).toEqual([{ code: 'ANALYTICS_NO_CASES_BEHIND' }]);
  });

  it('tells parts of a whole, how far complaints came, cohorts, a grid and how times lie', async () => {
    for (const [index, product] of ['kettle', 'kettle', 'kettle', 'cup'].entries())
      await desk.complaint(tenant, { receivedAt: at(index + 1), product }, index === 0 ? undefined : index * 5);
    const asked = `{
      paretoOf(query: { metric: COMPLAINTS_RECEIVED, dimension: PRODUCT, ${JUNE} }) { parts { key figure { value } share cumulativeShare } }
      funnel(query: { ${JUNE} }) { steps { figure { metric value } ofReceived } }
      cohorts(query: { weeks: 3, ${JUNE} }) { cohorts { week received steps { weeks closed share complete } } }
      heatMap(query: { metric: COMPLAINTS_RECEIVED, x: PRODUCT, y: WEEK, ${JUNE} }) { columns rows { key cells { value } } }
      distribution(query: { metric: TIME_TO_CLOSING_OF_RECEIVED, bins: 3, ${JUNE} }) {
        percentiles { percent milliseconds } bins { fromMilliseconds toMilliseconds count } figures { statistic value } }
      wrong: paretoOf(query: { metric: CLOSURE_RATE, dimension: PRODUCT }) { userErrors { code } }
      wrongToo: distribution(query: { metric: CASES_OPEN }) { userErrors { code } }
    }`;
    const { data, codes } = await desk.ask<Record<string, unknown>>(tenant, asked);
    expect(codes).toEqual([]);
    const day = 86_400_000;
    expect(data).toMatchObject({
      paretoOf: {
        parts: [
          { key: 'kettle', figure: { value: '3' }, share: '75.0000', cumulativeShare: '75.0000' },
          { key: 'cup', figure: { value: '1' }, share: '25.0000', cumulativeShare: '100.0000' },
        ],
      },
      cohorts: {
        cohorts: [
          {
            week: '2026-W23',
            received: 4,
            steps: [
              { weeks: 1, closed: 1, share: '25.0000', complete: true },
              { weeks: 2, closed: 2, complete: true },
              { weeks: 3, closed: 3, complete: true },
            ],
          },
        ],
      },
      heatMap: { columns: ['cup', 'kettle'] },
      distribution: {
        figures: [{ value: '3' }, {}, {}, {}],
        bins: [{ count: 0 }, { count: 1 }, { count: 1 }, { count: 1 }],
      },
      wrong: { userErrors: [{ code: 'ANALYTICS_NOT_ADDITIVE' }] },
      wrongToo: { userErrors: [{ code: 'ANALYTICS_NOT_A_DURATION' }] },
    });
    const { funnel, heatMap, distribution } = data as unknown as {
      funnel: { steps: { figure: { value: string }; ofReceived: string }[] };
      heatMap: { rows: { key: string; cells: { value: string }[] }[] };
      distribution: { percentiles: { percent: number; milliseconds: string }[] };
    };
    expect(funnel.steps.at(-1)).toMatchObject({ figure: { value: '3' }, ofReceived: '75.0000' });
    expect(heatMap.rows.map(({ key, cells }) => [key, ...cells.map(({ value }) => value)])).toContainEqual([
      ...['2026-W25', '0', '0'],
    ]);
    expect(distribution.percentiles.at(-1)).toEqual({ percent: 99, milliseconds: String(15 * day) });
  });

  it('holds a month against the targets of the regulation, with figures that people recorded', async () => {
    await desk.adopt(tenant, 'omnichannel-72h');
    await desk.complaint(tenant, { receivedAt: at(2) }, 1);
    const period = 'from: "2026-06-01", until: "2026-06-30"';
    interface Scores {
      readonly scorecard: {
        readonly regulation: string | null;
        readonly rows: readonly { readonly name: string; readonly value: string | null; readonly verdict: string }[];
        readonly userErrors: readonly { readonly code: string }[];
      };
    }
    const scores = async () => {
      const question = `{ scorecard(${period}) { regulation rows { name value verdict } userErrors { code } } }`;
      const { data, codes } = await desk.ask<Scores>(tenant, question, 'analyst');
      expect(codes).toEqual([]);
      return data.scorecard;
    };
    const record = (input: string, role?: Role) =>
      desk.ask<{ recordOutsideFigure: { userErrors: { code: string }[]; outsideFigure: { version: number } | null } }>(
        tenant,
        `mutation { recordOutsideFigure(input: { idempotencyKey: "${newId()}", ${period}, source: "HR", ${input} })
          { outsideFigure { version } replayed userErrors { code } } }`,
        role,
      );
    const before = await scores();
    expect(before.rows).toHaveLength(11);
    const verdicts = ({ rows }: Scores['scorecard']) => Object.fromEntries(rows.map((row) => [row.name, row.verdict]));
    expect(verdicts(before)).toMatchObject({
      ...{ 'closed-loop-rate': 'MET', 'resolution-rate': 'MET', 'training-coverage': 'NO_DATA' },
      ...{ 'improvement-points': 'MISSED', 'process-compliance': 'MET', 'response-time': 'NO_DATA' },
    });
    const coverage = 'figure: "training-coverage", numerator: "9", denominator: "10"';
    expect((await record(coverage, 'analyst')).codes).toEqual(['FORBIDDEN']);
    expect((await record(coverage)).data.recordOutsideFigure).toMatchObject({ outsideFigure: { version: 1 } });
    expect(verdicts(await scores())).toMatchObject({ 'training-coverage': 'MISSED' });
    const corrected = 'figure: "training-coverage", numerator: "10", denominator: "10"';
    expect((await record(corrected)).data.recordOutsideFigure.userErrors).toEqual([{ code: 'VERSION_CONFLICT' }]);
    expect((await record(`${corrected}, expectedVersion: 1`)).data.recordOutsideFigure.userErrors).toEqual([]);
    expect(verdicts(await scores())).toMatchObject({ 'training-coverage': 'MET' });
    const unknown = await record('figure: "resolution-rate", numerator: "1", denominator: "1"');
    expect(unknown.data.recordOutsideFigure.userErrors).toEqual([{ code: 'ANALYTICS_FIGURE_NOT_FROM_OUTSIDE' }]);
  });

  it('exports the very figures that the screen shows, in every format, and the same bytes later', async () => {
    await desk.complaint(tenant, { receivedAt: at(1), product: '=1+1' }, 2);
    await desk.complaint(tenant, { receivedAt: at(2), product: 'cup, "blue"' });
    const asked = `metrics: [COMPLAINTS_RECEIVED, CLOSURE_RATE], groupBy: [PRODUCT], totals: true, ${JUNE}`;
    const screen = await metrics(asked);
    const moment = screen.asOf === null ? '' : asOfInput(screen.asOf);
    interface Exported {
      readonly exportMetrics: { readonly content: string; readonly sha256: string; readonly mediaType: string };
    }
    const exported = async (format: string) => {
      const fields = 'content sha256 mediaType userErrors { code }';
      const question = `{ exportMetrics(query: { ${asked}, ${moment} }, format: ${format}) { ${fields} } }`;
      return (await desk.ask<Exported>(tenant, question)).data.exportMetrics;
    };
    const bytes = ({ content }: Exported['exportMetrics']) => Buffer.from(content, 'base64');
    const shown = [...screen.rows, ...(screen.totals === null ? [] : [screen.totals])];
    const json = JSON.parse(bytes(await exported('JSON')).toString()) as { figures: { value: string }[] };
    expect(json.figures.map(({ value }) => value)).toEqual(
      shown.flatMap(({ values }) => values.map(({ value }) => value)),
    );
    const csv = bytes(await exported('CSV')).toString();
    expect(csv.split('\r\n').slice(1, 3)).toEqual([
      "GROUP,'=1+1,COMPLAINTS_RECEIVED,COUNT,COUNT,,1,,,,,",
      "GROUP,'=1+1,CLOSURE_RATE,SHARE,PERCENT,,100.0000,1,1,,,",
    ]);
    expect(csv).toContain('"cup, ""blue""",CLOSURE_RATE,SHARE,PERCENT,,0.0000,0,1');
    const before = await exported('XLSX');
    expect(bytes(before).subarray(0, 2).toString()).toBe('PK');
    expect(bytes(before).toString('latin1')).toContain('<v>100.0000</v>');
    await desk.complaint(tenant, { receivedAt: at(3), product: 'cup' });
    expect(await exported('XLSX')).toEqual(before);
  });

  it('tells the head-count that standards give for the volume of a month', async () => {
    expect(
      (
        await desk.ask<{ staffing: object }>(
          tenant,
          '{ staffing(from: "2026-06-01", until: "2026-06-30") { userErrors { code } } }',
        )
      ).data,
    ).toEqual({
      staffing: { userErrors: [{ code: 'ANALYTICS_NO_REGULATION' }] },
    });
    await desk.adopt(tenant, 'insurer-consultation');
    for (const day of [1, 2, 3]) await desk.complaint(tenant, { receivedAt: at(day) });
    const question =
      '{ staffing(from: "2026-06-01", until: "2026-06-30") { workingDays rows { work volume people } userErrors { code } } }';
    const { data } = await desk.ask<{ staffing: { workingDays: number; rows: { work: string }[] } }>(tenant, question);
    // June 2026 has 22 weekdays, of which the 19th is Dragon Boat.
    expect(data.staffing.workingDays).toBe(21);
    expect(data.staffing.rows).toContainEqual({ work: 'checked-enquiry', volume: null, people: null });
  });
});
