import type { Logger } from '@redress/observability';
import { repeat, type Composition, type Repetition } from '@redress/service-host';
import type { WorkerLease } from '../model/worker-lease.repository';
import { noticeOverdue, type OverdueDependencies } from './notice-overdue.handler';

/** Looks every `everyMs` for clocks that ran out. A process that was away catches up with the first look. */
export function overdueWorker(
  dependencies: OverdueDependencies & {
    readonly logger: Logger;
    readonly lease: WorkerLease;
    readonly everyMs: number;
  },
): NonNullable<Composition['workers']>[number] {
  const { logger, lease, everyMs } = dependencies;
  let repetition: Repetition | undefined;
  let stopping = false;

  const look = async (): Promise<void> => {
    if (!(await lease.hold())) return;
    while (!stopping && (await noticeOverdue(dependencies)) > 0) await lease.hold();
  };

  return {
    name: 'overdue',
    start() {
      repetition = repeat('overdue clocks', everyMs, logger, look);
      return Promise.resolve();
    },
    async stop() {
      stopping = true;
      await repetition?.stop();
      await lease.release();
    },
  };
}
