import type { Actor } from '@redress/kernel';
import type { CommandResult } from '@redress/persistence';
import { notFound } from '../../public-graph/command-input.rules';
import { approveSettlement, type ApprovalDependencies } from '../approve-settlement/approve-settlement.handler';
import type { SettlementRefusal } from '../model/settlement.errors';

export interface ApproveSettlements {
  readonly approver: Actor;
  readonly idempotencyKey: string;
  /** Without an id where the global one stood for nothing. */
  readonly settlements: readonly { readonly id: string | undefined; readonly expectedVersion: number }[];
}

type RowResult = CommandResult<string, SettlementRefusal>;

/**
 * Approves each settlement in a transaction of its own, in the order of their ids, so that two such calls never wait for
 * each other, and answers in the order of the request. What was approved stays approved when a later one is refused; a
 * repeated call answers for each what it answered first.
 */
export async function approveSettlements(
  { approver, idempotencyKey, settlements }: ApproveSettlements,
  dependencies: ApprovalDependencies,
): Promise<readonly RowResult[]> {
  const results = new Map<number, RowResult>();
  const inOrder = settlements
    .map((settlement, index) => ({ ...settlement, index }))
    .sort((one, other) => ((one.id ?? '') < (other.id ?? '') ? -1 : 1));
  for (const { id, expectedVersion, index } of inOrder) {
    const row = { approver, expectedVersion, operation: 'approveSettlements' as const };
    results.set(
      index,
      id === undefined
        ? notFound('settlements')
        : await approveSettlement(
            { ...row, settlementId: id, idempotencyKey: `${idempotencyKey} ${id}` },
            dependencies,
          ),
    );
  }
  return settlements.map((_, index) => results.get(index) ?? notFound('settlements'));
}
