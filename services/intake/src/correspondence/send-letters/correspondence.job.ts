import { Pause } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { LeasedLetter } from '../model/letter-outbox.repository';

/** What the job does, and how often it looks for it. */
export interface CorrespondenceJobOptions {
  /** Decides how fresh complaints are acknowledged; answers how many there were. */
  readonly plan: () => Promise<number>;
  readonly lease: (limit: number) => Promise<LeasedLetter[]>;
  readonly send: (leased: LeasedLetter) => Promise<void>;
  readonly logger: Logger;
  readonly pollMs: number;
}

const AT_ONCE = 8;

/** Plans acknowledgements and sends letters, several at a time, until it is stopped. */
export interface CorrespondenceJob {
  /** Works off what is due now; resolves when nothing is. */
  round(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function correspondenceJob({ plan, lease, send, logger, pollMs }: CorrespondenceJobOptions): CorrespondenceJob {
  const pause = new Pause();
  let stopping = false;
  let running: Promise<void> | undefined;

  const sendOne = (leased: LeasedLetter): Promise<void> =>
    send(leased).catch((error: unknown) => {
      // The lease runs out, and another attempt is made.
      logger.error({ letterId: leased.letterId, error }, 'a letter could not be worked on');
    });

  async function round(): Promise<void> {
    for (let some = true; some && !stopping;) {
      const planned = await plan();
      const leased = await lease(AT_ONCE);
      await Promise.all(leased.map(sendOne));
      some = planned > 0 || leased.length > 0;
    }
  }

  async function run(): Promise<void> {
    while (!stopping) {
      await round().catch((error: unknown) => logger.warn({ error }, 'letters could not be looked for'));
      await pause.wait(pollMs);
    }
  }

  return {
    round,
    start() {
      running ??= run();
      return Promise.resolve();
    },
    async stop() {
      stopping = true;
      pause.end();
      await running;
    },
  };
}
