import type { TenantReader } from '@redress/persistence';
import type { BudgetKey } from '../model/goodwill-budget.model';

/** A goodwill budget with its ceiling as readers see it. */
export interface GoodwillBudgetRecord {
  readonly currency: string;
  readonly period: string;
  /** Empty for the whole organisation. */
  readonly unit: string;
  readonly limitMinor: string;
  readonly reservedMinor: string;
  readonly settledMinor: string;
  readonly setBy: string;
  readonly setAt: Date;
  readonly version: number;
}

const COLUMNS = `b.currency, b.period, b.unit, c.limit_minor AS limitMinor, c.reserved_minor AS reservedMinor,
  c.settled_minor AS settledMinor, b.set_by AS setBy, b.set_at AS setAt, b.version`;

/** The budget of a currency, period and unit, if one was set. */
export async function goodwillBudgetOf(
  reader: TenantReader,
  { currency, period, unit = '' }: BudgetKey,
): Promise<GoodwillBudgetRecord | undefined> {
  const [record] = await reader.query<GoodwillBudgetRecord>(
    `SELECT ${COLUMNS} FROM goodwill_budget b JOIN ceiling c ON c.tenant_id = b.tenant_id AND c.id = b.id
     WHERE b.tenant_id = :tenantId AND b.currency = :currency AND b.period = :period AND b.unit = :unit`,
    { currency, period, unit },
  );
  return record;
}

/** Beyond so many a list of budgets is no overview any more. */
const MOST_BUDGETS = 500;

/** The budgets of a year with those of its months and quarters, of all units, in one statement. */
export async function goodwillBudgetsOfYear(reader: TenantReader, year: number): Promise<GoodwillBudgetRecord[]> {
  return reader.query<GoodwillBudgetRecord>(
    `SELECT ${COLUMNS} FROM goodwill_budget b JOIN ceiling c ON c.tenant_id = b.tenant_id AND c.id = b.id
     WHERE b.tenant_id = :tenantId AND (b.period = :year OR b.period LIKE :parts)
     ORDER BY b.currency, b.unit, b.period LIMIT ${MOST_BUDGETS}`,
    { year: String(year), parts: `${year}-%` },
  );
}
