import { accept, refuse } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import type { ExportRefusal } from '../model/export.errors';
import { exportStates } from '../model/export.transitions';
import type { ExportDependencies } from '../start-export/start-export.handler';

export interface CancelExport {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly exportId: string;
}

/** Ends an export that is not finished, and deletes what was written. */
export function cancelExport(
  { tenantId, subject, idempotencyKey, exportId }: CancelExport,
  { database, clock, exports }: ExportDependencies,
): Promise<CommandResult<string, ExportRefusal>> {
  const command = { tenantId, operation: 'cancelExport', subject, idempotencyKey, request: { exportId } };
  return executeCommand<string, ExportRefusal>(database, command, async (tx) => {
    const job = await exports.lock(tx, exportId);
    const path = ['input', 'exportId'];
    if (job === undefined) return refuse({ code: 'NOT_FOUND', path });
    if (exportStates.next(job.state, 'cancel') === undefined) {
      const details = { currentState: job.state };
      return refuse({ code: 'FINANCE_EXPORT_FINISHED', path, facts: { state: job.state }, details });
    }
    await exports.cancel(tx, exportId, clock.now());
    return accept(exportId);
  });
}
