import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { dayAfter } from '../model/series.model';
import { SignalsOffice, type Complaint } from '../testing/signals-office';

const noonOf = (day: string): string => `${day}T04:00:00.000Z`;
const aDay = (day: string, product: string, count: number): Partial<Complaint>[] =>
  Array.from({ length: count }, () => ({
    ...{ product, region: 'north', categoryCode: 'quality' },
    ...{ receivedAt: noonOf(day), registeredAt: noonOf(day), acknowledgedAt: noonOf(day) },
  }));
const days = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => dayAfter(from, index));

const FIELDS = `id version state month source figure dimension value title { zh en } signal { id state reason }
  evidence { from to observed comparedWith currency } owner measure dueOn overdue adoptedOn completedOn effectDays reason
  effect { before { from to observed exposure } after { from to observed exposure } change significant }`;
const POINTS = `query Points($month: String) { improvementPoints(month: $month, first: 10) { nodes { ${FIELDS} } } }`;
const PROPOSE = `mutation P($month: String!, $key: String!) { proposeImprovementPoints(input: { idempotencyKey: $key, month: $month }) {
  added improvementPoints { ${FIELDS} } userErrors { code } } }`;
const act = (name: string): string => `mutation Act($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) {
  ${name}(input: $input) { improvementPoint { ${FIELDS} } replayed userErrors { code details { currentState currentVersion } } } }`;

const SIGNALS = '{ signals(first: 20) { nodes { id state dimension value from to observed expected } } }';
const ANALYSES = `{ reports(first: 10, where: { report: { eq: "monthly-analysis" }, state: { eq: MADE } }) {
  nodes { from sections { code columns { key } rows } } } }`;

interface SeenSignal {
  readonly id: string;
  readonly dimension: string;
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly observed: number;
  readonly expected: number;
}

interface SeenAnalysis {
  readonly from: string;
  readonly sections: readonly {
    readonly code: string;
    readonly columns: readonly { readonly key: string }[];
    readonly rows: readonly (readonly (string | null)[])[];
  }[];
}

interface SeenPoint {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly source: string;
  readonly value: string;
  readonly effect: object | null;
}

