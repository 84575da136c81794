import { accept, newId, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { TransferBatchRepository } from '../../bank-transfer/model/transfer-batch.repository';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import { reversalOf } from '../../ledger/model/journal.model';
import type { LedgerRepository } from '../../ledger/model/ledger.repository';
import type { Payment } from '../../payment/model/payment.model';
import type { PaymentRepository } from '../../payment/model/payment.repository';
import { giveReservationBack } from '../../settlement/model/reservation.policy';
import type { SettlementRepository } from '../../settlement/model/settlement.repository';
import type { PayoutRefusal } from '../model/payout.errors';
import { giveUpPayout as decide } from './give-up-payout.decide';

export interface GiveUpPayout {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly settlementId: string;
  readonly expectedVersion: number;
  readonly reason: string;
}

export interface GiveUpDependencies {
  readonly database: Database;
  readonly payments: PaymentRepository;
  readonly settlements: SettlementRepository;
  readonly batches: Pick<TransferBatchRepository, 'isInBatch'>;
  readonly ledger: LedgerRepository;
  readonly ceilings: CeilingRepository;
  readonly clock: Clock;
}

const LONGEST_REASON = 500;

/** Gives up a settlement that cannot be paid: takes its approval back, with everything it reserved. The answer is its id. */
export function giveUpPayout(
  command: GiveUpPayout,
  dependencies: GiveUpDependencies,
): Promise<CommandResult<string, PayoutRefusal>> {
  const { tenantId, subject, idempotencyKey, settlementId, expectedVersion } = command;
  const reason = command.reason.trim();
  if (reason === '' || reason.length > LONGEST_REASON) {
    const refusal = { path: ['input', 'reason'], details: { limit: LONGEST_REASON } };
    return Promise.resolve({ outcome: refuse({ code: 'INPUT_INVALID', ...refusal }), replayed: false });
  }
  const request = { settlementId, expectedVersion, reason };
  const identity = { tenantId, operation: 'giveUpPayout', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, PayoutRefusal>(dependencies.database, identity, (tx) =>
    giveUp(tx, { ...command, reason }, dependencies),
  );
}

async function giveUp(
  tx: TenantTransaction,
  { subject: by, settlementId, expectedVersion, reason }: GiveUpPayout,
  { payments, settlements, batches, ledger, ceilings, clock }: GiveUpDependencies,
): Promise<Outcome<string, PayoutRefusal>> {
  // Payments come before their settlement, as with everybody else who locks both.
  const standing = await payments.lockStanding(tx, settlementId);
  const settlement = await settlements.lock(tx, settlementId);
  if (settlement === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'settlementId'] });
  const now = clock.now();
  const inBatch = await batchedAmong(tx, standing, batches);
  const decision = decide(settlement, standing, { by, reason, now, expectedVersion, inBatch });
  if (!decision.ok) return decision;
  for (const payment of decision.value.payments) await payments.putBack(tx, payment, undefined);
  await settlements.save(tx, decision.value);
  const source = { kind: 'SETTLEMENT', id: settlementId } as const;
  const approval = await ledger.entryOf(tx, source, 'APPROVAL');
  await ledger.book(tx, reversalOf(approval, { id: newId(), source, bookedAt: now }));
  await giveReservationBack(tx, settlement, ceilings);
  return accept(settlementId);
}

async function batchedAmong(
  tx: TenantTransaction,
  standing: readonly Payment[],
  batches: GiveUpDependencies['batches'],
): Promise<ReadonlySet<string>> {
  const batched = new Set<string>();
  for (const { id, means } of standing) {
    if (means === 'BANK_TRANSFER' && (await batches.isInBatch(tx, id))) batched.add(id);
  }
  return batched;
}
