import { newId, refuse, type Actor, type Clock, type Refusal } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { approvalEntry, type Dimensions } from '../../ledger/model/journal.model';
import type { LedgerRepository } from '../../ledger/model/ledger.repository';
import { intendPayment } from '../../payment/model/payment.model';
import type { PayoutPlanner } from '../../payment/model/payout-planner.model';
import type { PaymentRepository } from '../../payment/model/payment.repository';
import type { SettlementRefusal } from '../model/settlement.errors';
import type { ApprovalGate } from '../model/settlement-hooks.model';
import type { Settlement } from '../model/settlement.model';
import { expenseAccountOf } from '../model/settlement-part.model';
import type { SettlementRepository } from '../model/settlement.repository';
import { approveSettlement as decide } from './approve-settlement.decide';

export interface ApproveSettlement {
  readonly approver: Actor;
  readonly idempotencyKey: string;
  readonly settlementId: string;
  readonly expectedVersion: number;
}

export interface ApprovalDependencies {
  readonly database: Database;
  readonly settlements: SettlementRepository;
  readonly ledger: LedgerRepository;
  readonly payments: PaymentRepository;
  readonly clock: Clock;
  readonly planPayouts: PayoutPlanner;
  /** What the cost of a settlement is broken down by. */
  readonly dimensions: (tx: TenantTransaction, settlement: Settlement) => Promise<Dimensions>;
  /** All of them must let a settlement through. */
  readonly gates: readonly ApprovalGate[];
  /** Tells the payment worker of this process that there is something to pay. */
  readonly wakePayments: () => void;
}

/** Approves a settlement: books the debt and stores the intent to pay it, all or nothing. The answer is the settlement's id. */
export function approveSettlement(
  { approver, idempotencyKey, settlementId, expectedVersion }: ApproveSettlement,
  {
    database,
    settlements,
    ledger,
    payments,
    clock,
    planPayouts,
    dimensions,
    gates,
    wakePayments,
  }: ApprovalDependencies,
): Promise<CommandResult<string, SettlementRefusal>> {
  const { tenantId, subject } = approver;
  const request = { settlementId, expectedVersion };
  const command = { tenantId, operation: 'approveSettlement', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, SettlementRefusal>(database, command, async (tx) => {
    const settlement = await settlements.lock(tx, settlementId);
    if (settlement === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'settlementId'] });
    const now = clock.now();
    const decision = decide(settlement, { subject, expectedVersion, now });
    if (!decision.ok) return decision;
    const [refused, ...others] = await askGates(gates, tx, settlement, approver);
    if (refused !== undefined) return refuse(refused, ...others);
    await settlements.save(tx, decision.value);
    const { number: reference, amount, parts } = settlement;
    const booking = { id: newId(), source: { kind: 'SETTLEMENT', id: settlementId } as const, bookedAt: now };
    const costs = await dimensions(tx, settlement);
    const expenses = parts.map(({ instrument, amount: { amountMinor } }) => {
      return { account: expenseAccountOf(instrument), amountMinor, ...costs };
    });
    await ledger.book(tx, approvalEntry(booking, expenses, amount.currency));
    const planned = await planPayouts(tx, settlement);
    await payments.add(
      tx,
      planned.map((payout, index) =>
        intendPayment({ id: newId(), settlementId, sequence: index + 1, reference, ...payout }),
      ),
    );
    tx.afterCommit(wakePayments);
    return { ok: true, value: settlementId };
  });
}

async function askGates(
  gates: readonly ApprovalGate[],
  tx: TenantTransaction,
  settlement: Settlement,
  approver: Actor,
): Promise<Refusal<SettlementRefusal>[]> {
  const refusals: Refusal<SettlementRefusal>[] = [];
  for (const gate of gates) refusals.push(...(await gate(tx, settlement, approver)));
  return refusals;
}
