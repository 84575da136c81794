import { Pause } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { LeasedPayment } from '../model/payment.repository';

export interface PaymentJobOptions {
  readonly lease: (limit: number) => Promise<LeasedPayment[]>;
  /** Answers after how many milliseconds the next step of the payment is due, if there is one. */
  readonly payOneStep: (leased: LeasedPayment) => Promise<number | undefined>;
  readonly logger: Logger;
  /** How many payments one process has under way at most. */
  readonly concurrency: number;
  /** Between looks for payments that other processes have left; whatever this one knows of, it is woken for. */
  readonly pollMs: number;
}

/** Works off the payments that are due, several at a time, until it is stopped. */
export interface PaymentJob {
  start(): Promise<void>;
  wake(): void;
  /** Takes no new payment and resolves when those under way are recorded. */
  stop(): Promise<void>;
}

export function createPaymentJob(options: PaymentJobOptions): PaymentJob {
  const { lease, payOneStep, logger, concurrency, pollMs } = options;
  const underWay = new Set<Promise<void>>();
  let running: Promise<void> | undefined;
  const pause = new Pause();
  let stopping = false;

  const wake = (): void => {
    pause.signal();
  };

  const begin = (leased: LeasedPayment): void => {
    const step = payOneStep(leased)
      .then((dueInMs) => {
        if (dueInMs !== undefined) setTimeout(wake, dueInMs).unref();
      })
      .catch((error: unknown) => {
        // The lease runs out and another step finds out by evidence what happened.
        logger.error({ paymentId: leased.paymentId, error }, 'payment step failed');
      })
      .finally(() => {
        underWay.delete(step);
        wake();
      });
    underWay.add(step);
  };

  const run = async (): Promise<void> => {
    while (!stopping) {
      const free = concurrency - underWay.size;
      const leased =
        free === 0
          ? []
          : await lease(free).catch((error: unknown) => {
              logger.warn({ error }, 'no payments could be leased');
              return [];
            });
      leased.forEach(begin);
      if (leased.length === 0) await pause.wait(pollMs);
    }
    await Promise.all(underWay);
  };

  return {
    start() {
      running ??= run();
      return Promise.resolve();
    },
    wake,
    async stop() {
      stopping = true;
      pause.end();
      await running;
    },
  };
}
