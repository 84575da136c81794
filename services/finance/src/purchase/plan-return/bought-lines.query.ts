import { money } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';
import type { BoughtLine } from './plan-return.policy';

/** Beyond so many lines of one product the latest are enough. */
const MOST_LINES = 200;

interface BoughtLineRow {
  readonly orderNumber: string;
  readonly lineNumber: number;
  readonly quantity: string;
  readonly returnable: string;
  readonly currency: string;
  readonly paidMinor: string;
  readonly remainingMinor: string;
}

/** The lines by which a customer bought a product until a moment, latest first, in one statement. */
export async function boughtLines(
  reader: TenantReader,
  sought: {
    readonly customerExternalRef: string;
    readonly product: string;
    readonly currency: string;
    readonly until: Date;
  },
): Promise<BoughtLine[]> {
  const rows = await reader.query<BoughtLineRow>(
    `SELECT o.order_number AS orderNumber, l.line_number AS lineNumber, l.quantity, l.currency, l.paid_minor AS paidMinor,
       c.limit_quantity - c.reserved_quantity - c.settled_quantity AS returnable,
       c.limit_minor - c.reserved_minor - c.settled_minor AS remainingMinor
     FROM purchase o JOIN purchase_line l ON l.tenant_id = o.tenant_id AND l.purchase_id = o.id
       JOIN ceiling c ON c.tenant_id = l.tenant_id AND c.id = l.id
     WHERE o.tenant_id = :tenantId AND o.customer_external_ref = :customerExternalRef AND o.currency = :currency
       AND o.placed_at <= :until AND l.product = :product
     ORDER BY o.placed_at DESC, o.id DESC, l.line_number DESC LIMIT ${MOST_LINES}`,
    sought,
  );
  return rows.map(({ currency, paidMinor, remainingMinor, ...line }) => ({
    ...line,
    paid: money(BigInt(paidMinor), currency),
    remaining: money(BigInt(remainingMinor), currency),
  }));
}
