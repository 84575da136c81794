import { refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import type { ApprovalAuthority } from '../approve-settlement/approval-authority.policy';
import type { SettlementRefusal } from '../model/settlement.errors';
import { giveReservationBack } from '../model/reservation.policy';
import type { SettlementRepository } from '../model/settlement.repository';
import { rejectSettlement as decide } from './reject-settlement.decide';

export interface RejectSettlement {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly settlementId: string;
  readonly expectedVersion: number;
  readonly reason: string;
}

export interface RejectionDependencies {
  readonly database: Database;
  readonly settlements: SettlementRepository;
  readonly ceilings: CeilingRepository;
  readonly clock: Clock;
  /** Who takes part in deciding. */
  readonly authority: Pick<ApprovalAuthority, 'takesPart'>;
}

/** Rejects a settlement and gives its reservation back. The answer is the settlement's id. */
export function rejectSettlement(
  { tenantId, subject, idempotencyKey, settlementId, expectedVersion, reason }: RejectSettlement,
  { database, settlements, ceilings, clock }: RejectionDependencies,
): Promise<CommandResult<string, SettlementRefusal>> {
  const request = { settlementId, expectedVersion, reason };
  const command = { tenantId, operation: 'rejectSettlement', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, SettlementRefusal>(database, command, async (tx) => {
    const settlement = await settlements.lock(tx, settlementId);
    if (settlement === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'settlementId'] });
    const decision = decide(settlement, { subject, expectedVersion, reason, now: clock.now() });
    if (!decision.ok) return decision;
    await settlements.save(tx, decision.value);
    await giveReservationBack(tx, settlement, ceilings);
    return { ok: true, value: settlementId };
  });
}
