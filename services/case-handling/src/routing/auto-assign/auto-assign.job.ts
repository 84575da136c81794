import type { Logger } from '@redress/observability';
import { repeat, type Composition, type Repetition } from '@redress/service-host';
import type { WorkerLease } from '../../overdue/model/worker-lease.repository';
import { assignByItself, waitingCases, type AutoAssignDependencies, type WaitingCase } from './auto-assign.handler';

const TRY_AGAIN_AFTER_MS = 60_000;

/** Looks every `everyMs` for accepted cases that nobody has. One for which nobody fits is tried again a minute later. */
export function autoAssignWorker(
  dependencies: AutoAssignDependencies & {
    readonly logger: Logger;
    readonly lease: WorkerLease;
    readonly everyMs: number;
  },
): NonNullable<Composition['workers']>[number] {
  const { database, logger, lease, everyMs } = dependencies;
  const triedInVain = new Map<string, number>();
  let repetition: Repetition | undefined;

  /** A case that cannot be given to anybody because of a mistake must not keep the others waiting. */
  const attempt = async (waiting: WaitingCase): Promise<boolean> => {
    try {
      return await assignByItself(dependencies, waiting);
    } catch (error) {
      logger.error({ error, caseId: waiting.id }, 'a case could not be assigned');
      return false;
    }
  };

  const look = async (): Promise<void> => {
    if (!(await lease.hold())) return;
    const now = Date.now();
    for (const [caseId, at] of triedInVain) if (now - at > TRY_AGAIN_AFTER_MS) triedInVain.delete(caseId);
    for (const waiting of await waitingCases(database, triedInVain.keys())) {
      if (!(await attempt(waiting))) triedInVain.set(waiting.id, now);
    }
  };

  return {
    name: 'auto-assign',
    start() {
      repetition = repeat('auto-assign', everyMs, logger, look);
      return Promise.resolve();
    },
    async stop() {
      await repetition?.stop();
      await lease.release();
    },
  };
}
