import { accept, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { BooksSetting, BooksSettingRefusal } from '../model/books-setting.model';
import type { BooksSettings } from '../model/books-setting.repository';
import { isRate } from '../model/valuation.model';

export interface SetBooksSetting {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly expectedVersion: number;
  /** What is absent stays as it is. */
  readonly changes: Partial<Omit<BooksSetting, 'version'>>;
}

export interface BooksSettingDependencies {
  readonly database: Database;
  readonly booksSettings: BooksSettings;
  readonly clock: Clock;
}

/** Decides about the books. The base currency stays once it was decided, because stored worths are in it. */
export async function setBooksSetting(
  { tenantId, subject, idempotencyKey, expectedVersion, changes }: SetBooksSetting,
  { database, booksSettings, clock }: BooksSettingDependencies,
): Promise<CommandResult<boolean, BooksSettingRefusal>> {
  const { collectionFactor } = changes;
  if (collectionFactor !== undefined && !isRate(collectionFactor)) {
    const path = ['input', 'collectionFactor'];
    return { outcome: refuse({ code: 'FINANCE_FACTOR_INVALID', path }), replayed: false };
  }
  const request = { expectedVersion, changes };
  const identity = { tenantId, operation: 'setBooksSetting', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<boolean, BooksSettingRefusal>(database, identity, async (tx) => {
    const current = await booksSettings.lock(tx);
    if (current.version !== expectedVersion) {
      const details = { currentVersion: current.version };
      return refuse({ code: 'VERSION_CONFLICT', path: ['input', 'expectedVersion'], retryable: true, details });
    }
    const { baseCurrency } = current;
    if (baseCurrency !== undefined && (changes.baseCurrency ?? baseCurrency) !== baseCurrency) {
      return refuse({ code: 'FINANCE_BASE_CURRENCY_FIXED', path: ['input', 'baseCurrency'], facts: { baseCurrency } });
    }
    await booksSettings.save(tx, { ...current, ...changes, version: current.version + 1 }, subject, clock.now());
    return accept(true);
  });
}
