import type { Logger } from '@redress/observability';
import { repeat, type Composition, type Repetition } from '@redress/service-host';
import { adoptionSettingsSchema, type RegulationInForce } from '@redress/regulations';
import { storedRegulation } from '../../adoption/model/stored-regulation.model';
import type { WorkerLease } from '../../overdue/model/worker-lease.repository';
import { replayPage, type ReplayDependencies } from './replay-page.handler';
import type { RunningSimulation } from '../model/simulation.repository';

interface Waiting {
  readonly tenant_id: string;
  readonly id: string;
}

const NEXT = `
  SELECT s.tenant_id, s.id FROM simulation s WHERE s.state IN ('WAITING', 'RUNNING') ORDER BY s.requested_at LIMIT 10`;
const FAIL = `
  UPDATE simulation s SET s.state = 'FAILED' WHERE s.tenant_id = :tenantId AND s.id = :id
    AND s.state IN ('WAITING', 'RUNNING')`;

/** The regulation of a simulation, read once: what is planned from it is kept by the object. */
export function regulationsOfSimulations(): (simulation: RunningSimulation) => RegulationInForce {
  let last: { readonly id: string; readonly inForce: RegulationInForce } | undefined;
  return ({ id, document, settings }) => {
    if (last?.id !== id) {
      const inForce = {
        regulation: storedRegulation(document),
        settings: adoptionSettingsSchema.parse(JSON.parse(settings)),
      };
      last = { id, inForce };
    }
    return last.inForce;
  };
}

/** Carries out simulations, page by page; another process goes on where one stopped. */
export function simulationWorker(
  dependencies: Omit<ReplayDependencies, 'inForceOf'> & {
    readonly logger: Logger;
    readonly lease: WorkerLease;
    readonly everyMs: number;
  },
): NonNullable<Composition['workers']>[number] {
  const { database, logger, lease, everyMs } = dependencies;
  const replaying = { ...dependencies, inForceOf: regulationsOfSimulations() };
  let repetition: Repetition | undefined;
  let stopping = false;

  const run = async ({ tenant_id: tenantId, id: simulationId }: Waiting): Promise<void> => {
    try {
      let more = true;
      while (more && !stopping && (await lease.hold())) more = await replayPage(replaying, { tenantId, simulationId });
    } catch (error) {
      logger.error({ error, simulationId }, 'a simulation failed');
      await database.transaction(tenantId, (tx) => tx.execute(FAIL, { id: simulationId }));
    }
  };

  const look = async (): Promise<void> => {
    if (!(await lease.hold())) return;
    for (const waiting of await database.system.query<Waiting>(NEXT)) if (!stopping) await run(waiting);
  };

  return {
    name: 'simulation',
    start() {
      repetition = repeat('simulations', everyMs, logger, look);
      return Promise.resolve();
    },
    async stop() {
      stopping = true;
      await repetition?.stop();
      await lease.release();
    },
  };
}
