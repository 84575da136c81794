import type { TenantReader } from '@redress/persistence';

/** A goodwill budget with its ceiling as readers see it. */
export interface GoodwillBudgetRecord {
  readonly currency: string;
  readonly month: string;
  readonly limitMinor: string;
  readonly reservedMinor: string;
  readonly settledMinor: string;
  readonly setBy: string;
  readonly setAt: Date;
  readonly version: number;
}

/** The budget of a currency and month, if one was set. */
export async function goodwillBudgetOf(
  reader: TenantReader,
  currency: string,
  month: string,
): Promise<GoodwillBudgetRecord | undefined> {
  const [record] = await reader.query<GoodwillBudgetRecord>(
    `SELECT b.currency, b.month, c.limit_minor AS limitMinor, c.reserved_minor AS reservedMinor,
       c.settled_minor AS settledMinor, b.set_by AS setBy, b.set_at AS setAt, b.version
     FROM goodwill_budget b JOIN ceiling c ON c.tenant_id = b.tenant_id AND c.id = b.id
     WHERE b.tenant_id = :tenantId AND b.currency = :currency AND b.month = :month`,
    { currency, month },
  );
  return record;
}
