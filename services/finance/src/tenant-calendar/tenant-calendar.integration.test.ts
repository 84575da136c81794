import { regulationAdopted } from '@redress/contracts';
import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { startFinance, type FinanceBench } from '../test-bench/finance-bench';
import { FinanceOffice } from '../test-bench/finance-office';
import { tenantCalendarInMysql } from './adapters/tenant-calendar-mysql';

describe('the calendar of an organisation', () => {
  let bench: FinanceBench;

  beforeAll(async () => {
    bench = await startFinance({ url: 'http://127.0.0.1:9' });
  });
  afterAll(() => bench.stop());

  it('runs in the zone of the regulation that it adopted, from when on that is in force', async () => {
    const { tenant } = new FinanceOffice(bench);
    const adopt = (timeZone: string, effectiveFrom: string) =>
      bench.caseHandling.append(tenant, { id: newId(), version: 1 }, regulationAdopted, {
        adoptionId: newId(),
        regulation: { id: 'company-24h-3wd-7wd', version: 1 },
        effectiveFrom,
        adoptedAt: '2025-01-01T00:00:00.000Z',
        adoptedBy: 'admin-1',
        settings: { timeZone },
      });
    const monthAt = async (moment: string) =>
      (await tenantCalendarInMysql.monthOf(bench.database.reader(tenant), new Date(moment))).month;
    expect(await monthAt('2026-10-31T16:30:00Z')).toBe('2026-10');
    await adopt('Asia/Shanghai', '2026-01-01T00:00:00.000Z');
    await adopt('America/New_York', '2027-01-01T00:00:00.000Z');
    await eventually(async () => (await monthAt('2027-06-01T03:00:00Z')) === '2027-05');
    await eventually(async () => (await monthAt('2026-10-31T16:30:00Z')) === '2026-11');
    expect(await monthAt('2025-12-31T20:00:00Z')).toBe('2025-12');
  });

  it.each([
    ['UTC', '2026-11-30', '2026-11-30T00:00:00.000Z'],
    ['Asia/Shanghai', '2026-11-30', '2026-11-29T16:00:00.000Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['America/New_York', '2026-03-09', '2026-03-09T04:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-30', '2026-11-29T18:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-30', '2026-11-29T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-11-30', '2026-11-30T11:00:00.000Z'],
    // Clocks went from 23:59 to 1:00.
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
  ])('knows when a day begins in %s: %s', async (timeZone, day, moment) => {
    const { tenant } = new FinanceOffice(bench);
    const { database } = bench;
    await database.transaction(tenant, (tx) => tenantCalendarInMysql.adopt(tx, timeZone, new Date(0)));
    expect((await tenantCalendarInMysql.startOfDay(database.reader(tenant), day)).toISOString()).toBe(moment);
  });
});
