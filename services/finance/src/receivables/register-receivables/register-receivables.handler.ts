import { accept, canonicalJson, newId, type Outcome, type Refusal } from '@redress/kernel';
import { executeCommand, type CommandResult, type TenantTransaction } from '@redress/persistence';

import { putInDispute, type ReceivableDependencies } from '../dispute-receivable/dispute-receivable.handler';
import { receivableEntry } from '../model/receivable-entry.model';
import type { Receivable, ReceivableRefusal } from '../model/receivable.model';
import { DocumentNumberTaken } from '../model/receivable.repository';
import { openCasesAbout } from './open-cases.policy';

/** A receivable as the organisation's own books have it. */
export type ReceivableContent = Pick<
  Receivable,
  | 'customerId'
  | 'documentNumber'
  | 'orderNumber'
  | 'lineNumber'
  | 'amount'
  | 'issuedOn'
  | 'dueOn'
  | 'salesperson'
  | 'department'
>;

export interface RegisterReceivables {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly receivables: readonly ReceivableContent[];
}

/** What became of one row. */
export interface RegisteredRow {
  readonly id?: string;
  readonly existed: boolean;
  readonly refusals: readonly Refusal<ReceivableRefusal>[];
}

const TRIES = 8;

/** Takes receivables over, each once by its document number; a row that is refused does not spoil the others. */
export async function registerReceivables(
  command: RegisterReceivables,
  dependencies: ReceivableDependencies,
): Promise<CommandResult<readonly RegisteredRow[]>> {
  const { tenantId, subject, idempotencyKey, receivables: request } = command;
  const identity = { tenantId, operation: 'registerReceivables', subject, idempotencyKey, request, keepForEver: true };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await executeCommand(dependencies.database, identity, (tx) => register(tx, command, dependencies));
    } catch (error) {
      // Looking again finds the documents that somebody else has registered meanwhile.
      if (!(error instanceof DocumentNumberTaken) || attempt === TRIES) throw error;
    }
  }
}

async function register(
  tx: TenantTransaction,
  { subject, receivables: contents }: RegisterReceivables,
  dependencies: ReceivableDependencies,
): Promise<Outcome<readonly RegisteredRow[]>> {
  const { receivables, ledger, clock } = dependencies;
  const known = new Map(
    (
      await receivables.byDocuments(
        tx,
        contents.map(({ documentNumber }) => documentNumber),
      )
    ).map((each) => [each.documentNumber, each]),
  );
  const registeredAt = clock.now();
  const added: Receivable[] = [];
  const rows = contents.map((content, index): RegisteredRow => {
    const path = ['input', 'receivables', String(index)];
    const refusals = refusalsOf(content, path);
    if (refusals.length > 0) return { existed: false, refusals };
    const earlier = known.get(content.documentNumber);
    if (earlier !== undefined) return existing(earlier, content, path);
    const nothing = { paidMinor: 0n, creditedMinor: 0n, disputedMinor: 0n };
    const receivable = { ...content, ...nothing, id: newId(), registeredBy: subject, registeredAt, version: 1 };
    known.set(content.documentNumber, receivable);
    added.push(receivable);
    return { id: receivable.id, existed: false, refusals: [] };
  });
  if (added.length > 0) await receivables.add(tx, added);
  const entries = added.map((receivable) =>
    receivableEntry(receivable, { id: newId(), bookedAt: registeredAt, effectiveOn: receivable.issuedOn }),
  );
  await ledger.bookMany(tx, entries);
  // A complaint may have come before the invoice was taken over.
  for (const { caseId, receivable } of await openCasesAbout(tx, added)) {
    const current = await receivables.lock(tx, receivable.id);
    if (current !== undefined) await putInDispute(tx, current, caseId, dependencies);
  }
  return accept(rows);
}

function refusalsOf(
  { amount, issuedOn, dueOn }: ReceivableContent,
  path: readonly string[],
): Refusal<ReceivableRefusal>[] {
  if (amount.amountMinor <= 0n) return [{ code: 'FINANCE_AMOUNT_NOT_POSITIVE', path: [...path, 'amount'] }];
  return dueOn < issuedOn ? [{ code: 'FINANCE_RECEIVABLE_DUE_BEFORE_ISSUE', path: [...path, 'dueOn'] }] : [];
}

function existing(earlier: Receivable, content: ReceivableContent, path: readonly string[]): RegisteredRow {
  if (canonicalJson(contentOf(earlier)) === canonicalJson(contentOf(content))) {
    return { id: earlier.id, existed: true, refusals: [] };
  }
  const { documentNumber } = content;
  return { existed: false, refusals: [{ code: 'FINANCE_RECEIVABLE_CONFLICT', path, facts: { documentNumber } }] };
}

function contentOf(of: ReceivableContent): ReceivableContent {
  const { customerId, documentNumber, orderNumber, lineNumber, amount, issuedOn, dueOn, salesperson, department } = of;
  return {
    ...{ customerId, documentNumber, amount, issuedOn, dueOn, salesperson },
    ...(orderNumber === undefined ? {} : { orderNumber }),
    ...(lineNumber === undefined ? {} : { lineNumber }),
    ...(department === undefined ? {} : { department }),
  };
}
