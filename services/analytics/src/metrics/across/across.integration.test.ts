import { newId } from '@redress/kernel';
import { QuestionDesk } from '../testing/question-desk';

interface Value {
  readonly statistic: string;
  readonly value: string | null;
}
interface Across {
  readonly metricsAcross: {
    readonly organisations: readonly {
      readonly organisation: string;
      readonly asOf: { readonly position: string; readonly complete: boolean } | null;
      readonly totals: { readonly values: readonly Value[] } | null;
      readonly userErrors: readonly { readonly code: string; readonly message: string }[];
    }[];
    readonly rows: readonly {
      readonly organisation: string;
      readonly keys: readonly { readonly value: string | null }[];
      readonly values: readonly Value[];
    }[];
    readonly together:
      readonly { readonly keys: readonly { readonly value: string }[]; readonly values: readonly Value[] }[] | null;
    readonly totals: { readonly values: readonly Value[] } | null;
    readonly time: string | null;
    readonly userErrors: readonly { readonly code: string }[];
  };
}

const FIELDS = `organisations { organisation asOf { position complete } totals { values { statistic value } } userErrors { code message } }
  rows { organisation keys { value } values { statistic value } } together { keys { value } values { statistic value } }
  totals { values { statistic value } } time userErrors { code }`;
const JUNE = 'window: { from: "2026-06-01T00:00:00Z", to: "2026-07-01T00:00:00Z" }';
const DAY = 86_400_000;
const at = (day: number) => `2026-06-${String(day).padStart(2, '0')}T10:00:00.000Z`;

describe('questions across organisations', () => {
  let desk: QuestionDesk;
  let [first, second]: [string, string] = ['', ''];

  beforeAll(async () => {
    desk = await QuestionDesk.open();
  });
  beforeEach(async () => {
    [first, second] = [`a-${newId().slice(-12)}`, `b-${newId().slice(-12)}`];
    for (let day = 1; day <= 5; day += 1) await desk.complaint(first, { receivedAt: at(day), product: 'cup' }, 1);
    for (let day = 1; day <= 6; day += 1) await desk.complaint(second, { receivedAt: at(day), product: 'cup' }, day);
  });
  afterAll(() => desk.close());

  const across = async (query: string, more = '', operates: readonly string[] = [first, second]) => {
    const source = `{ metricsAcross(query: { ${query} }${more}) { ${FIELDS} } }`;
    const { data, codes } = await desk.askAsOperator<Across>(operates, source);
    expect(codes).toEqual([]);
    return data.metricsAcross;
  };
  const ASKED = `metrics: [COMPLAINTS_RECEIVED, TIME_TO_CLOSING_OF_RECEIVED], groupBy: [PRODUCT], totals: true, ${JUNE}`;
  const valuesOf = (values: readonly Value[] | undefined) => values?.map(({ value }) => value);

  it('tells each by itself and what adds up of all, where each has figures of its own only', async () => {
    const { rows, together, totals, organisations } = await across(ASKED);
    expect(
      rows.map(({ organisation, keys, values }) => [organisation, keys[0]?.value, ...(valuesOf(values) ?? [])]),
    ).toEqual([
      [first, 'cup', '5', '5', String(DAY), String(DAY), String(DAY)],
      [second, 'cup', '6', '6', String(3.5 * DAY), String(3 * DAY), String(6 * DAY)],
    ]);
    // Five of one day and six of 1 to 6 days: 26 days in eleven parts.
    const sums = ['11', '11', String(Math.floor((26 * DAY) / 11)), null, null];
    expect(together?.map(({ values }) => valuesOf(values))).toEqual([sums]);
    expect(valuesOf(totals?.values)).toEqual(sums);
    expect(organisations.map((one) => valuesOf(one.totals?.values)?.[0])).toEqual(['5', '6']);
  });

  it('has the same answer again, byte for byte, as of the positions and the moment that it told', async () => {
    const before = await across(ASKED);
    await desk.complaint(first, { receivedAt: at(9), product: 'cup' });
    const positions = before.organisations.map(
      ({ organisation, asOf }) =>
        `{ organisation: "${organisation}", position: "${asOf?.position ?? ''}", complete: ${String(asOf?.complete)} }`,
    );
    const again = await across(`${ASKED}, asOf: { time: "${before.time ?? ''}" }`, `, asOf: [${positions.join()}]`);
    expect(JSON.stringify(again)).toBe(JSON.stringify(before));
    expect(valuesOf((await across(ASKED)).totals?.values)?.[0]).toBe('12');
  });

  it('shows nothing that rests on fewer than five people, whatever was asked for', async () => {
    const small = `c-${newId().slice(-12)}`;
    for (let day = 1; day <= 4; day += 1) await desk.complaint(small, { receivedAt: at(day), product: 'cup' });
    await desk.complaint(second, { receivedAt: at(1), product: 'pan' });
    const operates = [first, second, small];
    const whole = await across(`metrics: [COMPLAINTS_RECEIVED], ${JUNE}`, '', operates);
    expect(whole.organisations.map(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual([
      ...[[], [], ['ANALYTICS_TOO_FEW']],
    ]);
    expect(valuesOf(whole.together?.[0]?.values)).toEqual(['12']);
    const products = await across(ASKED, '', operates);
    expect(products.rows.map(({ organisation }) => organisation)).toEqual([first]);
    const staff = await across(`metrics: [ACTS], groupBy: [STAFF], ${JUNE}`);
    expect(staff).toMatchObject({ rows: [], organisations: [], userErrors: [{ code: 'ANALYTICS_ABOUT_STAFF' }] });
  });

  it('refuses by its name an organisation that is not operated, and one that nobody knows', async () => {
    const third = `d-${newId().slice(-12)}`;
    await desk.complaint(third, { receivedAt: at(1) });
    const named = `, organisations: ["${first}", "${third}", "nowhere"]`;
    const { organisations, rows } = await across(ASKED, named, [first, second, 'nowhere']);
    expect(rows.map(({ organisation }) => organisation)).toEqual([first]);
    const refused = new Map(organisations.map(({ organisation, userErrors }) => [organisation, userErrors[0]]));
    expect(refused.get(third)).toMatchObject({ code: 'ANALYTICS_ORGANISATION_NOT_OPERATED' });
    expect(refused.get(third)?.message).toContain(third);
    expect(refused.get('nowhere')).toMatchObject({ code: 'ANALYTICS_ORGANISATION_UNKNOWN' });
  });

  it('is for operators alone, and nothing else is for them', async () => {
    const source = `{ metricsAcross(query: { ${ASKED} }) { time } }`;
    for (const role of ['admin', 'manager', 'auditor', 'analyst'] as const) {
      expect((await desk.ask(first, source, role)).codes).toEqual(['FORBIDDEN']);
    }
    const own = `{ metrics(query: { ${ASKED} }) { rows { rest } } }`;
    expect((await desk.askAsOperator([first], own)).codes).toEqual(['FORBIDDEN']);
    const behind = `{ casesBehind(cell: { metric: COMPLAINTS_RECEIVED, ${JUNE} }) { userErrors { code } } }`;
    expect((await desk.askAsOperator([first], behind)).codes).toEqual(['FORBIDDEN']);
  });
});
