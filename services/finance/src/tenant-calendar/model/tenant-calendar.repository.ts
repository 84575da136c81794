import type { TenantReader, TenantTransaction } from '@redress/persistence';

/** A year, and a month such as `2026-11`, as the organisation's own calendar shows them. */
export interface LocalMonth {
  readonly year: number;
  readonly month: string;
}

/** In which month a moment falls for an organisation; UTC as long as it has adopted no regulation. */
export interface TenantCalendar {
  monthOf(reader: TenantReader, moment: Date): Promise<LocalMonth>;
  /** The day of the organisation, such as `2026-11-30`, on which a moment falls. */
  dayOf(reader: TenantReader, moment: Date): Promise<string>;
  /** The days on which many moments fall, with one statement. */
  daysOf(reader: TenantReader, moments: readonly Date[]): Promise<string[]>;
  /** The moment as the organisation's clock shows it, with its zone: `2026-11-02 16:00 Asia/Shanghai`. */
  localTimeOf(reader: TenantReader, moment: Date): Promise<string>;
  /** The moment in which a day of the organisation, such as `2026-11-30`, begins. */
  startOfDay(reader: TenantReader, day: string): Promise<Date>;
  /** From that moment on the organisation's time runs in the zone. */
  adopt(tx: TenantTransaction, timeZone: string, effectiveFrom: Date): Promise<void>;
}