describe('improvement points', () => {
  let office: SignalsOffice;
  const stopJobs: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    office = await SignalsOffice.open('2026-07-01T04:00:00.000Z');
  }, 120_000);
  afterEach(async () => {
    for (const stop of stopJobs.splice(0)) await stop();
  }, 60_000);
  afterAll(() => office?.close(), 60_000);

  const pointsOf = async (tenant: string, month?: string): Promise<readonly SeenPoint[]> => {
    const { data, codes } = await office.ask<{ improvementPoints: { nodes: SeenPoint[] } }>(tenant, POINTS, { month });
    expect(codes).toBeUndefined();
    return data.improvementPoints.nodes;
  };
  const decide = async (tenant: string, name: string, input: object) => {
    const { data, codes } = await office.ask<
      Record<string, { improvementPoint: SeenPoint | null; userErrors: { code: string }[] }>
    >(tenant, act(name), { input: { idempotencyKey: newId(), ...input } });
    expect(codes).toBeUndefined();
    return data[name];
  };

  it('are proposed by themselves after the month, adopted, completed, and their effect is measured', async () => {
    const tenant = newId();
    await office.adopt(tenant, { id: 'omnichannel-72h', version: 1 }, '2026-06-20T00:00:00.000Z');
    // June: three kettles and one iron a day.
    await office.receive(
      tenant,
      days('2026-06-03', 28).flatMap((day) => [...aDay(day, 'kettle', 3), ...aDay(day, 'iron', 1)]),
    );
    // Two processes watch, and each thing is done once.
    stopJobs.push(await office.work(), await office.work());
    const proposed = await eventually(
      async () => {
        const found = await pointsOf(tenant, '2026-06');
        return found.length > 0 && found;
      },
      { timeoutMs: 90_000, intervalMs: 250, what: 'the proposals of June' },
    );
    expect(proposed).toHaveLength(2);
    expect(proposed.map(({ state, source }) => [state, source])).toEqual([
      ['PROPOSED', 'MOST_COMPLAINTS'],
      ['PROPOSED', 'MOST_COMPLAINTS'],
    ]);

    // A third one, of which only the products are left, is asked for: the month has what the regulation asks for.
    const again = await office.ask<{ proposeImprovementPoints: { added: number } }>(tenant, PROPOSE, {
      ...{ month: '2026-06', key: newId() },
    });
    expect(again.data.proposeImprovementPoints.added).toBe(0);

    const [point, other] = proposed;
    const id = { improvementPointId: point?.id, expectedVersion: point?.version };
    const plan = { owner: 'Wang Fang', measure: 'Weld the seam twice.', dueOn: '2026-07-20', effectDays: 14 };
    expect((await decide(tenant, 'adoptImprovementPoint', { ...id, ...plan, owner: ' ' }))?.userErrors).toMatchObject([
      { code: 'ANALYTICS_IMPROVEMENT_PLAN_INVALID' },
    ]);
    expect(
      (await decide(tenant, 'adoptImprovementPoint', { ...id, ...plan, dueOn: '2026-06-30' }))?.userErrors,
    ).toMatchObject([{ code: 'ANALYTICS_IMPROVEMENT_DUE_DAY_PAST' }]);
    expect(
      (await decide(tenant, 'completeImprovementPoint', { ...id, reason: 'Done.', completedOn: '2026-07-01' }))
        ?.userErrors,
    ).toMatchObject([{ code: 'ANALYTICS_IMPROVEMENT_STATE', details: { currentState: 'PROPOSED' } }]);
    const adopted = await decide(tenant, 'adoptImprovementPoint', { ...id, ...plan });
    expect(adopted).toMatchObject({ improvementPoint: { state: 'ADOPTED', adoptedOn: '2026-07-01', overdue: false } });
    expect((await decide(tenant, 'rejectImprovementPoint', { ...id, reason: 'No.' }))?.userErrors).toMatchObject([
      { code: 'VERSION_CONFLICT', details: { currentVersion: 2 } },
    ]);
    const rejection = { improvementPointId: other?.id, expectedVersion: other?.version };
    expect((await decide(tenant, 'rejectImprovementPoint', { ...rejection, reason: ' ' }))?.userErrors).toMatchObject([
      { code: 'ANALYTICS_REASON_REQUIRED' },
    ]);
    expect(await decide(tenant, 'rejectImprovementPoint', { ...rejection, reason: 'Sold no more.' })).toMatchObject({
      improvementPoint: { state: 'REJECTED', reason: 'Sold no more.' },
    });

    // Done on the first; after it one complaint a day instead of four.
    const version = adopted?.improvementPoint?.version;
    expect(
      await decide(tenant, 'completeImprovementPoint', {
        ...{ improvementPointId: point?.id, expectedVersion: version, reason: 'Welded.', completedOn: '2026-07-01' },
      }),
    ).toMatchObject({ improvementPoint: { state: 'DONE', effect: null } });
    // Nobody looks before all of them count.
    for (const stop of stopJobs.splice(0)) await stop();
    office.moveTo(noonOf('2026-07-16'));
    await office.receive(
      tenant,
      days('2026-07-02', 14).flatMap((day) => aDay(day, 'kettle', 1)),
    );
    stopJobs.push(await office.work(), await office.work());
    const measured = await eventually(
      async () => (await pointsOf(tenant)).find(({ state }) => state === 'EFFECT_MEASURED'),
      { timeoutMs: 90_000, intervalMs: 250, what: 'the effect' },
    );
    expect(measured).toMatchObject({
      id: point?.id,
      effect: {
        before: { from: '2026-06-17', to: '2026-07-01', observed: 56, exposure: 14 },
        after: { from: '2026-07-02', to: '2026-07-16', observed: 14, exposure: 14 },
        ...{ change: -75, significant: true },
      },
    });

    // The report of July has what was found of it, and what was decided, done and measured in it: as the list has it.
    for (const stop of stopJobs.splice(0)) await stop();
    office.moveTo('2026-08-09T17:00:00.000Z');
    await office.ask(tenant, PROPOSE, { month: '2026-07', key: newId() });
    stopJobs.push(await office.work('reports'));
    const july = await analysisOf(tenant, '2026-07-01');
    const found = await pointsOf(tenant, '2026-07');
    expect(cells(july, 'improvementPoints')).toEqual([
      { figure: 'FOUND', value: String(found.length) },
      { figure: 'FOUND_BY_SIGNAL', value: '0' },
      ...['ADOPTED', 'REJECTED', 'COMPLETED', 'MEASURED', 'EFFECTIVE'].map((figure) => ({ figure, value: '1' })),
    ]);
    expect(found).toHaveLength(2);
    const course = new Map(cells(july, 'improvementCourse').map((row) => [row['point'], row]));
    expect([...course.keys()].sort()).toEqual([...proposed, ...found].map(({ id }) => id).sort());
    expect(course.get(point?.id ?? '')).toMatchObject({
      ...{ month: '2026-06', state: 'EFFECT_MEASURED', change: '-75', effect: 'FELL' },
    });
    expect(course.get(other?.id ?? '')).toMatchObject({ month: '2026-06', state: 'REJECTED', change: null });
    const evidence = cells(july, 'improvementEvidence').filter(({ month, value }) => {
      return month === '2026-06' && value === point?.value;
    });
    expect(evidence).toMatchObject([
      { source: 'MOST_COMPLAINTS', observed: '112', comparedWith: '112', currency: null, signal: null },
    ]);
  }, 300_000);

  /** The report of a month, once it is made. */
  const analysisOf = (tenant: string, from: string): Promise<SeenAnalysis> =>
    eventually(
      async () => {
        const { data } = await office.ask<{ reports: { nodes: SeenAnalysis[] } }>(tenant, ANALYSES, {}, ['manager']);
        return data.reports.nodes.find((each) => each.from === from);
      },
      { timeoutMs: 90_000, intervalMs: 250, what: `the report from ${from} on` },
    );

  const cells = ({ sections }: SeenAnalysis, code: string): readonly Readonly<Record<string, string | null>>[] => {
    const { columns = [], rows = [] } = sections.find((each) => each.code === code) ?? {};
    return rows.map((row) => Object.fromEntries(columns.map(({ key }, index) => [key, row[index] ?? null])));
  };

  it('are taken over from a signal, which they address, and followed until their effect is measured', async () => {
    const tenant = newId();
    office.moveTo(noonOf('2026-07-20'));
    await office.adopt(tenant, { id: 'omnichannel-72h', version: 1 });
    // One of each a day for eleven weeks, and then six kettles a day.
    await office.receive(tenant, [
      ...days('2026-04-27', 77).flatMap((day) => ['kettle', 'iron', 'fan'].flatMap((each) => aDay(day, each, 1))),
      ...days('2026-07-13', 7).flatMap((day) => [...aDay(day, 'kettle', 6), ...aDay(day, 'iron', 1)]),
    ]);
    await office.ask(
      tenant,
      'mutation ($key: String!) { detectSignals(input: { idempotencyKey: $key }) { replayed } }',
      {
        key: newId(),
      },
    );
    const { data: seen } = await office.ask<{ signals: { nodes: SeenSignal[] } }>(tenant, SIGNALS);
    const signal = seen.signals.nodes.find(({ dimension, value }) => dimension === 'PRODUCT' && value === 'kettle');
    expect(signal).toMatchObject({ state: 'OPEN', to: '2026-07-20' });

    office.moveTo(noonOf('2026-08-03'));
    await office.receive(
      tenant,
      days('2026-07-20', 14).flatMap((day) => aDay(day, 'kettle', 6)),
    );
    const { data } = await office.ask<{ proposeImprovementPoints: { improvementPoints: SeenPoint[] } }>(
      ...([tenant, PROPOSE, { month: '2026-07', key: newId() }] as const),
    );
    const [point] = data.proposeImprovementPoints.improvementPoints;
    expect(point).toMatchObject({
      ...{ state: 'PROPOSED', source: 'SIGNAL', figure: 'COMPLAINTS', dimension: 'PRODUCT', value: 'kettle' },
      title: { en: 'More complaints: product kettle' },
      signal: { id: signal?.id, state: 'OPEN' },
      evidence: {
        ...{ from: signal?.from, to: signal?.to, observed: String(signal?.observed), currency: null },
        comparedWith: signal?.expected.toFixed(1),
      },
    });
    const plan = { owner: 'Wang Fang', measure: 'Weld the seam twice.', dueOn: '2026-08-10', effectDays: 7 };
    const seenPoint = { improvementPointId: point?.id, expectedVersion: point?.version };
    const adopted = await decide(tenant, 'adoptImprovementPoint', { ...seenPoint, ...plan });
    expect(adopted).toMatchObject({ improvementPoint: { state: 'ADOPTED', signal: { state: 'OPEN' } } });
    const done = { expectedVersion: adopted?.improvementPoint?.version, reason: 'Welded.', completedOn: '2026-08-03' };
    expect(await decide(tenant, 'completeImprovementPoint', { ...seenPoint, ...done })).toMatchObject({
      improvementPoint: { state: 'DONE', signal: { id: signal?.id, state: 'ADDRESSED', reason: 'Welded.' } },
    });

    office.moveTo(noonOf('2026-08-11'));
    await office.receive(
      tenant,
      days('2026-08-04', 7).flatMap((day) => aDay(day, 'kettle', 1)),
    );
    stopJobs.push(await office.work());
    const measured = await eventually(
      async () => (await pointsOf(tenant, '2026-07')).find(({ state }) => state === 'EFFECT_MEASURED'),
      { timeoutMs: 90_000, intervalMs: 250, what: 'the effect' },
    );
    expect(measured).toMatchObject({
      ...{ id: point?.id, signal: { id: signal?.id, state: 'ADDRESSED' } },
      effect: {
        before: { from: '2026-07-27', to: '2026-08-03', observed: 42, exposure: 7 },
        after: { from: '2026-08-04', to: '2026-08-11', observed: 7, exposure: 7 },
        ...{ change: -83.3, significant: true },
      },
    });
  }, 300_000);

  it('are proposed for what cost the most, whatever little was complained of it', async () => {
    const tenant = newId();
    office.moveTo(noonOf('2026-07-20'));
    await office.adopt(tenant, { id: 'omnichannel-72h', version: 1 });
    // Ten irons, two lamps and a fan, each of another kind and from elsewhere; the lamps were dear.
    const complaints = Array.from({ length: 13 }, (_, index) => ({
      ...aDay('2026-06-10', index < 10 ? 'iron' : index < 12 ? 'lamp' : 'fan', 1)[0],
      ...{ complaintId: newId(), categoryCode: `category-${index}`, region: `region-${index}` },
    }));
    await office.receive(tenant, complaints);
    // All that was paid in yen was for the fan, and is next to nothing.
    const paidFor = (product: string | undefined) =>
      product === 'fan'
        ? { minor: 500, currency: 'JPY' }
        : { minor: product === 'lamp' ? 250_000 : 100, currency: 'CNY' };
    await office.pay(
      tenant,
      complaints.map(({ complaintId, product }) => ({ complaintId, ...paidFor(product) })),
      noonOf('2026-06-20'),
    );
    const { data } = await office.ask<{ proposeImprovementPoints: { improvementPoints: SeenPoint[] } }>(
      ...([tenant, PROPOSE, { month: '2026-06', key: newId() }] as const),
    );
    expect(data.proposeImprovementPoints.improvementPoints).toMatchObject([
      {
        ...{ source: 'MOST_COST', figure: 'COMPLAINTS', dimension: 'PRODUCT', value: 'lamp', signal: null },
        title: { en: 'Most money spent on complaints: product lamp' },
        evidence: {
          from: '2026-06-01',
          to: '2026-07-01',
          observed: '5000.00',
          comparedWith: '5010.00',
          currency: 'CNY',
        },
      },
      {
        ...{ source: 'MOST_COMPLAINTS', dimension: 'PRODUCT', value: 'iron', signal: null },
        evidence: { observed: '10', comparedWith: '13', currency: null },
      },
    ]);
    const [lamps] = data.proposeImprovementPoints.improvementPoints;
    const refused = await office.ask(tenant, POINTS, { month: '2026-13' });
    expect(refused.codes).toEqual(['FILTER_INVALID']);
    expect((await pointsOf(tenant, '2026-06')).map(({ id }) => id)).toContain(lamps?.id);
  }, 300_000);

  it('are nobody else’s, and not for every role', async () => {
    const stranger = await office.ask<null>(newId(), POINTS, {}, ['agent']);
    expect(stranger.codes).toEqual(['FORBIDDEN']);
    const auditor = await office.ask<null>(newId(), PROPOSE, { month: '2026-06', key: newId() }, ['auditor']);
    expect(auditor.codes).toEqual(['FORBIDDEN']);
    const empty = await office.ask<{ proposeImprovementPoints: { added: number; userErrors: { code: string }[] } }>(
      ...([newId(), PROPOSE, { month: '2026-13', key: newId() }] as const),
    );
    expect(empty.data.proposeImprovementPoints.userErrors).toEqual([{ code: 'ANALYTICS_MONTH_UNKNOWN' }]);
    const early = await office.ask<{ proposeImprovementPoints: { userErrors: { code: string }[] } }>(
      ...([newId(), PROPOSE, { month: '2027-01', key: newId() }] as const),
    );
    expect(early.data.proposeImprovementPoints.userErrors).toEqual([{ code: 'ANALYTICS_MONTH_NOT_OVER' }]);
  }, 60_000);
});
