import { Pause } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { LeasedExport } from '../model/export.repository';
import type { RunEnd } from './run-export.handler';

export interface ExportJobOptions {
  readonly lease: () => Promise<LeasedExport | undefined>;
  readonly run: (leased: LeasedExport, stopping: () => boolean) => Promise<RunEnd>;
  readonly ended: (end: RunEnd) => void;
  readonly logger: Logger;
  /** Between looks for exports that other processes have left; whatever this one knows of, it is woken for. */
  readonly pollMs: number;
}

/** Works off the exports, one at a time in a process, so that those who wait for an answer come first. */
export interface ExportJob {
  start(): Promise<void>;
  wake(): void;
  /** Puts the export under way back after its page and resolves. */
  stop(): Promise<void>;
}

export function createExportJob({ lease, run, ended, logger, pollMs }: ExportJobOptions): ExportJob {
  let running: Promise<void> | undefined;
  const pause = new Pause();
  let stopping = false;

  const next = async (): Promise<boolean> => {
    const leased = await lease();
    if (leased === undefined) return false;
    try {
      ended(await run(leased, () => stopping));
    } catch (error) {
      // The lease runs out, and the part is begun anew then.
      logger.error({ exportId: leased.exportId, error }, 'an export broke off');
    }
    return true;
  };

  const loop = async (): Promise<void> => {
    while (!stopping) {
      const worked = await next().catch((error: unknown) => {
        logger.warn({ error }, 'no export could be leased');
        return false;
      });
      if (!worked) await pause.wait(pollMs);
    }
  };

  return {
    start() {
      running ??= loop();
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
