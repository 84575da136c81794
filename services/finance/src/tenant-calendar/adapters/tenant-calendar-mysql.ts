import type { TenantReader } from '@redress/persistence';
import type { TenantCalendar } from '../model/tenant-calendar.repository';

const formats = new Map<string, Intl.DateTimeFormat>();

export const tenantCalendarInMysql: TenantCalendar = {
  async monthOf(reader, moment) {
    const parts = formatIn(await zoneAt(reader, moment)).formatToParts(moment);
    const part = (type: 'year' | 'month'): string => parts.find((each) => each.type === type)?.value ?? '';
    return { year: Number(part('year')), month: `${part('year')}-${part('month')}` };
  },

  async localTimeOf(reader, moment) {
    const timeZone = await zoneAt(reader, moment);
    const parts = new Intl.DateTimeFormat('en-CA', { ...CLOCK, timeZone }).formatToParts(moment);
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')} ${timeZone}`;
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

/** Throws `RangeError` for a zone that does not exist. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' });
  formats.set(timeZone, format);
  return format;
}
