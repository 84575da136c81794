import { buildEnvelope, complaintRegistered, regulationAdopted, type EventData } from '@redress/contracts';
import { newId } from '@redress/kernel';
import { onEvent, type EventHandlers } from '@redress/messaging';
import type { Database } from '@redress/persistence';
import { findRegulation } from '@redress/regulations';
import { takingIn } from '../facts/composition-root';
import { reportAdoptionsInMysql } from '../reports/adapters/report-adoption.repository-mysql';
import { reportsInMysql } from '../reports/adapters/report.repository-mysql';
import { expectDueReports } from '../reports/expect-reports/expect-reports.handler';
import { onRegulationWithReports } from '../reports/follow-regulations/regulation-adopted.consumer';
import { watchSettingsInMysql } from '../signals/adapters/watch-setting.repository-mysql';
import { onRegulationAdopted } from '../signals/follow-regulations/regulation-adopted.consumer';
import type { AnyEvent } from '../test-bench/arbitrary-events';
import { aComplaint } from '../test-bench/complaints';
import { analyticsSchema } from '../test-bench/journal';
import { adoptionHearingsInMysql } from './adapters/adoption-hearings.repository-mysql';
import type { AdoptionListener } from './model/adoption-hearings.repository';
import { tellListener, type Told } from './tell-listeners/tell-listener.handler';

type Adopted = EventData<typeof regulationAdopted>;

/** When it was adopted, and from when on it is said to be in force. */
const anAdoption = (adoptedAt: string, effectiveFrom: string, change: Partial<Adopted> = {}): Adopted => ({
  ...{ adoptionId: newId(), regulation: { id: 'consumer-affairs', version: 1 }, adoptedBy: 'admin-1' },
  ...{ effectiveFrom: `${effectiveFrom}T00:00:00.000Z`, adoptedAt: `${adoptedAt}T00:00:00.000Z` },
  settings: { timeZone: 'Asia/Shanghai', calendar: 'cn', openValues: {} },
  ...change,
});

const shipped = findRegulation('retail-franchise-7day', 1);
const OWN = JSON.parse(JSON.stringify({ ...shipped, id: 'our-own' })) as NonNullable<Adopted['document']>;
/** The second was adopted after a month had ended that it says it had been in force in. */
const ADOPTIONS: readonly Adopted[] = [
  anAdoption('2026-01-10', '2026-01-01'),
  anAdoption('2026-04-10', '2026-03-15', { regulation: { id: 'omnichannel-72h', version: 1 } }),
  anAdoption('2026-05-02', '2026-06-01', { regulation: { id: 'our-own', version: 1 }, document: OWN }),
  anAdoption('2026-07-20', '2026-07-25', { regulation: { id: 'manufacturer-yymmcc', version: 1 } }),
];

function eventsOf(tenantId: string, adoptions: readonly Adopted[]): readonly AnyEvent[] {
  return adoptions.flatMap((data) => {
    const complaint = aComplaint();
    const about = { id: newId(), time: new Date(data.adoptedAt), tenantId, aggregateVersion: 1 };
    return [
      {
        name: complaintRegistered.type,
        event: buildEnvelope(complaintRegistered, { ...about, aggregateId: complaint.complaintId }, complaint),
      },
      {
        name: regulationAdopted.type,
        event: buildEnvelope(regulationAdopted, { ...about, id: newId(), aggregateId: data.adoptionId }, data),
      },
    ];
  });
}

