import type { Logger } from '@redress/observability';
import type { RollupsOfAll } from '../model/rollups.repository';

/** What a round over the totals of all tenants works with. */
export interface RollupsRound {
  readonly layout: { readonly id: string };
  readonly rollups: RollupsOfAll;
  readonly fill: (tenantId: string) => Promise<void>;
  readonly logger: Logger;
}

/** Fills totals that are missing, incomplete or behind, and removes those that nobody keeps any more. */
export async function tendRollups({ layout, rollups, fill, logger }: RollupsRound): Promise<void> {
  for (const tenantId of await rollups.unready(layout.id)) {
    try {
      await fill(tenantId);
    } catch (error) {
      // The others do not wait for this one, which is tried again in the next round.
      logger.warn({ error, tenantId }, 'totals could not be filled');
    }
  }
  await rollups.retireOthers(layout.id);
  await rollups.removeRetired();
}
