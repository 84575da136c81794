import { accept, newId, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantReader } from '@redress/persistence';
import type { BooksSettingRefusal } from '../model/books-setting.model';
import type { BooksSettings } from '../model/books-setting.repository';
import { periodOfDay } from '../model/period.model';
import { isRate } from '../model/valuation.model';

export interface SetExchangeRate {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly currency: string;
  readonly validOn: string;
  readonly rate: string;
}

export interface ExchangeRateDependencies {
  readonly database: Database;
  readonly booksSettings: BooksSettings;
  readonly clock: Clock;
}

/** Sets what a currency is worth in the base currency from a day on, in a month that is still open. */
export async function setExchangeRate(
  { tenantId, subject, idempotencyKey, currency, validOn, rate }: SetExchangeRate,
  { database, booksSettings, clock }: ExchangeRateDependencies,
): Promise<CommandResult<string, BooksSettingRefusal>> {
  if (!isRate(rate)) {
    return { outcome: refuse({ code: 'FINANCE_RATE_INVALID', path: ['input', 'rate'] }), replayed: false };
  }
  const request = { currency, validOn, rate };
  const identity = { tenantId, operation: 'setExchangeRate', subject, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, BooksSettingRefusal>(database, identity, async (tx) => {
    const { baseCurrency } = await booksSettings.read(tx);
    if (baseCurrency === undefined) return refuse({ code: 'FINANCE_BASE_CURRENCY_MISSING' });
    if (currency === baseCurrency) return refuse({ code: 'FINANCE_RATE_INVALID', path: ['input', 'currency'] });
    const period = periodOfDay(validOn);
    if (await isClosed(tx, period)) {
      return refuse({ code: 'FINANCE_PERIOD_CLOSED', path: ['input', 'validOn'], facts: { period } });
    }
    const set = { id: newId(), setBy: subject, setAt: clock.now() };
    await booksSettings.setRate(tx, { ...set, currency, baseCurrency, validOn, rate });
    return accept(baseCurrency);
  });
}

async function isClosed(reader: TenantReader, period: string): Promise<boolean> {
  const rows = await reader.query(
    `SELECT p.period FROM accounting_period p
     WHERE p.tenant_id = :tenantId AND p.period = :period AND p.state = 'CLOSED'`,
    { period },
  );
  return rows.length > 0;
}
