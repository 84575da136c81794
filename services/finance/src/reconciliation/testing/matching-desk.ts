import { newId } from '@redress/kernel';
import { ledgerInMysql } from '../../ledger/adapters/ledger.repository-mysql';
import { matchesInMysql } from '../adapters/match.repository-mysql';
import { openItemsInMysql } from '../adapters/open-items-mysql';
import { matchAutomatically, type MatchingDependencies } from '../match-automatically/match-automatically.handler';
import type { BankAccount } from '../model/bank-account.model';
import type { StatementDesk } from './statement-desk';

/** A payment as finance stores it once it succeeded, with its booking. */
export interface PaidOut {
  readonly key: string;
  readonly amountMinor: number;
  readonly paidOn: string;
}

/** Matches on the desk's database, with payments that are there without the way that led to them. */
export class MatchingDesk {
  readonly dependencies: MatchingDependencies;

  constructor(readonly desk: StatementDesk) {
    const { database, clock, accounts, runs, leaseMs } = desk.dependencies;
    this.dependencies = {
      ...{ database, clock, accounts, runs, leaseMs },
      items: openItemsInMysql,
      matches: matchesInMysql,
      ledger: ledgerInMysql,
      settleByStatement: () => Promise.resolve([]),
    };
  }

  async pay(tenantId: string, payouts: readonly PaidOut[], currency = 'CNY'): Promise<void> {
    for (let at = 0; at < payouts.length; at += 1_000) {
      const some = payouts.slice(at, at + 1_000);
      await this.desk.database.transaction(tenantId, async (tx) => {
        await tx.insertMany(
          'payment',
          some.map(({ key, amountMinor }) => ({
            ...{ id: newId(), settlement_id: key, sequence: 1, provider: 'simulator', idempotency_key: key, currency },
            ...{ reference: `S${key.slice(-12)}`, beneficiary: 'c', amount_minor: amountMinor, state: 'SUCCEEDED' },
            ...{ attempts: 1, misses: 0, provider_reference: `pay_${key}` },
          })),
        );
        await tx.insertMany(
          'journal_entry',
          some.map(({ key, paidOn }) => ({
            ...{ id: newId(), source_kind: 'SETTLEMENT', source_id: key, kind: 'PAYMENT', sequence: 1, currency },
            ...{ booked_at: new Date(`${paidOn}T10:00:00Z`), effective_on: paidOn, period: paidOn.slice(0, 7) },
          })),
        );
      });
    }
  }

  /** Runs the account's rules once and answers how many lines found their payments. */
  async match(tenantId: string, { id: accountId }: BankAccount): Promise<number> {
    const { runs, database } = this.dependencies;
    const id = newId();
    const lease = newId();
    await database.transaction(tenantId, async (tx) => {
      await runs.request(tx, { id, accountId, requestedBy: 'clerk', requestedAt: new Date() });
      await tx.execute(
        'UPDATE matching_run r SET r.lease_holder = :lease WHERE r.tenant_id = :tenantId AND r.id = :id',
        { id, lease },
      );
    });
    await matchAutomatically({ tenantId, runId: id, accountId, requestedBy: 'clerk', lease }, this.dependencies);
    return (await runs.find(database.reader(tenantId), id))?.linesMatched ?? 0;
  }
}
