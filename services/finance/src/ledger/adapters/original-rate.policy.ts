import type { TenantReader } from '@redress/persistence';
import type { JournalEntry } from '../model/journal.model';

/**
 * The rate at which an entry is worth something: that of what was booked for the same source before, so that a payment
 * or a reversal never meets another rate than its approval; for a settlement otherwise the one at which its order was
 * placed; else that of the day. Undefined where nobody has said one.
 */
export async function rateFor(
  reader: TenantReader,
  { source, currency }: Pick<JournalEntry, 'source' | 'currency'>,
  base: string,
  day: string,
): Promise<string | undefined> {
  return (
    (await rateOfSource(reader, source, currency, base)) ??
    (source.kind === 'SETTLEMENT' ? await rateOfOrder(reader, source.id, currency, base) : undefined) ??
    (await rateOfDay(reader, currency, base, day))
  );
}

/** The rate at which the order behind a settlement was booked: that of its first part. */
async function rateOfOrder(
  reader: TenantReader,
  settlementId: string,
  currency: string,
  base: string,
): Promise<string | undefined> {
  const [order] = await reader.query<{ rate: string }>(
    `SELECT o.base_rate AS rate FROM settlement s
     JOIN purchase o ON o.tenant_id = s.tenant_id AND o.order_number = s.order_number
     WHERE s.tenant_id = :tenantId AND s.id = :settlementId AND o.currency = :currency AND o.base_currency = :base`,
    { settlementId, currency, base },
  );
  return order?.rate.replace(/\.?0+$/, '');
}

async function rateOfSource(
  reader: TenantReader,
  source: JournalEntry['source'],
  currency: string,
  base: string,
): Promise<string | undefined> {
  const [earlier] = await reader.query<{ rate: string }>(
    `SELECT e.rate FROM journal_entry e
     WHERE e.tenant_id = :tenantId AND e.source_kind = :kind AND e.source_id = :id AND e.currency = :currency
       AND e.base_currency = :base AND e.rate IS NOT NULL
     ORDER BY e.booked_at LIMIT 1`,
    { kind: source.kind, id: source.id, currency, base },
  );
  return earlier?.rate;
}

/** What was set for that day, or last before it. */
export async function rateOfDay(
  reader: TenantReader,
  currency: string,
  base: string,
  day: string,
): Promise<string | undefined> {
  const [latest] = await reader.query<{ rate: string }>(
    `SELECT r.rate FROM exchange_rate r
     WHERE r.tenant_id = :tenantId AND r.currency = :currency AND r.base_currency = :base AND r.valid_on <= :day
     ORDER BY r.valid_on DESC LIMIT 1`,
    { currency, base, day },
  );
  return latest?.rate;
}
