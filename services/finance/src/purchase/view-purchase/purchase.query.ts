import type { TenantReader } from '@redress/persistence';

/** An order as readers see it, without its lines. */
export interface PurchaseRecord {
  readonly id: string;
  readonly orderNumber: string;
  readonly customerExternalRef: string | null;
  readonly currency: string;
  readonly placedAt: Date;
  readonly registeredAt: Date;
}

export interface PurchaseLineRecord {
  readonly purchaseId: string;
  readonly lineNumber: number;
  readonly description: string;
  readonly quantity: string;
  readonly currency: string;
  readonly paidMinor: string;
  readonly reservedMinor: string;
  readonly settledMinor: string;
}

export interface PurchasePaymentRecord {
  readonly purchaseId: string;
  readonly provider: string;
  readonly reference: string;
  readonly amountMinor: string;
  readonly currency: string;
}

/** The order under each id or order number, in one statement. */
export async function purchasesBy(
  reader: TenantReader,
  key: 'id' | 'orderNumber',
  values: readonly string[],
): Promise<(PurchaseRecord | null)[]> {
  const rows = await reader.query<PurchaseRecord>(
    `SELECT o.id, o.order_number AS orderNumber, o.customer_external_ref AS customerExternalRef, o.currency,
       o.placed_at AS placedAt, o.registered_at AS registeredAt
     FROM purchase o WHERE o.tenant_id = :tenantId AND ${key === 'id' ? 'o.id' : 'o.order_number'} IN (:values)`,
    { values },
  );
  const found = new Map(rows.map((row) => [row[key], row]));
  return values.map((value) => found.get(value) ?? null);
}

/** The lines of each order with what is left under their ceilings, in one statement. */
export async function linesByPurchase(
  reader: TenantReader,
  purchaseIds: readonly string[],
): Promise<PurchaseLineRecord[][]> {
  const rows = await reader.query<PurchaseLineRecord>(
    `SELECT l.purchase_id AS purchaseId, l.line_number AS lineNumber, l.description, l.quantity, l.currency,
       l.paid_minor AS paidMinor, c.reserved_minor AS reservedMinor, c.settled_minor AS settledMinor
     FROM purchase_line l JOIN ceiling c ON c.tenant_id = l.tenant_id AND c.id = l.id
     WHERE l.tenant_id = :tenantId AND l.purchase_id IN (:purchaseIds) ORDER BY l.line_number`,
    { purchaseIds },
  );
  return purchaseIds.map((id) => rows.filter((row) => row.purchaseId === id));
}

/** The payments of each order, in one statement. */
export async function paymentsByPurchase(
  reader: TenantReader,
  purchaseIds: readonly string[],
): Promise<PurchasePaymentRecord[][]> {
  const rows = await reader.query<PurchasePaymentRecord>(
    `SELECT m.purchase_id AS purchaseId, m.provider, m.reference, m.amount_minor AS amountMinor, m.currency
     FROM purchase_payment m WHERE m.tenant_id = :tenantId AND m.purchase_id IN (:purchaseIds) ORDER BY m.id`,
    { purchaseIds },
  );
  return purchaseIds.map((id) => rows.filter((row) => row.purchaseId === id));
}
