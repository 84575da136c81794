import { accept, newId, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { ReturnRefusal } from '../model/return.errors';
import type { ReturnRepository } from '../model/return.repository';
import { inspectReturn as decide, type Finding } from './inspect-return.decide';

export interface InspectReturn {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly returnId: string;
  readonly expectedVersion: number;
  readonly findings: readonly Finding[];
}

export interface InspectionDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly returns: ReturnRepository;
}

/** Records what an inspection found. The answer is the id of the return. */
export function inspectReturn(
  { tenantId, subject, idempotencyKey, returnId, expectedVersion, findings }: InspectReturn,
  { database, clock, returns }: InspectionDependencies,
): Promise<CommandResult<string, ReturnRefusal>> {
  const asked = findings.map(({ quantities, ...finding }) => ({
    ...finding,
    quantities: Object.values(quantities).map(String),
  }));
  const request = { returnId, expectedVersion, findings: asked };
  const identity = { tenantId, operation: 'inspectReturn', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, ReturnRefusal>(database, identity, async (tx) => {
    const before = await returns.lock(tx, returnId);
    if (before === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'returnId'] });
    const decision = decide(before, expectedVersion, findings);
    if (!decision.ok) return decision;
    const at = clock.now();
    for (const { lineId, quantities, findings: text } of findings) {
      const found = text === undefined ? {} : { findings: text };
      const inspection = { id: newId(), returnLineId: lineId, quantities, ...found };
      await returns.addInspection(tx, { ...inspection, inspectedBy: subject, inspectedAt: at });
    }
    await returns.save(tx, { before, after: decision.value, events: [{ type: 'ReturnInspected', at, by: subject }] });
    return accept(returnId);
  });
}
