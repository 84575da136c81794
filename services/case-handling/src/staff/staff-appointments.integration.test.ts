import { newId } from '@redress/kernel';
import { FakeProducer } from '../test-bench/fake-producer';
import { Organisation, type Payload } from '../test-bench/organisation';
import { startService, type RunningService } from '../test-bench/running-service';
import { partiesOf } from './view-staff/parties-of.query';

const NOW = '2026-03-12T03:00:00.000Z';
const MEMBER = `staffMember { id version subject parties territories contact { phone email } absentUntil delegate capacity }`;

interface Answered {
  readonly staffMember: Record<string, unknown> | null;
  readonly userErrors: Payload['userErrors'];
}

describe('appointments of staff', () => {
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

  const register = (input: object = {}): Promise<Answered> =>
    org.mutate(
      org.admin,
      'registerStaffMember',
      'RegisterStaffMemberInput',
      { subject: newId(), name: 'Sun', roles: ['HANDLER'], ...input },
      MEMBER,
    );
  const update = (member: Answered['staffMember'], input: object): Promise<Answered> =>
    org.mutate(
      org.admin,
      'updateStaffMember',
      'UpdateStaffMemberInput',
      { staffMemberId: member?.['id'], expectedVersion: member?.['version'], ...input },
      MEMBER,
    );
  const parties = (subject: unknown, now = NOW): Promise<readonly string[]> =>
    partiesOf(service.database.reader(org.tenant), String(subject), new Date(now));

  it('keeps parties, territories, the contact, an absence with its delegate and a capacity', async () => {
    const given = {
      parties: ['gm-office', 'quality'],
      territories: ['310000'],
      contact: { phone: '021-5550-0100', email: 'sun@example.org' },
      absentUntil: '2026-03-20T00:00:00.000Z',
      delegate: 'zhao',
      capacity: 12,
    };
    const { staffMember } = await register(given);
    expect(staffMember).toMatchObject(given);
    const { staffMember: changed } = await update(staffMember, {
      parties: ['quality'],
      contact: { phone: '021-5550-0101' },
      absentUntil: null,
      capacity: null,
    });
    expect(changed).toMatchObject({
      parties: ['quality'],
      territories: ['310000'],
      contact: { phone: '021-5550-0101', email: null },
      absentUntil: null,
      delegate: 'zhao',
      capacity: null,
    });
  });

  it('is empty for somebody of whom nothing was said', async () => {
    const { staffMember } = await register();
    expect(staffMember).toMatchObject({
      parties: [],
      territories: [],
      contact: null,
      absentUntil: null,
      capacity: null,
    });
  });

  it.each([
    ['a party that no regulation could declare', { parties: ['GM Office'] }, 'INPUT_INVALID'],
    ['a region without a name', { territories: [' '] }, 'INPUT_INVALID'],
    ['a contact that is no address', { contact: { email: 'nowhere' } }, 'INPUT_INVALID'],
    ['less than no capacity', { capacity: -1 }, 'INPUT_INVALID'],
    ['somebody who stands in for themselves', { subject: 'me', delegate: 'me' }, 'CASE_STAFF_DELEGATE_UNFIT'],
  ])('refuses %s', async (_, input, code) => {
    expect((await register(input)).userErrors.map((error) => error.code)).toEqual([code]);
  });

  it('tells the parties of a person, and while a colleague is away also those of the colleague', async () => {
    const { staffMember: deputy } = await register({ parties: ['quality'] });
    const { staffMember: away } = await register({
      parties: ['gm-office'],
      absentUntil: '2026-03-20T00:00:00.000Z',
      delegate: deputy?.['subject'],
    });
    expect(await parties(deputy?.['subject'])).toEqual(['quality', 'gm-office']);
    expect(await parties(deputy?.['subject'], '2026-03-20T00:00:00.000Z')).toEqual(['quality']);
    expect(await parties(away?.['subject'])).toEqual(['gm-office']);
    expect(await parties('nobody')).toEqual([]);
    await update(deputy, { active: false });
    expect(await parties(deputy?.['subject'])).toEqual([]);
  });

  it('tells no parties of another organisation', async () => {
    const { staffMember } = await register({ parties: ['gm-office'] });
    const foreign = service.database.reader('another');
    expect(await partiesOf(foreign, String(staffMember?.['subject']), new Date(NOW))).toEqual([]);
  });
});
