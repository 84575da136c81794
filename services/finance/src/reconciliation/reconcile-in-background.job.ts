import { Pause } from '@redress/kernel';
import type { Logger } from '@redress/observability';

/** One kind of work that is done in turns: answers whether there was something to do. */
export type Turn = () => Promise<boolean>;

/** Takes statements in and matches them, one after the other, whenever something is due. */
export interface ReconciliationJob {
  start(): Promise<void>;
  wake(): void;
  /** Resolves when the turn under way is done. */
  stop(): Promise<void>;
}

const POLL_MS = 2_000;

/** Makes the job. What other processes left behind is found by a slow look; whatever this one knows of, it is woken for. */
export function createReconciliationJob(turns: readonly Turn[], logger: Logger, pollMs = POLL_MS): ReconciliationJob {
  const pause = new Pause();
  let stopping = false;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    while (!stopping) {
      let worked = false;
      for (const turn of turns) {
        worked =
          (await turn().catch((error: unknown) => {
            // Its lease runs out, and it is tried again.
            logger.warn({ error }, 'a turn of the reconciliation failed');
            return false;
          })) || worked;
      }
      if (!worked) await pause.wait(pollMs);
    }
  };

  return {
    start() {
      running ??= run();
      return Promise.resolve();
    },
    wake() {
      pause.signal();
    },
    async stop() {
      stopping = true;
      pause.end();
      await running;
    },
  };
}
