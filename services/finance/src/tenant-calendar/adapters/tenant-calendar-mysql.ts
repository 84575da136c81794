import type { TenantReader } from '@redress/persistence';
import { dayIn } from '../../ledger/model/period.model';
import type { TenantCalendar } from '../model/tenant-calendar.repository';

const formats = new Map<string, Intl.DateTimeFormat>();

export const tenantCalendarInMysql: TenantCalendar = {
  async monthOf(reader, moment) {
    const parts = formatIn(await zoneAt(reader, moment)).formatToParts(moment);
    const part = (type: 'year' | 'month'): string => parts.find((each) => each.type === type)?.value ?? '';
    return { year: Number(part('year')), month: `${part('year')}-${part('month')}` };
  },

  async dayOf(reader, moment) {
    return localTime(moment, await zoneAt(reader, moment)).slice(0, DAY);
  },

  async daysOf(reader, moments) {
    const adopted = await reader.query<{ timeZone: string; effectiveFrom: Date }>(
      `SELECT s.time_zone AS timeZone, s.effective_from AS effectiveFrom FROM tenant_setting s
       WHERE s.tenant_id = :tenantId ORDER BY s.effective_from DESC`,
    );
    return moments.map((moment) => {
      const setting = adopted.find(({ effectiveFrom }) => effectiveFrom <= moment);
      return dayIn(setting?.timeZone ?? 'UTC', moment);
    });
  },

  async localTimeOf(reader, moment) {
    const timeZone = await zoneAt(reader, moment);
    return `${localTime(moment, timeZone)} ${timeZone}`;
  },

  async startOfDay(reader, day) {
    const midnight = Date.parse(`${day}T00:00:00.000Z`);
    const timeZone = await zoneAt(reader, new Date(midnight));
    return startOfDayIn(timeZone, midnight);
  },

  async adopt(tx, timeZone, effectiveFrom) {
    formatIn(timeZone);
    await tx.execute(
      `INSERT INTO tenant_setting (tenant_id, time_zone, effective_from) VALUES (:tenantId, :timeZone, :effectiveFrom)
       ON DUPLICATE KEY UPDATE time_zone = VALUES(time_zone)`,
      { timeZone, effectiveFrom },
    );
  },
};

const DAY = 'YYYY-MM-DD'.length;
const CLOCK = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

async function zoneAt(reader: TenantReader, moment: Date): Promise<string> {
  const [setting] = await reader.query<{ time_zone: string }>(
    `SELECT s.time_zone FROM tenant_setting s WHERE s.tenant_id = :tenantId AND s.effective_from <= :moment
     ORDER BY s.effective_from DESC LIMIT 1`,
    { moment },
  );
  return setting?.time_zone ?? 'UTC';
}

function localTime(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { ...CLOCK, timeZone }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

/** The first quarter of an hour that falls on the day: zones differ by quarters, and some days begin at one o'clock. */
function startOfDayIn(timeZone: string, midnightInUtc: number): Date {
  const day = new Date(midnightInUtc).toISOString().slice(0, 10);
  const earliest = midnightInUtc - EARLIEST_HOURS * 4 * QUARTER_MS;
  const local = localTime(new Date(earliest), timeZone);
  // Most of the way in one step: what the zone's clock still lacks of midnight.
  const missing = midnightInUtc - Date.parse(`${local.replace(' ', 'T')}:00.000Z`);
  let moment = Math.max(earliest, earliest + missing - 8 * QUARTER_MS);
  while (localTime(new Date(moment), timeZone).slice(0, DAY) < day) moment += QUARTER_MS;
  return new Date(moment);
}

const QUARTER_MS = 15 * 60_000;
/** No zone is further ahead of UTC. */
const EARLIEST_HOURS = 14;

/** Throws `RangeError` for a zone that does not exist. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' });
  formats.set(timeZone, format);
  return format;
}
