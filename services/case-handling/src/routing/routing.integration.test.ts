import { newId } from '@redress/kernel';
import { findRegulation } from '@redress/regulations';
import { mysqlAdoptions } from '../adoption/adapters/adoption.repository-mysql';
import { adoptedCasePlans } from '../complaint-case/adapters/case-plans.repository-adopted';
import { mysqlComplaintCases } from '../complaint-case/adapters/complaint-case.repository-mysql';
import { aRegistration, FakeProducer } from '../test-bench/fake-producer';
import { Organisation, type CaseView, type Payload } from '../test-bench/organisation';
import { startService, type RunningService } from '../test-bench/running-service';
import { mysqlCandidates } from './adapters/candidates.repository-mysql';
import { assignByItself, waitingCases } from './auto-assign/auto-assign.handler';

const AWAY = '2026-03-20T00:00:00.000Z';

describe('giving cases to people', () => {
  let service: RunningService;
  let intake: FakeProducer;
  let org: Organisation;

  beforeAll(async () => {
    service = await startService('2026-03-12T03:00:00.000Z');
    intake = await FakeProducer.start('intake', service);
    org = await Organisation.found(service, intake);
  });
  afterAll(async () => {
    await intake.stop();
    await service.stop();
  });

  const codes = ({ userErrors }: { readonly userErrors: Payload['userErrors'] }): string[] =>
    userErrors.map(({ code }) => code);
  const register = (subject: string, input: object = {}, of = org) =>
    of.mutate<{ userErrors: Payload['userErrors'] }>(of.admin, 'registerStaffMember', 'RegisterStaffMemberInput', {
      ...{ subject, name: subject, roles: ['HANDLER'] },
      ...input,
    });
  const accepted = async (of = org, changes: object = {}): Promise<CaseView> => {
    const { view } = await of.open(aRegistration(changes));
    return of.done(of.agent, 'acceptCase', view);
  };
  interface Suggested {
    readonly staff: { readonly subject: string };
    readonly because: readonly string[];
    readonly standsInFor: string | null;
    readonly openCases: number;
  }
  const suggest = async (view: CaseView, of = org): Promise<readonly Suggested[]> => {
    const { suggestAssignees } = await of.read<{ suggestAssignees: readonly Suggested[] }>(
      of.wu,
      `query ($id: ID!) { suggestAssignees(caseId: $id) { staff { subject } because standsInFor openCases overdueCases } }`,
      { id: view.id },
    );
    return suggestAssignees;
  };

  it('suggests who has the least to do, in few statements', async () => {
    const first = await accepted();
    await org.done(org.wu, 'assignCase', first, { assignee: 'li' });
    const next = await accepted();
    const before = service.statements.read.length;
    const suggested = await suggest(next);
    expect(suggested.map(({ staff, openCases }) => [staff.subject, openCases])).toEqual([
      ['zhao', 0],
      ['li', 1],
    ]);
    const own = service.statements.read.slice(before).filter((sql) => !sql.includes('FROM adoption'));
    // The case with its clocks, stages and resolution, what the viewer may do, the staff and the units: however many they are.
    expect(own).toHaveLength(7);
  });

  it('counts open and late cases by person in one statement', async () => {
    const shop = await Organisation.found(service, intake);
    for (const assignee of ['li', 'li', 'zhao']) {
      await shop.done(shop.wu, 'assignCase', await accepted(shop), { assignee });
    }
    await shop.open();
    const late = aRegistration({ receivedAt: '2026-03-02T02:00:00.000Z' });
    await shop.done(shop.wu, 'assignCase', await accepted(shop, late), { assignee: 'zhao' });
    const before = service.statements.read.length;
    const { workload } = await shop.read<{ workload: object[] }>(
      shop.wu,
      '{ workload { assignee unit openCases overdueCases } }',
    );
    expect(service.statements.read.length - before).toBe(1);
    expect(workload).toEqual([
      { assignee: 'li', unit: null, openCases: 2, overdueCases: 0 },
      { assignee: 'zhao', unit: null, openCases: 2, overdueCases: 1 },
      { assignee: null, unit: null, openCases: 1, overdueCases: 0 },
    ]);
    const { myWork } = await shop.read<{ myWork: object[] }>(shop.zhao, '{ myWork { openCases overdueCases } }');
    expect(myWork).toEqual([{ openCases: 2, overdueCases: 1 }]);
    const denied = await service.ask(shop.li, '{ workload { openCases } }');
    expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('gives no case to whom it is against; they act on it no more, and see so', async () => {
    const view = await accepted();
    const assigned = await org.done(org.wu, 'assignCase', view, { assignee: 'li' });
    expect(codes(await org.act(org.wu, 'nameComplainee', assigned, { staff: 'nobody' }))).toEqual([
      'CASE_ASSIGNEE_UNKNOWN',
    ]);
    expect(codes(await org.act(org.wu, 'nameComplainee', assigned))).toEqual(['INPUT_INVALID']);
    const named = await org.done(org.wu, 'nameComplainee', assigned, { staff: 'li' });
    expect(named.timeline.at(-1)?.type).toBe('COMPLAINEE_NAMED');
    const investigation = { validity: 'VALID', findings: '属实' };
    expect(codes(await org.act(org.li, 'recordInvestigation', named, investigation))).toEqual([
      'CASE_ACTOR_IS_COMPLAINEE',
    ]);
    expect((await org.byNumber(named.number, org.li))?.availableActions).toEqual([]);
    expect(codes(await org.act(org.wu, 'assignCase', named, { assignee: 'li' }))).toEqual(['CASE_ASSIGNEE_RECUSED']);
    expect((await suggest(named)).map(({ staff }) => staff.subject)).not.toContain('li');
    const passed = await org.done(org.wu, 'assignCase', named, { assignee: 'zhao' });
    await org.done(org.zhao, 'recordInvestigation', passed, investigation);
    const seen = await org.read(org.wu, 'query ($id: ID!) { case(id: $id) { complainees { staff unit } } }', {
      id: view.id,
    });
    expect(seen).toEqual({ case: { complainees: [{ staff: 'li', unit: null }] } });
  });

  it('lets everybody of a unit stand aside', async () => {
    await org.mutate(org.admin, 'registerUnit', 'RegisterUnitInput', {
      code: 'store-1',
      label: '一店',
      kind: 'OWN_STORE',
    });
    await register('clerk', { unitId: 'store-1' });
    const view = await accepted();
    const named = await org.done(org.wu, 'nameComplainee', view, { unit: 'store-1' });
    expect(codes(await org.act(org.wu, 'assignCase', named, { assignee: 'clerk' }))).toEqual(['CASE_ASSIGNEE_RECUSED']);
    const clerk = org.person('clerk', 'agent');
    expect(codes(await org.act(clerk, 'sendReply', named, { purpose: 'PROGRESS', text: '处理中' }))).toEqual([
      'CASE_ACTOR_IS_COMPLAINEE',
    ]);
  });

  it('names the delegate of somebody who is away', async () => {
    const shop = await Organisation.found(service, intake);
    await register('away', { absentUntil: AWAY, delegate: 'zhao' }, shop);
    const view = await accepted(shop);
    const refusal = await shop.act(shop.wu, 'assignCase', view, { assignee: 'away' });
    expect(codes(refusal)).toEqual(['CASE_ASSIGNEE_ABSENT']);
    expect(refusal.userErrors[0]?.details?.['allowed']).toEqual(['zhao']);
    expect((await suggest(view, shop)).map(({ staff }) => staff.subject)).not.toContain('away');
    expect(codes(await register('other', { delegate: 'away' }, shop))).toEqual(['CASE_STAFF_DELEGATE_UNFIT']);
    expect(codes(await register('other', { delegate: 'nobody' }, shop))).toEqual(['CASE_STAFF_DELEGATE_UNFIT']);
  });

  it('refuses the absence of a window without a delegate of the same unit, where the regulation demands one', async () => {
    const maker = await Organisation.found(service, intake);
    const regulation = findRegulation('furniture-maker');
    const openValues = (regulation?.openValues ?? []).map(({ key, type }) => {
      const duration = { key, duration: { amount: 3, unit: 'WORKING_DAYS' } };
      return type === 'AUTHORITY' ? { key, authority: [{ role: 'MANAGER', currency: 'CNY' }] } : duration;
    });
    const terms = { regulation: 'furniture-maker', effectiveFrom: '2026-02-01T00:00:00.000Z', openValues };
    expect(codes(await maker.adopt(terms))).toEqual([]);
    for (const code of ['service', 'sales']) {
      await maker.mutate(maker.admin, 'registerUnit', 'RegisterUnitInput', { code, label: code, kind: 'DEPARTMENT' });
    }
    const head = { roles: ['AGENT'], parties: ['customer-service-head'], unitId: 'service', absentUntil: AWAY };
    await register('colleague', { roles: ['AGENT'], unitId: 'service' }, maker);
    await register('seller', { roles: ['AGENT'], unitId: 'sales' }, maker);
    expect(codes(await register('head', head, maker))).toEqual(['CASE_STAFF_DELEGATE_MISSING']);
    expect(codes(await register('head', { ...head, delegate: 'seller' }, maker))).toEqual([
      'CASE_STAFF_DELEGATE_UNFIT',
    ]);
    expect(codes(await register('head', { ...head, delegate: 'colleague' }, maker))).toEqual([]);
    expect(codes(await register('handler', { absentUntil: AWAY }, maker))).toEqual([]);
  });

  it('gives accepted cases to the most fitting person by itself, once, where the organisation wants it', async () => {
    const shop = await Organisation.found(service, intake);
    const view = await accepted(shop);
    const dependencies = {
      database: service.database,
      cases: mysqlComplaintCases({ announce: () => undefined }),
      plans: adoptedCasePlans(mysqlAdoptions(service.clock)),
      candidates: mysqlCandidates(),
      clock: service.clock,
      newId,
    };
    const ofShop = async () =>
      (await waitingCases(service.database, new Set())).filter(({ tenant_id }) => tenant_id === shop.tenant);
    expect(await ofShop()).toEqual([]);
    const set = (expectedVersion: number, autoAssign: boolean) =>
      shop.mutate<{ routing: object | null; userErrors: Payload['userErrors'] }>(
        shop.admin,
        'setRouting',
        'SetRoutingInput',
        { expectedVersion, autoAssign },
        'routing { autoAssign version }',
      );
    expect((await set(0, true)).routing).toEqual({ autoAssign: true, version: 1 });
    expect(codes(await set(0, false))).toEqual(['VERSION_CONFLICT']);
    const [waiting] = await ofShop();
    expect(waiting).toBeDefined();
    if (waiting === undefined) return;
    expect((await waitingCases(service.database, [waiting.id])).map(({ id }) => id)).not.toContain(waiting.id);
    expect(await Promise.all([assignByItself(dependencies, waiting), assignByItself(dependencies, waiting)])).toEqual([
      true,
      true,
    ]);
    const after = await shop.byNumber(view.number);
    expect(after?.timeline.filter(({ type }) => type === 'CASE_ASSIGNED')).toEqual([
      expect.objectContaining({ by: 'system:case-handling' }),
    ]);
    expect(await ofShop()).toEqual([]);
    expect((await set(1, false)).routing).toEqual({ autoAssign: false, version: 2 });
  });

  it('shows nothing of another organisation', async () => {
    const view = await accepted();
    const other = await Organisation.found(service, intake);
    expect(await suggest(view, other)).toEqual([]);
    expect(codes(await other.act(other.wu, 'nameComplainee', view, { staff: 'li' }))).toEqual(['NOT_FOUND']);
    expect(await other.read(other.wu, '{ workload { openCases } }')).toEqual({ workload: [] });
  });
});
