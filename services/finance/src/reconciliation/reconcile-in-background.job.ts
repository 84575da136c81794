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
  let stopping = false;
  let woken = false;
  let rouse: (() => void) | undefined;
  let running: Promise<void> | undefined;

  const rest = async (): Promise<void> => {
    if (!woken && !stopping) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMs);
        rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    rouse = undefined;
    woken = false;
  };

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
      if (!worked) await rest();
    }
  };

  return {
    start() {
      running ??= run();
      return Promise.resolve();
    },
    wake() {
      woken = true;
      rouse?.();
    },
    async stop() {
      stopping = true;
      rouse?.();
      await running;
    },
  };
}
