import { accept, newId, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { LedgerRepository } from '../../ledger/model/ledger.repository';
import { isOpenCase } from '../register-receivables/open-cases.policy';
import { disputeEndedEntry, disputeEntry } from '../model/receivable-entry.model';
import { dispute, endDispute, type Receivable, type ReceivableRefusal } from '../model/receivable.model';
import type { DisputeEnding, ReceivableRepository } from '../model/receivable.repository';

export interface ReceivableDependencies {
  readonly database: Database;
  readonly receivables: ReceivableRepository;
  readonly ledger: LedgerRepository;
  readonly clock: Clock;
}

export interface DisputeReceivable {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly receivableId: string;
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly amountMinor?: bigint;
}

/** Links a receivable to the case in which the customer disputes it. The answer is its id. */
export function disputeReceivable(
  { tenantId, subject, idempotencyKey, receivableId, caseId, expectedVersion, amountMinor }: DisputeReceivable,
  dependencies: ReceivableDependencies,
): Promise<CommandResult<string, ReceivableRefusal>> {
  const request = { receivableId, caseId, expectedVersion, amountMinor };
  const command = { tenantId, operation: 'disputeReceivable', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, ReceivableRefusal>(dependencies.database, command, async (tx) => {
    const receivable = await dependencies.receivables.lock(tx, receivableId);
    if (receivable === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'receivableId'] });
    if (receivable.version !== expectedVersion) {
      const details = { currentVersion: receivable.version };
      return refuse({ code: 'VERSION_CONFLICT', path: ['input', 'expectedVersion'], retryable: true, details });
    }
    if (!(await isOpenCase(tx, caseId))) return refuse({ code: 'NOT_FOUND', path: ['input', 'caseId'] });
    return putInDispute(tx, receivable, caseId, dependencies, amountMinor);
  });
}

/** Keeps what is disputed apart from what is collected; a case disputes a receivable once. */
export async function putInDispute(
  tx: TenantTransaction,
  receivable: Receivable,
  caseId: string,
  { receivables, ledger, clock }: Pick<ReceivableDependencies, 'receivables' | 'ledger' | 'clock'>,
  amountMinor?: bigint,
): Promise<Outcome<string, ReceivableRefusal>> {
  const { id: receivableId } = receivable;
  if (await receivables.isDisputedBy(tx, receivableId, caseId)) return refuse({ code: 'FINANCE_ALREADY_DISPUTED' });
  const disputed = dispute(receivable, amountMinor);
  if (!disputed.ok) return disputed;
  const { receivable: after, disputedMinor } = disputed.value;
  const now = clock.now();
  await receivables.save(tx, after);
  await receivables.addDispute(tx, { id: newId(), receivableId, caseId, amountMinor: disputedMinor }, now);
  await ledger.book(tx, disputeEntry(after, disputedMinor, { id: newId(), bookedAt: now }));
  return accept(receivableId);
}

/** The case is over: what it still disputed is collected at the normal term. */
export async function endDisputesOf(
  tx: TenantTransaction,
  caseId: string,
  ending: DisputeEnding,
  { receivables, ledger, clock }: Pick<ReceivableDependencies, 'receivables' | 'ledger' | 'clock'>,
): Promise<void> {
  const now = clock.now();
  // One receivable may be disputed more than once by what was merged into the case.
  const current = new Map<string, Receivable>();
  for (const { dispute: each, receivable: stored } of await receivables.lockDisputesOf(tx, caseId)) {
    await receivables.endDispute(tx, each.id, ending, now);
    if (each.amountMinor === 0n) continue;
    const after = endDispute(current.get(stored.id) ?? stored, each.amountMinor);
    current.set(stored.id, after);
    await receivables.save(tx, after);
    await ledger.book(tx, disputeEndedEntry(after, each.amountMinor, { id: newId(), bookedAt: now }));
  }
}
