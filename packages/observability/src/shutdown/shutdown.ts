import type { Health } from '../health/health';
import type { Logger } from '../logging/logger';

/** One part of a process that must be closed; `name` appears in the log. */
export interface Closer {
  name: string;
  close: () => Promise<void> | void;
}

/** `timeoutMs` (15,000) bounds all closers together; `exit` is `process.exit` unless a test replaces it. */
export interface ShutdownOptions {
  logger: Logger;
  health?: Health;
  timeoutMs?: number;
  exit?: (code: number) => void;
}

/** A way to begin the same orderly end from within the process. */
export interface Shutdown {
  begin(reason: string): Promise<void>;
}

/**
 * On SIGTERM or SIGINT says that the process is not ready, runs the closers one after the other in the given order
 * (listeners first, then consumers, then the database) and exits: 0 when all closed in time, 1 otherwise. A second
 * signal exits at once. An exception or rejection that nobody caught ends the process the same way, with code 1.
 */
export function onShutdown(closers: readonly Closer[], options: ShutdownOptions): Shutdown {
  const { logger, health, timeoutMs = 15_000, exit = (code: number) => process.exit(code) } = options;
  let ending: Promise<void> | undefined;

  const begin = (reason: string, failed = false): Promise<void> => {
    ending ??= (async () => {
      logger.info({ reason }, 'shutting down');
      health?.drain();
      const clean = await closeAll(closers, logger, timeoutMs);
      logger.info({ reason, clean }, 'shut down');
      exit(clean && !failed ? 0 : 1);
    })();
    return ending;
  };

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (ending !== undefined) exit(1);
      void begin(signal);
    });
  }
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, (error: unknown) => {
      logger.fatal({ error, fault }, 'a fault that nothing handled');
      void begin(fault, true);
    });
  }
  return { begin };
}

async function closeAll(closers: readonly Closer[], logger: Logger, timeoutMs: number): Promise<boolean> {
  const state = { clean: true, closing: '' };
  const work = (async () => {
    for (const { name, close } of closers) {
      state.closing = name;
      try {
        await close();
      } catch (error) {
        state.clean = false;
        logger.error({ error, part: name }, 'a part did not close');
      }
    }
    return state.clean;
  })();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      logger.error({ part: state.closing, timeoutMs }, 'closing took too long');
      resolve(false);
    }, timeoutMs);
  });
  const clean = await Promise.race([work, limit]);
  clearTimeout(timer);
  return clean;
}
