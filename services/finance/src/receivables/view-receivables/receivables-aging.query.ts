import { toGlobalId, toMoney } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import type { AgedReceivables } from './receivables-aging.gql';

interface AgedRow {
  readonly customer_id: string;
  readonly not_due: string;
  readonly to30: string;
  readonly to60: string;
  readonly to90: string;
  readonly over90: string;
  readonly disputed: string;
  readonly open: string;
}

const OPEN = '(r.amount_minor - r.paid_minor - r.credited_minor)';
const between = (from: number | undefined, to: number | undefined): string => {
  const bounds = [
    ...(from === undefined ? [] : [`DATEDIFF(:asOf, r.due_on) >= ${String(from)}`]),
    ...(to === undefined ? [] : [`DATEDIFF(:asOf, r.due_on) <= ${String(to)}`]),
  ];
  return `SUM(CASE WHEN ${bounds.join(' AND ')} THEN ${OPEN} ELSE 0 END)`;
};

/** What customers owe by how long it is overdue, those who owe most first. */
export async function receivablesAging(
  reader: TenantReader,
  { currency, asOf, first }: { readonly currency: string; readonly asOf: string; readonly first: number },
): Promise<AgedReceivables[]> {
  const rows = await reader.query<AgedRow>(
    `SELECT r.customer_id, ${between(undefined, -1)} AS not_due, ${between(0, 30)} AS to30, ${between(31, 60)} AS to60,
       ${between(61, 90)} AS to90, ${between(91, undefined)} AS over90, SUM(r.disputed_minor) AS disputed,
       SUM(${OPEN}) AS open
     FROM receivable r
     WHERE r.tenant_id = :tenantId AND r.currency = :currency AND r.amount_minor > r.paid_minor + r.credited_minor
     GROUP BY r.customer_id ORDER BY open DESC, r.customer_id LIMIT ${String(first)}`,
    { currency, asOf },
  );
  const money = (minor: string) => toMoney({ amountMinor: BigInt(minor), currency });
  return rows.map(({ customer_id: customer, ...row }) => ({
    customerId: toGlobalId('Customer', customer),
    notDue: money(row.not_due),
    upTo30Days: money(row.to30),
    upTo60Days: money(row.to60),
    upTo90Days: money(row.to90),
    over90Days: money(row.over90),
    disputed: money(row.disputed),
    open: money(row.open),
  }));
}
