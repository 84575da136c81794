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

const FIELDS = `id version state month source dimension value title { zh en } signal { id }
  evidence { from to observed comparedWith } owner measure dueOn overdue adoptedOn completedOn effectDays reason
  effect { before { from to observed exposure } after { from to observed exposure } change significant }`;
const POINTS = `query Points($month: String) { improvementPoints(month: $month, first: 10) { nodes { ${FIELDS} } } }`;
const PROPOSE = `mutation P($month: String!, $key: String!) { proposeImprovementPoints(input: { idempotencyKey: $key, month: $month }) {
  added improvementPoints { ${FIELDS} } userErrors { code } } }`;
const act = (name: string): string => `mutation Act($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) {
  ${name}(input: $input) { improvementPoint { ${FIELDS} } replayed userErrors { code details { currentState currentVersion } } } }`;

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
  afterAll(async () => {
    for (const stop of stopJobs) await stop();
    await office?.close();
  }, 60_000);

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
    await office.adopt(tenant, { id: 'omnichannel-72h', version: 1 });
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
    office.moveTo(noonOf('2026-07-16'));
    await office.receive(
      tenant,
      days('2026-07-02', 14).flatMap((day) => aDay(day, 'kettle', 1)),
    );
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
