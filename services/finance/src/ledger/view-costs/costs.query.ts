import { toMoney } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import type { AgedPayable, ComplaintCost, CostDimension } from './costs.gql';

const COSTS = ['SALES_RETURNS', 'SALES_ALLOWANCES', 'COMPENSATION_EXPENSE', 'GOODWILL_EXPENSE'] as const;

const VALUES: Readonly<Record<CostDimension, string>> = {
  DEPARTMENT: 'p.department',
  PRODUCT: 'p.product',
  CAUSE: 'p.cause',
  INSTRUMENT: 'COALESCE(s.instrument, o.instrument)',
};

/** Where the instrument is known; the other dimensions stand on the posting itself. */
const INSTRUMENTS = `
  LEFT JOIN settlement s ON s.tenant_id = p.tenant_id AND p.source_kind = 'SETTLEMENT' AND s.id = p.source_id
  LEFT JOIN on_the_spot_payment o ON o.tenant_id = p.tenant_id AND p.source_kind = 'ON_THE_SPOT' AND o.id = p.source_id`;

/** What complaints cost between two days, by one dimension, most first; reversals are taken off. One statement. */
export async function costOfComplaints(
  reader: TenantReader,
  {
    groupBy,
    ...scope
  }: { readonly groupBy: CostDimension; readonly from: string; readonly to: string; readonly currency: string },
): Promise<ComplaintCost[]> {
  const rows = await reader.query<{ value: string | null; cost: string; sources: string }>(
    `SELECT ${VALUES[groupBy]} AS value, COUNT(DISTINCT p.source_id) AS sources,
       SUM(CASE WHEN p.side = 'DEBIT' THEN p.amount_minor ELSE -p.amount_minor END) AS cost
     FROM posting p ${groupBy === 'INSTRUMENT' ? INSTRUMENTS : ''}
     WHERE p.tenant_id = :tenantId AND p.currency = :currency AND p.account IN (:accounts)
       AND p.effective_on >= :from AND p.effective_on <= :to
     GROUP BY ${VALUES[groupBy]} ORDER BY cost DESC, value`,
    { ...scope, accounts: COSTS },
  );
  return rows.map(({ value, cost, sources }) => ({
    value,
    cost: toMoney({ amountMinor: BigInt(cost), currency: scope.currency }),
    sources: Number(sources),
  }));
}

const BUCKETS = [
  { fromDays: 0, toDays: 30 },
  { fromDays: 31, toDays: 60 },
  { fromDays: 61, toDays: 90 },
  { fromDays: 91, toDays: null },
] as const;

/** What is owed to complainants on a day, by how long it is owed. One statement. */
export async function agedPayables(
  reader: TenantReader,
  scope: { readonly currency: string; readonly asOf: string },
): Promise<AgedPayable[]> {
  const rows = await reader.query<{ bucket: number; amount: string; settlements: string }>(
    `SELECT CASE WHEN DATEDIFF(:asOf, d.since) <= 30 THEN 0 WHEN DATEDIFF(:asOf, d.since) <= 60 THEN 1
         WHEN DATEDIFF(:asOf, d.since) <= 90 THEN 2 ELSE 3 END AS bucket,
       SUM(d.owed) AS amount, COUNT(*) AS settlements
     FROM (
       SELECT MIN(p.effective_on) AS since,
         SUM(CASE WHEN p.side = 'CREDIT' THEN p.amount_minor ELSE -p.amount_minor END) AS owed
       FROM posting p
       WHERE p.tenant_id = :tenantId AND p.currency = :currency AND p.account = 'PAYABLES_TO_COMPLAINANTS'
         AND p.effective_on <= :asOf
       GROUP BY p.source_kind, p.source_id) d
     WHERE d.owed <> 0 GROUP BY bucket ORDER BY bucket`,
    scope,
  );
  return BUCKETS.map((bucket, index) => {
    const found = rows.find((row) => Number(row.bucket) === index);
    const amount = toMoney({ amountMinor: BigInt(found?.amount ?? 0), currency: scope.currency });
    return { ...bucket, amount, settlements: Number(found?.settlements ?? 0) };
  });
}
