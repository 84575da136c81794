import { newId } from '@redress/kernel';
import { mysqlAdoptions } from '../../adoption/adapters/adoption.repository-mysql';
import { adoptedCasePlans } from '../../complaint-case/adapters/case-plans.repository-adopted';
import { casesInBulk } from '../../complaint-case/adapters/cases-in-bulk.repository-mysql';
import { aRegistration, FakeProducer } from '../../test-bench/fake-producer';
import { Organisation } from '../../test-bench/organisation';
import { startService, type RunningService } from '../../test-bench/running-service';
import { mysqlWorkerLease } from '../adapters/worker-lease.repository-mysql';
import type { Stuck } from './case-batches.handler';
import { mysqlFallingDue } from '../adapters/falling-due.repository-mysql';
import { noticeOverdue, type TimeDependencies } from './notice-overdue.handler';

const noneStuck: Stuck = {
  cases: new Set(),
  report: (_, error) => {
    throw error;
  },
};

describe('clocks that run out', () => {
  let service: RunningService;
  let intake: FakeProducer;
  let organisation: Organisation;

  beforeAll(async () => {
    service = await startService('2026-03-12T03:00:00.000Z');
    intake = await FakeProducer.start('intake', service);
    organisation = await Organisation.found(service, intake);
  });
  afterAll(async () => {
    await intake.stop();
    await service.stop();
  });

  /** What another process of the service would work with. */
  function aWorker(): TimeDependencies {
    return {
      database: service.database,
      bulk: casesInBulk({ announce: () => undefined }),
      fallingDue: mysqlFallingDue(service.database.system),
      plans: adoptedCasePlans(mysqlAdoptions(service.clock)),
      clock: service.clock,
      newId,
    };
  }

  const overdueEntries = async (number: string) => {
    const view = await organisation.byNumber(number);
    return (view?.timeline ?? []).filter(({ type }) => type === 'STAGE_OVERDUE');
  };

  it('is noticed once for each clock, by two workers at once, and never before its time', async () => {
    const receivedAt = '2026-03-12T02:00:00.000Z';
    const registered = Array.from({ length: 30 }, () => aRegistration({ receivedAt }));
    await organisation.register(...registered);
    for (const { number } of registered) await organisation.until(number, () => true);

    service.clock.set('2026-03-13T02:00:00.000Z');
    expect(await noticeOverdue(aWorker(), noneStuck)).toBe(0);

    service.clock.set('2026-03-13T02:00:00.001Z');
    await Promise.all([
      noticeOverdue(aWorker(), noneStuck),
      noticeOverdue(aWorker(), noneStuck),
      noticeOverdue(aWorker(), noneStuck),
    ]);
    expect(await noticeOverdue(aWorker(), noneStuck)).toBe(0);
    for (const { number } of registered) expect(await overdueEntries(number)).toHaveLength(1);
  });

  it('catches up with everything that ran out while no worker was there', async () => {
    service.clock.set('2026-03-24T02:00:00.000Z');
    const { registered } = await organisation.open(aRegistration({ receivedAt: '2026-03-12T02:00:00.000Z' }));
    while ((await noticeOverdue(aWorker(), noneStuck)) > 0);
    const view = await organisation.byNumber(registered.number);
    expect(view?.clocks.filter(({ overdue }) => overdue)).toHaveLength(3);
    expect(await overdueEntries(registered.number)).toHaveLength(3);
  });

  it('leaves the work to one process until it lets go', async () => {
    const { system } = service.database;
    const [one, two] = [mysqlWorkerLease(system, 'test', newId()), mysqlWorkerLease(system, 'test', newId())];
    expect(await one.hold()).toBe(true);
    expect(await two.hold()).toBe(false);
    expect(await one.hold()).toBe(true);
    await one.release();
    expect(await two.hold()).toBe(true);
  });
});
