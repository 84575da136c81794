import type { TenantReader } from '@redress/persistence';
import type { PositionedEvent } from '../take-in/journal.projection';

/** What was taken in, as it can be read again. */
export interface Journal {
  /** What was taken in after a position, in order; throws `JournalIncomplete` rather than leave an event out. */
  read(reader: TenantReader, after: bigint, until: bigint, limit: number): Promise<readonly PositionedEvent[]>;
  /** The position up to which a tenant's events were taken in. */
  reached(reader: TenantReader): Promise<bigint>;
}
