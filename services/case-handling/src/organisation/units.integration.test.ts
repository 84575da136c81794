import { newId } from '@redress/kernel';
import { FakeProducer } from '../test-bench/fake-producer';
import { Organisation, type Payload } from '../test-bench/organisation';
import { startService, type RunningService } from '../test-bench/running-service';

const UNIT = 'unit { id version code label kind territories active parent { code } children { code } }';

interface Answered {
  readonly unit: { readonly id: string; readonly version: number } | null;
  readonly userErrors: Payload['userErrors'];
}

describe('units of an organisation', () => {
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

  const register = (code: string, input: object = {}): Promise<Answered> =>
    org.mutate(org.admin, 'registerUnit', 'RegisterUnitInput', { code, label: code, kind: 'BRANCH', ...input }, UNIT);
  const update = (unit: Answered['unit'], input: object): Promise<Answered> =>
    org.mutate(
      org.admin,
      'updateUnit',
      'UpdateUnitInput',
      { unitId: unit?.id, expectedVersion: unit?.version, ...input },
      UNIT,
    );
  const codes = ({ userErrors }: Answered): string[] => userErrors.map(({ code }) => code);

  it('make a tree from headquarters to the stores, with their regions and staff', async () => {
    const { unit: top } = await register('hq', { label: '总公司', kind: 'HEADQUARTERS' });
    const { unit: branch } = await register('sh', { parentId: top?.id, territories: ['310000'] });
    await register('sh-1', { parentId: branch?.id, kind: 'FRANCHISE_STORE' });
    await register('sh-2', { parentId: branch?.id, kind: 'OWN_STORE' });
    await org.mutate(org.admin, 'registerStaffMember', 'RegisterStaffMemberInput', {
      ...{ subject: 'sun', name: 'Sun', roles: ['AGENT'], unitId: 'sh-2' },
    });
    const before = service.statements.read.length;
    const { organisationUnits } = await org.read<{ organisationUnits: { nodes: object[] } }>(
      org.wu,
      '{ organisationUnits { nodes { code kind territories parent { code } children { code } } } }',
    );
    expect(organisationUnits.nodes).toEqual([
      { code: 'hq', kind: 'HEADQUARTERS', territories: [], parent: null, children: [{ code: 'sh' }] },
      {
        ...{ code: 'sh', kind: 'BRANCH', territories: ['310000'], parent: { code: 'hq' } },
        children: [{ code: 'sh-1' }, { code: 'sh-2' }],
      },
      { code: 'sh-1', kind: 'FRANCHISE_STORE', territories: [], parent: { code: 'sh' }, children: [] },
      { code: 'sh-2', kind: 'OWN_STORE', territories: [], parent: { code: 'sh' }, children: [] },
    ]);
    expect(service.statements.read.length - before).toBe(3);
    const { staffMembers } = await org.read<{ staffMembers: { nodes: object[] } }>(
      org.wu,
      '{ staffMembers(role: AGENT) { nodes { subject unit { code parent { code } } } } }',
    );
    expect(staffMembers.nodes).toEqual([{ subject: 'sun', unit: { code: 'sh-2', parent: { code: 'sh' } } }]);
  });

  it('change at the version that was read, and move within the tree', async () => {
    const { unit: one } = await register('one');
    const { unit: two } = await register('two', { parentId: one?.id });
    expect(
      (await update(two, { label: '二部', kind: 'DEPARTMENT', parentId: null, active: false })).unit,
    ).toMatchObject({
      ...{ version: 2, label: '二部', kind: 'DEPARTMENT', parent: null, active: false },
    });
    expect(codes(await update(two, { label: 'x' }))).toEqual(['VERSION_CONFLICT']);
    expect(codes(await update({ id: one?.id ?? '', version: 1 }, { parentId: two?.id }))).toEqual([]);
  });

  it('never stand below themselves', async () => {
    const { unit: upper } = await register('upper');
    const { unit: middle } = await register('middle', { parentId: upper?.id });
    const { unit: lower } = await register('lower', { parentId: middle?.id });
    expect(codes(await update(upper, { parentId: lower?.id }))).toEqual(['CASE_UNIT_BELOW_ITSELF']);
    expect(codes(await update(upper, { parentId: upper?.id }))).toEqual(['CASE_UNIT_BELOW_ITSELF']);
  });

  it('are refused with a code that is taken, without a label, or below what does not exist', async () => {
    await register('taken');
    expect(codes(await register('taken'))).toEqual(['CASE_UNIT_EXISTS']);
    expect(codes(await register('plain', { label: ' ' }))).toEqual(['CASE_TEXT_MISSING']);
    expect(codes(await register('orphan', { parentId: 'nowhere' }))).toEqual(['CASE_UNIT_UNKNOWN']);
    expect(codes(await register('far', { territories: [''] }))).toEqual(['INPUT_INVALID']);
  });

  it('are changed by admins alone, and seen by their own staff alone', async () => {
    const { unit } = await register('own');
    const attempts = [
      await org.attempt(org.wu, 'registerUnit', 'RegisterUnitInput', { code: 'x', label: 'x', kind: 'OUTLET' }),
      await service.ask(org.customer(newId()), '{ organisationUnits { nodes { id } } }'),
    ];
    expect(attempts.map(({ errors }) => errors?.[0]?.extensions['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    const other = await Organisation.found(service, intake);
    const seen = await other.read(other.wu, 'query ($id: ID!) { organisationUnit(id: $id) { code } }', {
      id: unit?.id,
    });
    expect(seen).toEqual({ organisationUnit: null });
    const answer = await other.mutate<Answered>(other.admin, 'updateUnit', 'UpdateUnitInput', {
      ...{ unitId: unit?.id, expectedVersion: 1, label: 'mine' },
    });
    expect(codes(answer)).toEqual(['NOT_FOUND']);
  });
});
