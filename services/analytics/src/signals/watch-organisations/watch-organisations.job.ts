import type { Logger } from '@redress/observability';
import { repeat, type Composition, type Repetition } from '@redress/service-host';
import type { WatchTurns } from '../model/watch-turns.repository';

/** What is done for an organisation in its turn. */
export type WatchOrganisation = (tenantId: string) => Promise<void>;

export interface WatchWorker {
  readonly turns: Pick<WatchTurns, 'lease' | 'release'>;
  readonly watch: WatchOrganisation;
  readonly logger: Logger;
  readonly everyMs: number;
}

const LEASE_MS = 600_000;

/** Gives each organisation its turn, again and again; of several processes one at a time has it. */
export function watchWorker({
  turns,
  watch,
  logger,
  everyMs,
}: WatchWorker): NonNullable<Composition['workers']>[number] {
  let repetition: Repetition | undefined;
  let stopping = false;

  const everybody = async (): Promise<void> => {
    while (!stopping) {
      const turn = await turns.lease(LEASE_MS);
      if (turn === undefined) return;
      const { tenantId } = turn;
      await watch(tenantId).catch((error: unknown) => {
        logger.warn({ error, tenantId }, 'an organisation could not be watched');
      });
      // A turn that cannot be given back ends by itself; those of the others are not to wait for it.
      await turns.release(turn, everyMs).catch((error: unknown) => {
        logger.warn({ error, tenantId }, 'a turn could not be given back');
      });
    }
  };

  return {
    name: 'signals',
    start() {
      repetition = repeat('signals', everyMs, logger, everybody);
      return Promise.resolve();
    },
    async stop() {
      stopping = true;
      await repetition?.stop();
    },
  };
}
