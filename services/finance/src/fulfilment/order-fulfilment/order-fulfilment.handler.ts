import { accept, newId, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { SettlementRepository } from '../../settlement/model/settlement.repository';
import type { FulfilmentRefusal } from '../model/fulfilment.errors';
import { orderFulfilment as decide } from '../model/fulfilment.model';
import { FulfilmentOrdered, type FulfilmentRepository } from '../model/fulfilment.repository';

export interface OrderFulfilment {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly settlementId: string;
  readonly part: number;
  readonly department: string;
  readonly task: string;
  readonly dueOn: string;
}

export interface FulfilmentDependencies {
  readonly database: Database;
  readonly settlements: SettlementRepository;
  readonly fulfilments: FulfilmentRepository;
  readonly clock: Clock;
}

const LONGEST = { department: 64, task: 500 };

/** Orders of a department what a part of a settlement promises beside money. The answer is the fulfilment's id. */
export async function orderFulfilment(
  { tenantId, subject, idempotencyKey, ...order }: OrderFulfilment,
  { database, settlements, fulfilments, clock }: FulfilmentDependencies,
): Promise<CommandResult<string, FulfilmentRefusal>> {
  for (const field of ['department', 'task'] as const) {
    const { length } = order[field].trim();
    if (length > 0 && length <= LONGEST[field]) continue;
    const details = { limit: LONGEST[field] };
    return { outcome: refuse({ code: 'INPUT_INVALID', path: ['input', field], details }), replayed: false };
  }
  const { settlementId, part, department, task, dueOn } = order;
  const request = { settlementId, part, department, task, dueOn };
  const command = { tenantId, operation: 'orderFulfilment', subject, idempotencyKey, request, keepForEver: true };
  try {
    return await executeCommand<string, FulfilmentRefusal>(database, command, async (tx) => {
      const settlement = await settlements.lock(tx, settlementId);
      if (settlement === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'settlementId'] });
      const asked = { id: newId(), part, department: department.trim(), task: task.trim(), dueOn };
      const decision = decide(settlement, { ...asked, orderedBy: subject, orderedAt: clock.now() });
      if (!decision.ok) return decision;
      await fulfilments.add(tx, decision.value);
      return accept(decision.value.id);
    });
  } catch (error) {
    if (!(error instanceof FulfilmentOrdered)) throw error;
    return { outcome: refuse({ code: 'FINANCE_FULFILMENT_ORDERED', path: ['input', 'part'] }), replayed: false };
  }
}
