import type { Logger } from '@redress/observability';

/** Work that is done again and again; a failure is logged and the next round goes on. */
export interface Repetition {
  /** Ends the repetition once the round under way is done. */
  stop(): Promise<void>;
}

/** Does the work every `everyMs`, counted from the end of a round to the start of the next. */
export function repeat(name: string, everyMs: number, logger: Logger, work: () => Promise<unknown>): Repetition {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const run = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      logger.warn({ error, work: name }, 'a background round failed');
    }
    schedule();
  };
  const schedule = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      round = run();
    }, everyMs).unref();
  };
  schedule();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return round;
    },
  };
}
