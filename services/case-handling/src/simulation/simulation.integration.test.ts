import { newId } from '@redress/kernel';
import { findRegulation } from '@redress/regulations';
import { mysqlAdoptions } from '../adoption/adapters/adoption.repository-mysql';
import { adoptedCasePlans } from '../complaint-case/adapters/case-plans.repository-adopted';
import { leadTo } from '../test-bench/chapters';
import { aRegistration, FakeProducer } from '../test-bench/fake-producer';
import { Organisation, type Payload } from '../test-bench/organisation';
import { startService, type Person, type RunningService } from '../test-bench/running-service';
import { mysqlSimulations } from './adapters/simulation.repository-mysql';
import { replayPage } from './replay-cases/replay-page.handler';
import { regulationsOfSimulations } from './replay-cases/simulation.job';

const NOW = '2026-03-12T03:00:00.000Z';
const WINDOW = { from: '2026-03-01T00:00:00.000Z', to: '2026-04-01T00:00:00.000Z' };
const VIEW = `id state regulation version progress { cases events of } counts { kind stage n }
  differences(first: 50) { nodes { caseId kind stage before after beforeInTime afterInTime } }`;
const PLAIN = findRegulation('company-24h-3wd-7wd');

interface SimulationView {
  readonly id: string;
  readonly state: string;
  readonly progress: { readonly cases: number; readonly events: number; readonly of: number };
  readonly counts: readonly { readonly kind: string; readonly stage: string | null; readonly n: number }[];
  readonly differences: { readonly nodes: readonly Record<string, unknown>[] };
}
interface Answered {
  readonly simulation: SimulationView | null;
  readonly userErrors: Payload['userErrors'];
}

