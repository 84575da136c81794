import type { TenantTransaction } from '@redress/persistence';

/**
 * How far the journal has come for those who take it over piece by piece. Every entry is given the position that is the
 * current one when it is booked, whatever its id and its day; ids are made earlier, and by clocks that differ.
 */
export interface JournalPositions {
  /**
   * Leaves the current position and answers it. Waits for every booking under way: afterwards all entries up to that
   * position are there, and none is ever added to them.
   */
  leave(tx: TenantTransaction): Promise<number>;
}