describe('adoptions that were taken in before anybody listened', () => {
  let schema: Awaited<ReturnType<typeof analyticsSchema>>;
  let database: Database;
  let listeners: readonly AdoptionListener[];

  beforeAll(async () => {
    schema = await analyticsSchema();
    ({ database } = schema);
    listeners = [
      { name: 'reports', hear: onRegulationWithReports(reportAdoptionsInMysql(database)) },
      { name: 'signals', hear: onRegulationAdopted(watchSettingsInMysql) },
    ];
  }, 120_000);
  afterAll(() => schema?.close());

  /** Takes in as a program does that has these listeners, or none yet. */
  async function takeIn(tenantId: string, adoptions: readonly Adopted[], heardBy: readonly AdoptionListener[]) {
    const handlers: EventHandlers = onEvent(regulationAdopted, async (event, tx) => {
      for (const { hear } of heardBy) await hear(event, tx);
    });
    const consumptions = takingIn({ listeners: [], handlers: { 'case-handling': handlers } });
    for (const { name, event } of eventsOf(tenantId, adoptions)) {
      await database.transaction(tenantId, async (tx) => {
        for (const each of consumptions) await each.handlers[name]?.(event as never, tx);
        await consumptions[0]?.finish?.(tx);
      });
    }
  }

  const tell = (tenantId: string, listener: AdoptionListener): Promise<Told> =>
    tellListener(listener, tenantId, {
      ...{ database, hearings: adoptionHearingsInMysql(database) },
      clock: { now: () => new Date('2026-11-22T00:00:00Z') },
    });

  async function kept(tenantId: string) {
    const reader = database.reader(tenantId);
    return {
      reports: await reader.query(
        `SELECT a.id, a.regulation_id, a.regulation_version, a.effective_from, a.adopted_at, a.settings, a.document,
           a.expected_until, a.next_at FROM report_adoption a WHERE a.tenant_id = :tenantId ORDER BY a.id`,
      ),
      settings: await reader.query(
        `SELECT s.effective_from, s.adoption_id, s.time_zone, s.improvement_points FROM signal_setting s
         WHERE s.tenant_id = :tenantId ORDER BY s.adoption_id`,
      ),
      watched: await reader.query('SELECT w.watched_until FROM signal_watch w WHERE w.tenant_id = :tenantId'),
    };
  }

  it('come to what listening from the start would have, however many tell of them while others come in', async () => {
    const [prompt, late] = [`t-${newId()}`, `t-${newId()}`];
    await takeIn(prompt, ADOPTIONS, listeners);
    await takeIn(late, ADOPTIONS.slice(0, 3), []);
    expect((await kept(late)).reports).toEqual([]);
    const processes = [1, 2, 3].flatMap(() => listeners);
    const [ends] = await Promise.all([
      Promise.all(processes.map((listener) => tell(late, listener))),
      takeIn(late, ADOPTIONS.slice(3), listeners),
    ]);
    expect(await kept(late)).toEqual(await kept(prompt));
    expect((await kept(late)).reports).toHaveLength(4);
    // Each listener was told by one process; the last adoption it may have heard there too.
    expect(ends.filter(({ told }) => told >= 3)).toHaveLength(listeners.length);
    expect(ends.filter(({ told }) => told === 0)).toHaveLength(processes.length - listeners.length);
    for (const listener of listeners) expect(await tell(late, listener)).toEqual({ told: 0, lost: 0 });
  }, 120_000);

  it('have the reports of every month that ended since, as if somebody had looked all the time', async () => {
    const [prompt, late] = [`t-${newId()}`, `t-${newId()}`];
    const expectAt = (moment: string) =>
      expectDueReports({
        ...{ database, adoptions: reportAdoptionsInMysql(database), reports: reportsInMysql(database) },
        clock: { now: () => new Date(moment) },
      });
    await takeIn(late, ADOPTIONS, []);
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09'];
    const looks = months.flatMap((month) => ['01', '11', '21'].map((day) => `2026-${month}-${day}T12:00:00Z`));
    for (const [index, look] of looks.entries()) {
      const before = looks[index - 1] ?? '';
      const adopted = ADOPTIONS.filter(({ adoptedAt }) => adoptedAt > before && adoptedAt <= look);
      await takeIn(prompt, adopted, listeners);
      await expectAt(look);
    }
    for (const listener of listeners) await tell(late, listener);
    await expectAt(looks.at(-1) ?? '');
    const expected = (tenantId: string) =>
      database.reader(tenantId).query(
        `SELECT r.regulation_id, r.code, r.period_from, r.period_to, r.due_on, r.expected_at, r.make_at FROM report r
         WHERE r.tenant_id = :tenantId ORDER BY r.period_from, r.regulation_id, r.code, r.period_to`,
      );
    expect(await expected(late)).toEqual(await expected(prompt));
    expect((await expected(late)).length).toBeGreaterThan(7);
  }, 120_000);

  it('tell how many of them the change log did not keep, and keep the others', async () => {
    const tenant = `t-${newId()}`;
    await takeIn(tenant, ADOPTIONS.slice(0, 2), []);
    await database.transaction(tenant, (tx) =>
      tx.execute('UPDATE change_log c SET c.envelope = NULL WHERE c.tenant_id = :tenantId AND c.position = 2'),
    );
    const [reports] = listeners;
    if (reports === undefined) throw new Error('nobody listens');
    expect(await tell(tenant, reports)).toEqual({ told: 1, lost: 1 });
    expect((await kept(tenant)).reports).toMatchObject([{ regulation_id: 'omnichannel-72h' }]);
  }, 60_000);
});