describe('simulating a regulation', () => {
  let service: RunningService;
  let intake: FakeProducer;
  let org: Organisation;

  beforeAll(async () => {
    service = await startService(NOW);
    intake = await FakeProducer.start('intake', service);
    org = await Organisation.found(service, intake);
  });
  afterAll(async () => {
    await intake.stop();
    await service.stop();
  });

  const codes = ({ userErrors }: { readonly userErrors: Payload['userErrors'] }): string[] =>
    userErrors.map(({ code }) => code);
  const simulate = (input: object, who: Person = org.qin, of = org): Promise<Answered> =>
    of.mutate(
      who,
      'simulateRegulation',
      'SimulateRegulationInput',
      { window: WINDOW, ...input },
      `simulation { ${VIEW} }`,
    );
  const draft = async (changes: object): Promise<string> => {
    const answered = await org.mutate<{ draft: { id: string } | null; userErrors: Payload['userErrors'] }>(
      org.admin,
      'draftRegulation',
      'DraftRegulationInput',
      { document: { ...PLAIN, id: `tried-${newId().slice(-8)}`, ...changes } },
      'draft { id }',
    );
    return answered.draft?.id ?? '';
  };
  const page = async (simulation: SimulationView | null): Promise<boolean> => {
    const simulationId =
      Buffer.from(simulation?.id ?? '', 'base64url')
        .toString()
        .split(':')[1] ?? '';
    const dependencies = {
      database: service.database,
      plans: adoptedCasePlans(mysqlAdoptions(service.clock)),
      clock: service.clock,
      simulations: mysqlSimulations(newId),
      inForceOf: regulationsOfSimulations(),
    };
    return replayPage(dependencies, { tenantId: org.tenant, simulationId });
  };
  const read = async (simulation: SimulationView | null, of = org): Promise<SimulationView | null> => {
    const answer = await of.read<{ simulation: SimulationView | null }>(
      of.qin,
      `query ($id: ID!) { simulation(id: $id) { ${VIEW} } }`,
      { id: simulation?.id },
    );
    return answer.simulation;
  };
  /** The same regulation, in which a stage has another deadline. */
  const within = (kind: string, amount: number, unit: string) => ({
    stages: PLAIN?.stages.map((stage) =>
      stage.kind === kind ? { ...stage, deadline: { ...stage.deadline, amount, unit } } : stage,
    ),
  });

  it('finds nothing under the same rules, and every clock, level and authority that other rules change', async () => {
    const { view } = await org.open();
    await leadTo(org, view, 'REPLY');
    await org.open(aRegistration({ receivedAt: '2026-02-27T02:00:00.000Z' }));
    const { simulation: same } = await simulate({ regulation: 'company-24h-3wd-7wd' });
    expect(same).toMatchObject({ state: 'WAITING', version: 1, progress: { cases: 0, of: 1 } });
    expect(await page(same)).toBe(false);
    const done = await read(same);
    expect(done).toMatchObject({
      state: 'DONE',
      progress: { cases: 1, of: 1 },
      counts: [],
      differences: { nodes: [] },
    });
    expect(done?.progress.events).toBeGreaterThan(5);

    const { simulation: stricter } = await simulate({
      draftId: await draft(within('ACCEPTANCE', 30, 'MINUTES')),
      settings: {
        timeZone: 'Asia/Shanghai',
        calendar: 'cn',
        openValues: [
          { key: 'followUpWithin', duration: { amount: 7, unit: 'CALENDAR_DAYS' } },
          { key: 'authority', authority: [{ role: 'MANAGER', currency: 'CNY', maximum: '10000.00' }] },
        ],
      },
    });
    await org.mutate(org.admin, 'registerStaffMember', 'RegisterStaffMemberInput', {
      ...{ subject: 'wu', name: 'Wu', roles: ['SUPERVISOR'] },
    });
    await page(stricter);
    const found = await read(stricter);
    expect(found?.counts).toEqual(
      expect.arrayContaining([
        { kind: 'CLOCK', stage: 'acceptance', n: 1 },
        { kind: 'AUTHORITY', stage: null, n: 1 },
      ]),
    );
    expect(found?.differences.nodes).toContainEqual({
      caseId: view.id,
      kind: 'CLOCK',
      stage: 'acceptance',
      before: '2026-03-13T02:00:00.000Z',
      after: '2026-03-12T02:30:00.000Z',
      beforeInTime: true,
      afterInTime: false,
    });
    const { simulation } = await org.read<{ simulation: SimulationView }>(
      org.qin,
      'query ($id: ID!) { simulation(id: $id) { differences(kind: AUTHORITY) { nodes { kind before after } } } }',
      { id: stricter?.id },
    );
    expect(simulation.differences.nodes).toEqual([{ kind: 'AUTHORITY', before: 'true', after: 'false' }]);
  });

  it('goes on where it stood, page by page, in few statements; stops when it is cancelled', async () => {
    const many = Array.from({ length: 700 }, (_, index) =>
      aRegistration({
        number: `many-${index}`,
        receivedAt: new Date(Date.parse('2026-01-05T00:00:00.000Z') + index * 60_000).toISOString(),
      }),
    );
    for (let from = 0; from < many.length; from += 200) await org.register(...many.slice(from, from + 200));
    await org.until('many-699', () => true);
    const window = { from: '2026-01-05T00:00:00.000Z', to: '2026-01-06T00:00:00.000Z' };
    const draftId = await draft(within('ACCEPTANCE', 12, 'HOURS'));
    const { simulation } = await simulate({ draftId, window });
    await org.until('many-0', () => true);
    expect(await page(simulation)).toBe(true);
    expect(await read(simulation)).toMatchObject({ state: 'RUNNING', progress: { cases: 500 } });
    expect(await page(simulation)).toBe(false);
    const done = await read(simulation);
    const cases = done?.progress.cases ?? 0;
    expect(done?.state).toBe('DONE');
    expect(cases).toBeGreaterThan(500);
    expect(done?.counts).toEqual([{ kind: 'CLOCK', stage: 'acceptance', n: cases }]);
    expect(await page(simulation)).toBe(false);
    expect((await read(simulation))?.progress.cases).toBe(cases);

    const { simulation: stopped } = await simulate({ draftId, window });
    await page(stopped);
    const cancel = (): Promise<Answered> =>
      org.mutate(
        org.qin,
        'cancelSimulation',
        'CancelSimulationInput',
        { simulationId: stopped?.id },
        'simulation { state }',
      );
    expect((await cancel()).simulation).toMatchObject({ state: 'CANCELLED' });
    expect(codes(await cancel())).toEqual(['CASE_SIMULATION_ENDED']);
    expect(await page(stopped)).toBe(false);
    expect((await read(stopped))?.progress.cases).toBe(500);
  });

  it.each([
    ['an unknown regulation', { regulation: 'none' }, 'CASE_REGULATION_UNKNOWN'],
    ['an unknown draft', { draftId: 'none' }, 'NOT_FOUND'],
    [
      'a window that ends before it begins',
      { regulation: 'company-24h-3wd-7wd', window: { from: WINDOW.to, to: WINDOW.from } },
      'CASE_SIMULATION_WINDOW_EMPTY',
    ],
    ['values that are missing', { regulation: 'manufacturer-yymmcc' }, 'REGULATION_OPEN_VALUE_MISSING'],
  ])('refuses %s', async (_, input, code) => {
    expect(codes(await simulate(input))).toContain(code);
  });

  it('is for managers, auditors and admins of the organisation alone', async () => {
    const { simulation } = await simulate({ regulation: 'company-24h-3wd-7wd' }, org.auditor);
    const denied = await org.attempt(org.wu, 'simulateRegulation', 'SimulateRegulationInput', {
      ...{ regulation: 'company-24h-3wd-7wd', window: WINDOW },
    });
    expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const other = await Organisation.found(service, intake);
    expect(await read(simulation, other)).toBeNull();
    const foreign = await other.mutate<Answered>(other.qin, 'cancelSimulation', 'CancelSimulationInput', {
      simulationId: simulation?.id,
    });
    expect(codes(foreign)).toEqual(['NOT_FOUND']);
  });
});
