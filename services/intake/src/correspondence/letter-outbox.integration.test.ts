import { fromGlobalId } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import { readMasterKeys } from '../personal-data/master-keys';
import { REGISTER, registration } from '../testing/documents';
import { startIntake, type IntakeUnderTest } from '../testing/intake-under-test';
import { mysqlLetterOutbox } from './adapters/letter-outbox.repository-mysql';
import type { LetterOutbox } from './model/letter-outbox.repository';

describe('the outbox of letters', () => {
  let intake: IntakeUnderTest;
  let outbox: LetterOutbox;
  let complaint: { complaintId: string; customerId: string };
  beforeAll(async () => {
    intake = await startIntake();
    await intake.adopt('acme');
    outbox = mysqlLetterOutbox(intake.database, readMasterKeys(Buffer.alloc(32, 7).toString('base64')));
    const agent = await intake.tokenFor({ tenant: 'acme', role: 'agent' });
    const input = registration({ customer: { details: { name: 'A', email: 'a@example.com' } } });
    const registered = (await intake.ask(agent, REGISTER, { input })).data?.['registerComplaint'] as unknown as {
      complaint: { id: string; customer: { id: string } };
    };
    complaint = {
      complaintId: fromGlobalId('Complaint', registered.complaint.id) ?? '',
      customerId: fromGlobalId('Customer', registered.complaint.customer.id) ?? '',
    };
  });
  afterEach(() => intake.database.system.execute('DELETE FROM letter WHERE TRUE'));
  afterAll(() => intake.stop());

  const enter = (source: string, id = newId()) =>
    intake.database.transaction('acme', (tx) =>
      outbox.enter(tx, {
        ...complaint,
        ...{ id, source, purpose: 'PROGRESS', language: 'en', medium: 'EMAIL', tells: [] },
        ...{ requestedBy: 'a', requestedAt: new Date('2026-11-20T02:00:00.000Z') },
      }),
    );
  const record = (leased: { tenantId: string; letterId: string; lease: string }, attempt: object = {}) =>
    intake.database.transaction('acme', (tx) => outbox.record(tx, leased, { at: new Date(), ...attempt }));
  const lapse = () => intake.database.system.execute("UPDATE letter SET next_step_at = '2000-01-01' WHERE TRUE");

  it('takes one letter from one source', async () => {
    expect([await enter('same'), await enter('same'), await enter('other')]).toEqual([true, false, true]);
  });

  it('gives each letter to one of several workers that look at the same time', async () => {
    for (let index = 0; index < 12; index += 1) await enter(`n-${index}`);
    const leases = await Promise.all([1, 2, 3, 4].map(() => outbox.lease(['EMAIL'], 12, 60_000)));
    const taken = leases.flat().map(({ letterId }) => letterId);
    expect(taken).toHaveLength(12);
    expect(new Set(taken).size).toBe(12);
  });

  it('leaves letters for which nobody stands ready', async () => {
    await enter('mail');
    expect(await outbox.lease([], 5, 60_000)).toEqual([]);
    expect(await outbox.lease(['SMS', 'CHAT'], 5, 60_000)).toEqual([]);
    expect(await outbox.lease(['EMAIL'], 5, 60_000)).toHaveLength(1);
  });

  it('gives a letter to another worker when the first has died, and hears the first no more', async () => {
    await enter('died');
    const [first] = await outbox.lease(['EMAIL'], 1, 60_000);
    expect(await outbox.lease(['EMAIL'], 1, 60_000)).toEqual([]);
    await lapse();
    const [second] = await outbox.lease(['EMAIL'], 1, 60_000);
    if (first === undefined || second === undefined) throw new Error('nothing was leased');
    expect(second.letterId).toBe(first.letterId);
    expect(await record(first)).toBe(false);
    const keep = (leased: typeof first) =>
      intake.database.transaction('acme', (tx) => outbox.keepContent(tx, leased, Buffer.from('x')));
    expect([await keep(first), await keep(second)]).toEqual([false, true]);
    expect(await record(second)).toBe(true);
    await lapse();
    expect(await outbox.lease(['EMAIL'], 1, 60_000)).toEqual([]);
  });

  it('plans the next attempt after a failure, and none after the last', async () => {
    await enter('fails');
    const [first] = await outbox.lease(['EMAIL'], 1, 60_000);
    if (first === undefined) throw new Error('nothing was leased');
    expect(await record(first, { error: 'SMTP_451', retryInMs: 3_600_000 })).toBe(true);
    expect(await outbox.lease(['EMAIL'], 1, 60_000)).toEqual([]);
    await lapse();
    const [again] = await outbox.lease(['EMAIL'], 1, 60_000);
    if (again === undefined) throw new Error('nothing was leased');
    await record(again, { error: 'SMTP_550' });
    await lapse();
    const states = await intake.database.system.query('SELECT state, attempts, failures, error FROM letter');
    expect(states).toEqual([{ state: 'GIVEN_UP', attempts: 2, failures: 2, error: 'SMTP_550' }]);
  });
});
