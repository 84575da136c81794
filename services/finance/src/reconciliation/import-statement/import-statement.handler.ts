import { accept, newId, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { BankAccountRepository } from '../model/bank-account.repository';
import type { ReconciliationRefusal } from '../model/reconciliation.errors';
import { MOST_PARTS, type StatementImport } from '../model/statement-import.model';
import type { StatementImportRepository } from '../model/statement-import.repository';

export interface ImportDependencies {
  readonly database: Database;
  readonly accounts: BankAccountRepository;
  readonly imports: StatementImportRepository;
  readonly clock: Clock;
  /** Tells the worker of this process that there is something to take in. */
  readonly wake: () => void;
}

interface Command {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
}

/** What is known of a delivery before its content. */
export type Delivery = Pick<
  StatementImport,
  'accountId' | 'format' | 'compression' | 'fileName' | 'statement' | 'balances'
>;

export interface BeginImport extends Command {
  readonly delivery: Delivery;
  /** The whole content, for a file of one request; it is queued at once. */
  readonly content?: Buffer;
}

type Result = Promise<CommandResult<string, ReconciliationRefusal>>;

/** Begins an import, and queues it when all of it is there. The answer is its id. */
export function beginImport(
  { tenantId, subject, idempotencyKey, delivery, content }: BeginImport,
  { database, accounts, imports, clock }: ImportDependencies,
): Result {
  const operation = content === undefined ? 'beginStatementImport' : 'importStatement';
  const request = { ...delivery, content: content?.toString('base64') };
  const identity = { tenantId, operation, subject, idempotencyKey, request };
  return executeCommand<string, ReconciliationRefusal>(database, identity, async (tx) => {
    const account = await accounts.find(tx, delivery.accountId);
    if (account === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'accountId'] });
    if (delivery.format === 'CSV' && account.mapping === undefined) {
      return refuse({ code: 'FINANCE_STATEMENT_MAPPING_MISSING', path: ['input', 'format'] });
    }
    const id = newId();
    const whole = content !== undefined || delivery.format === 'PROVIDER';
    await imports.add(tx, { ...delivery, id, state: 'COLLECTING', createdBy: subject, createdAt: clock.now() });
    if (content !== undefined) await imports.addPart(tx, id, 1, content);
    if (whole) await imports.queue(tx, id, undefined);
    return accept(id);
  });
}

export interface AddPart extends Command {
  readonly importId: string;
  readonly sequence: number;
  readonly content: Buffer;
}

/** Keeps a part; the same part may come again. */
export function addPart(
  { tenantId, subject, idempotencyKey, importId, sequence, content }: AddPart,
  { database, imports }: ImportDependencies,
): Result {
  const request = { importId, sequence, content: content.toString('base64') };
  const identity = { tenantId, operation: 'addStatementPart', subject, idempotencyKey, request };
  return executeCommand<string, ReconciliationRefusal>(database, identity, async (tx) => {
    if (sequence < 1 || sequence > MOST_PARTS) {
      return refuse({ code: 'INPUT_INVALID', path: ['input', 'sequence'], details: { limit: MOST_PARTS } });
    }
    const open = await openImport(tx, importId, imports);
    if (!open.ok) return open;
    if (await imports.addPart(tx, importId, sequence, content)) return accept(importId);
    return refuse({ code: 'INPUT_INVALID', path: ['input', 'content'] });
  });
}

export interface FinishImport extends Command {
  readonly importId: string;
  readonly parts: number;
  readonly sha256: string | undefined;
}

/** Queues an import whose parts are all there, none missing between them. */
export function finishImport(
  { tenantId, subject, idempotencyKey, importId, parts, sha256 }: FinishImport,
  { database, imports, wake }: ImportDependencies,
): Result {
  const request = { importId, parts, sha256 };
  const identity = { tenantId, operation: 'finishStatementImport', subject, idempotencyKey, request };
  return executeCommand<string, ReconciliationRefusal>(database, identity, async (tx) => {
    if (sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(sha256)) {
      return refuse({ code: 'INPUT_INVALID', path: ['input', 'sha256'] });
    }
    const open = await openImport(tx, importId, imports);
    if (!open.ok) return open;
    const there = await imports.partsOf(tx, importId);
    if (there.count !== parts || there.last !== parts || parts === 0) {
      return refuse({ code: 'INPUT_INVALID', path: ['input', 'parts'], details: { limit: there.count } });
    }
    await imports.queue(tx, importId, sha256?.toLowerCase());
    tx.afterCommit(wake);
    return accept(importId);
  });
}

async function openImport(
  tx: TenantTransaction,
  importId: string,
  imports: StatementImportRepository,
): Promise<Outcome<StatementImport, ReconciliationRefusal>> {
  const found = await imports.lock(tx, importId);
  if (found === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'importId'] });
  if (found.state === 'COLLECTING') return accept(found);
  return refuse({
    code: 'FINANCE_STATEMENT_IMPORT_NOT_OPEN',
    path: ['input', 'importId'],
    details: { currentState: found.state },
  });
}
