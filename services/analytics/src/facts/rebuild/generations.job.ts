import type { Logger } from '@redress/observability';
import type { GenerationsOfAll } from '../model/generations.repository';

/** What a round over the generations of all tenants works with. */
export interface GenerationsRound {
  readonly generations: GenerationsOfAll;
  /** Tables in which a generation has rows. */
  readonly tables: readonly string[];
  readonly rebuild: (tenantId: string) => Promise<unknown>;
  readonly logger: Logger;
}

/** Takes up rebuilds that nobody works on any more, and removes generations whose time is over. One that fails holds up no other. */
export async function tendGenerations({ generations, tables, rebuild, logger }: GenerationsRound): Promise<void> {
  for (const tenantId of await generations.abandonedRebuilds()) {
    logger.info({ tenantId }, 'a rebuild of the facts is taken up');
    await rebuild(tenantId).catch((error: unknown) => {
      logger.warn({ error, tenantId }, 'a rebuild of the facts waits for the next round');
    });
  }
  for (const { tenantId, generation } of await generations.toRemove()) {
    await generations.remove(tenantId, generation, tables);
    logger.info({ tenantId, generation }, 'a generation of facts was removed');
  }
}
