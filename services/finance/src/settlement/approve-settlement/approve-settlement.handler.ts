import { accept, newId, refuse, type Actor, type Clock, type Outcome, type Refusal } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { approvalEntry, type Dimensions } from '../../ledger/model/journal.model';
import type { LedgerRepository } from '../../ledger/model/ledger.repository';
import { intendPayment } from '../../payment/model/payment.model';
import type { PayoutPlanner } from '../../payment/model/payout-planner.policy';
import type { PaymentRepository } from '../../payment/model/payment.repository';
import type { SettlementRefusal } from '../model/settlement.errors';
import type { ApprovalGate } from '../model/settlement-hooks.policy';
import type { Settlement } from '../model/settlement.model';
import { expenseAccountOf } from '../model/settlement-part.model';
import type { SettlementRepository } from '../model/settlement.repository';
import type { ApprovalAuthority } from './approval-authority.policy';
import { approveSettlement as decide, cannotBeApproved } from './approve-settlement.decide';

export interface ApproveSettlement {
  readonly approver: Actor;
  readonly idempotencyKey: string;
  readonly settlementId: string;
  readonly expectedVersion: number;
  /** The mutation by which it is approved. */
  readonly operation?: 'approveSettlement' | 'approveSettlements';
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
  /** Who may release money. */
  readonly authority: ApprovalAuthority;
  /** All of them must let a settlement through. */
  readonly gates: readonly ApprovalGate[];
  /** Tells the payment worker of this process that there is something to pay. */
  readonly wakePayments: () => void;
}

/**
 * Approves a settlement: books the debt and stores the intent to pay it, all or nothing. Where the regulation asks for
 * more signatures, this one is recorded and the settlement stays released. The answer is the settlement's id.
 */
export function approveSettlement(
  { approver, idempotencyKey, settlementId, expectedVersion, operation = 'approveSettlement' }: ApproveSettlement,
  dependencies: ApprovalDependencies,
): Promise<CommandResult<string, SettlementRefusal>> {
  const { tenantId, subject } = approver;
  const request = { settlementId, expectedVersion };
  const command = { tenantId, operation, subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, SettlementRefusal>(dependencies.database, command, async (tx) => {
    const approved = await approveInTransaction(tx, { approver, settlementId, expectedVersion }, dependencies);
    return approved.ok ? accept(settlementId) : approved;
  });
}

/** What an approval came to: the money is released, or the signature counts and others have to follow. */
export type Approval = 'RELEASED' | 'SIGNED';

/** The approval in the caller's transaction; the seen version is not looked at where none is told. */
export async function approveInTransaction(
  tx: TenantTransaction,
  {
    approver,
    settlementId,
    expectedVersion,
  }: Pick<ApproveSettlement, 'approver' | 'settlementId'> & Partial<Pick<ApproveSettlement, 'expectedVersion'>>,
  dependencies: ApprovalDependencies,
): Promise<Outcome<Approval, SettlementRefusal>> {
  const settlement = await dependencies.settlements.lock(tx, settlementId);
  if (settlement === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'settlementId'] });
  const { subject } = approver;
  const seen = { subject, expectedVersion: expectedVersion ?? settlement.version };
  const unfit = cannotBeApproved(settlement, seen);
  if (unfit !== undefined) return refuse(unfit);
  const ruling = await dependencies.authority.rule(tx, settlement, approver);
  if (ruling.kind === 'REFUSED') return refuse(...ruling.refusals);
  if (ruling.kind === 'SIGNED') return accept('SIGNED');
  const [refused, ...others] = await askGates(dependencies.gates, tx, settlement, approver);
  if (refused !== undefined) return refuse(refused, ...others);
  // Authority waits for others who grant something for the harm: what is decided later gets the later time.
  const now = dependencies.clock.now();
  const decision = decide(settlement, { ...seen, now });
  if (!decision.ok) return decision;
  await dependencies.settlements.save(tx, decision.value);
  await bookAndPay(tx, settlement, now, dependencies);
  return accept('RELEASED');
}

async function bookAndPay(
  tx: TenantTransaction,
  settlement: Settlement,
  now: Date,
  { ledger, payments, planPayouts, dimensions, wakePayments }: ApprovalDependencies,
): Promise<void> {
  const { id: settlementId, number: reference, amount, parts } = settlement;
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
