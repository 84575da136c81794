import type { TenantReader } from '@redress/persistence';
import type { Period, PeriodState } from '../../ledger/model/period.model';

/**
 * What tells the closing of a month from any other; nothing while the month is open. A month in which nobody booked is
 * closed with a later one.
 */
export async function closingOf(reader: TenantReader, period: Period): Promise<string | undefined> {
  const [first] = await reader.query<{ period: Period; state: PeriodState; version: number }>(
    `SELECT p.period, p.state, p.version FROM accounting_period p
     WHERE p.tenant_id = :tenantId AND p.period >= :period AND (p.period = :period OR p.state = 'CLOSED')
     ORDER BY p.period LIMIT 1`,
    { period },
  );
  return first?.state === 'CLOSED' ? `${first.period} ${String(first.version)}` : undefined;
}
