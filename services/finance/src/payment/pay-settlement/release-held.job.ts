import type { Clock } from '@redress/kernel';
import { repeat, type Repetition } from '@redress/service-host';
import type { Logger } from '@redress/observability';
import type { PaymentRepository } from '../model/payment.repository';

export interface ReleaseHeldOptions {
  readonly payments: Pick<PaymentRepository, 'releaseHeld'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Tells the workers of this process that there is something to pay. */
  readonly wake: () => void;
}

const LOOKED_FOR_EVERY_MS = 1_000;
const AT_ONCE = 200;

/** Lets go of payments whose day has begun. Days are those of the process's clock, unlike leases and pauses. */
export function createReleaseOfHeld({ payments, clock, logger, wake }: ReleaseHeldOptions): {
  start(): void;
  stop(): Promise<void>;
} {
  let repetition: Repetition | undefined;
  const release = async (): Promise<void> => {
    for (;;) {
      const released = await payments.releaseHeld(clock.now(), AT_ONCE);
      if (released > 0) wake();
      if (released < AT_ONCE) return;
    }
  };
  return {
    start: () => {
      repetition = repeat('held payments', LOOKED_FOR_EVERY_MS, logger, release);
    },
    stop: () => repetition?.stop() ?? Promise.resolve(),
  };
}
