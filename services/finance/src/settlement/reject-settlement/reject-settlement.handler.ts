import { refuse, type Actor, type Clock, type Refusal } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import { DECIDERS } from '../../access/access.rules';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import type { ApprovalAuthority } from '../approve-settlement/approval-authority.policy';
import type { SettlementRefusal } from '../model/settlement.errors';
import { giveReservationBack } from '../model/reservation.policy';
import type { Settlement } from '../model/settlement.model';
import type { SettlementRepository } from '../model/settlement.repository';
import { rejectSettlement as decide } from './reject-settlement.decide';

export interface RejectSettlement {
  readonly rejecter: Actor;
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
  readonly authority: Pick<ApprovalAuthority, 'takesPart' | 'isEntitled'>;
}

/** Rejects a settlement and gives its reservation back. The answer is the settlement's id. */
export function rejectSettlement(
  { rejecter, idempotencyKey, settlementId, expectedVersion, reason }: RejectSettlement,
  { database, settlements, ceilings, clock, authority }: RejectionDependencies,
): Promise<CommandResult<string, SettlementRefusal>> {
  const { tenantId, subject } = rejecter;
  const request = { settlementId, expectedVersion, reason };
  const command = { tenantId, operation: 'rejectSettlement', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, SettlementRefusal>(database, command, async (tx) => {
    const settlement = await settlements.lock(tx, settlementId);
    if (settlement === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'settlementId'] });
    const decision = decide(settlement, { subject, expectedVersion, reason, now: clock.now() });
    if (!decision.ok) return decision;
    if (!(await authority.isEntitled(tx, settlement, rejecter))) return refuse(takesNoPart(settlement));
    await settlements.save(tx, decision.value);
    await giveReservationBack(tx, settlement, ceilings);
    return { ok: true, value: settlementId };
  });
}

function takesNoPart({ amount: { currency } }: Settlement): Refusal<SettlementRefusal> {
  return {
    code: 'FINANCE_EXCEEDS_AUTHORITY',
    path: ['input', 'settlementId'],
    details: { maximum: { amountMinor: 0n, currency }, allowed: DECIDERS },
  };
}
