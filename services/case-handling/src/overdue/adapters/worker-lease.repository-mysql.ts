import type { SystemSession } from '@redress/persistence';
import type { WorkerLease } from '../model/worker-lease.repository';

const TAKE = `
  UPDATE worker_lease l SET l.holder = :holder, l.held_until = NOW(3) + INTERVAL :seconds SECOND
  WHERE l.worker = :worker AND (l.holder = :holder OR l.held_until < NOW(3))`;
const ENTER = `
  INSERT IGNORE INTO worker_lease (worker, holder, held_until)
  VALUES (:worker, :holder, NOW(3) + INTERVAL :seconds SECOND)`;
const RELEASE = `UPDATE worker_lease l SET l.held_until = '2000-01-01' WHERE l.worker = :worker AND l.holder = :holder`;

/** A lease in MySQL. */
export function mysqlWorkerLease(system: SystemSession, worker: string, holder: string, seconds = 15): WorkerLease {
  const named = { worker, holder, seconds };
  return {
    async hold() {
      if ((await system.execute(TAKE, named)).affectedRows > 0) return true;
      return (await system.execute(ENTER, named)).affectedRows > 0;
    },
    async release() {
      await system.execute(RELEASE, { worker, holder });
    },
  };
}
