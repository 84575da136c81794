import type { Clock } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import { repeat, type Composition, type Repetition } from '@redress/service-host';
import type { WatchTurn, WatchTurns } from '../model/watch-turns.repository';

/** What is done for an organisation in its turn; tells the moment of its next one. */
export type WatchOrganisation = (tenantId: string) => Promise<Date>;

export interface WatchWorker {
  readonly turns: Pick<WatchTurns, 'lease' | 'release' | 'putOff'>;
  readonly watch: WatchOrganisation;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly everyMs: number;
}

const LEASE_MS = 600_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Gives each organisation its turn when it is due; of several processes one at a time has it. */
export function watchWorker({
  turns,
  watch,
  clock,
  logger,
  everyMs,
}: WatchWorker): NonNullable<Composition['workers']>[number] {
  let repetition: Repetition | undefined;
  let stopping = false;

  /** One that cannot be watched is looked at again later each time; figures are asked for in vain as seldom as that. */
  const putOff = (turn: WatchTurn): Promise<void> => {
    const pauseMs = Math.min(everyMs * 2 ** Math.min(turn.failures, 20), LONGEST_PAUSE_MS);
    return turns.putOff(turn, new Date(clock.now().getTime() + pauseMs));
  };

  const take = async (turn: WatchTurn): Promise<void> => {
    const { tenantId } = turn;
    const next = await watch(tenantId).catch((error: unknown) => {
      logger.warn({ error, tenantId }, 'an organisation could not be watched');
      return undefined;
    });
    // A turn that cannot be given back ends by itself; those of the others are not to wait for it.
    await (next === undefined ? putOff(turn) : turns.release(turn, next)).catch((error: unknown) => {
      logger.warn({ error, tenantId }, 'a turn could not be given back');
    });
  };

  const everybody = async (): Promise<void> => {
    while (!stopping) {
      const turn = await turns.lease(clock.now(), LEASE_MS);
      if (turn === undefined) return;
      await take(turn);
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
