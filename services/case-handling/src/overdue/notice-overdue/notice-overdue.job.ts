import type { Logger } from '@redress/observability';
import { repeat, type Composition, type Repetition } from '@redress/service-host';
import type { WorkerLease } from '../model/worker-lease.repository';
import type { Stuck } from './case-batches.handler';
import { checkLevels } from './check-levels.handler';
import { noticeOverdue, type TimeDependencies } from './notice-overdue.handler';

/** So many cases that cannot be dealt with are a fault of everything; the next look begins anew. */
const STUCK_AT_MOST = 200;

/**
 * Looks every `everyMs` for what time alone has changed: clocks that ran out, levels that rise with the days. A process
 * that was away catches up with the first look.
 */
export function overdueWorker(
  dependencies: TimeDependencies & {
    readonly logger: Logger;
    readonly lease: WorkerLease;
    readonly everyMs: number;
  },
): NonNullable<Composition['workers']>[number] {
  const { logger, lease, everyMs } = dependencies;
  let repetition: Repetition | undefined;
  let stopping = false;

  const untilNothingIsLeft = async (work: typeof noticeOverdue): Promise<void> => {
    const stuck: Stuck = {
      cases: new Set(),
      report: (caseId, error) => {
        logger.error({ caseId, err: error }, 'time changed a case that cannot be dealt with');
      },
    };
    while (!stopping && stuck.cases.size < STUCK_AT_MOST && (await work(dependencies, stuck)) > 0) await lease.hold();
  };

  const look = async (): Promise<void> => {
    if (!(await lease.hold())) return;
    await untilNothingIsLeft(noticeOverdue);
    await untilNothingIsLeft(checkLevels);
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
