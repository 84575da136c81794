import type { Database, TenantTransaction } from '@redress/persistence';
import type { TimedCase } from '../model/falling-due.repository';

/** What is done with some cases of one tenant, in a transaction of its own. */
export type BatchWork = (tx: TenantTransaction, caseIds: readonly string[]) => Promise<void>;

/** Cases that could not be dealt with, by id, and whom to tell. */
export interface Stuck {
  readonly cases: Set<string>;
  report(caseId: string, error: unknown): void;
}

const CASES_A_TRANSACTION = 100;
const TRANSACTIONS_AT_ONCE = 3;

/**
 * Does the work for all cases, many in a transaction. Where that fails, it is done case by case, so that one which cannot
 * be dealt with keeps no other waiting.
 */
export async function inBatches(
  database: Database,
  cases: readonly TimedCase[],
  stuck: Stuck,
  work: BatchWork,
): Promise<void> {
  const batches = batchesOf(cases);
  const take = async (): Promise<void> => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      const { tenantId, caseIds } = batch;
      try {
        await database.transaction(tenantId, (tx) => work(tx, caseIds));
      } catch {
        await oneByOne(database, batch, stuck, work);
      }
    }
  };
  await Promise.all(Array.from({ length: TRANSACTIONS_AT_ONCE }, take));
}

interface Batch {
  readonly tenantId: string;
  readonly caseIds: readonly string[];
}

async function oneByOne(database: Database, { tenantId, caseIds }: Batch, stuck: Stuck, work: BatchWork) {
  for (const caseId of caseIds) {
    try {
      await database.transaction(tenantId, (tx) => work(tx, [caseId]));
    } catch (error) {
      stuck.cases.add(caseId);
      stuck.report(caseId, error);
    }
  }
}

/** Cases of one tenant, in the order of their ids, so that two processes never wait for each other in a circle. */
function batchesOf(cases: readonly TimedCase[]): Batch[] {
  const byTenant = new Map<string, string[]>();
  for (const { tenantId, caseId } of cases) {
    const known = byTenant.get(tenantId);
    if (known === undefined) byTenant.set(tenantId, [caseId]);
    else known.push(caseId);
  }
  return [...byTenant].flatMap(([tenantId, caseIds]) => {
    const ordered = [...caseIds].sort();
    return Array.from({ length: Math.ceil(ordered.length / CASES_A_TRANSACTION) }, (_, index) => ({
      tenantId,
      caseIds: ordered.slice(index * CASES_A_TRANSACTION, (index + 1) * CASES_A_TRANSACTION),
    }));
  });
}
