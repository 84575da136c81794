import type { TenantReader } from '@redress/persistence';
import type { ChargeKind } from '../model/purchase.model';

/** An order as readers see it, without its lines. */
export interface PurchaseRecord {
  readonly id: string;
  readonly orderNumber: string;
  readonly customerExternalRef: string | null;
  readonly currency: string;
  readonly department: string | null;
  readonly baseCurrency: string | null;
  readonly rate: string | null;
  readonly rateId: string | null;
  readonly rateOn: string | null;
  readonly paymentsComplete: number;
  readonly placedAt: Date;
  readonly registeredAt: Date;
}

/** What a ceiling says of a line or charge. */
interface CeilingFigures {
  readonly currency: string;
  readonly paidMinor: string;
  readonly reservedMinor: string;
  readonly settledMinor: string;
}

export interface PurchaseLineRecord extends CeilingFigures {
  readonly purchaseId: string;
  readonly lineNumber: number;
  readonly description: string;
  readonly product: string | null;
  readonly department: string | null;
  readonly quantity: string;
  readonly returnable: string;
  readonly unitPrice: string | null;
  readonly discountMinor: string | null;
}

export interface PurchaseChargeRecord extends CeilingFigures {
  readonly purchaseId: string;
  /** 0 for a charge of the whole order. */
  readonly lineNumber: number;
  readonly kind: ChargeKind;
  readonly code: string;
  readonly rate: string | null;
}

export interface PurchasePaymentRecord {
  readonly purchaseId: string;
  readonly provider: string;
  readonly reference: string;
  readonly amountMinor: string;
  readonly currency: string;
}

export const PURCHASE_COLUMNS = `o.id, o.order_number AS orderNumber, o.customer_external_ref AS customerExternalRef,
  o.currency, o.department, o.base_currency AS baseCurrency, o.base_rate AS rate, o.rate_id AS rateId,
  o.rate_on AS rateOn, o.payments_complete AS paymentsComplete, o.placed_at AS placedAt, o.registered_at AS registeredAt`;

export const LINE_COLUMNS = `l.purchase_id AS purchaseId, l.line_number AS lineNumber, l.description, l.product, l.department,
  l.quantity, c.limit_quantity - c.reserved_quantity - c.settled_quantity AS returnable, l.unit_price AS unitPrice,
  l.discount_minor AS discountMinor, l.currency, l.paid_minor AS paidMinor, c.reserved_minor AS reservedMinor,
  c.settled_minor AS settledMinor`;

/** The order under each id or order number, in one statement. */
export async function purchasesBy(
  reader: TenantReader,
  key: 'id' | 'orderNumber',
  values: readonly string[],
): Promise<(PurchaseRecord | null)[]> {
  const rows = await reader.query<PurchaseRecord>(
    `SELECT ${PURCHASE_COLUMNS} FROM purchase o
     WHERE o.tenant_id = :tenantId AND ${key === 'id' ? 'o.id' : 'o.order_number'} IN (:values)`,
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
    `SELECT ${LINE_COLUMNS} FROM purchase_line l JOIN ceiling c ON c.tenant_id = l.tenant_id AND c.id = l.id
     WHERE l.tenant_id = :tenantId AND l.purchase_id IN (:purchaseIds) ORDER BY l.line_number`,
    { purchaseIds },
  );
  return byPurchase(purchaseIds, rows);
}

/** The charges of each order and of its lines with what is left under their ceilings, in one statement. */
export async function chargesByPurchase(
  reader: TenantReader,
  purchaseIds: readonly string[],
): Promise<PurchaseChargeRecord[][]> {
  const rows = await reader.query<PurchaseChargeRecord>(
    `SELECT h.purchase_id AS purchaseId, h.line_number AS lineNumber, h.kind, h.code, h.rate, h.currency,
       h.paid_minor AS paidMinor, c.reserved_minor AS reservedMinor, c.settled_minor AS settledMinor
     FROM purchase_charge h JOIN ceiling c ON c.tenant_id = h.tenant_id AND c.id = h.id
     WHERE h.tenant_id = :tenantId AND h.purchase_id IN (:purchaseIds) ORDER BY h.line_number, h.code`,
    { purchaseIds },
  );
  return byPurchase(purchaseIds, rows);
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
  return byPurchase(purchaseIds, rows);
}

/** Beyond so many settlements of one order, `settlements(where:)` is the way to look. */
const MOST_SETTLEMENTS = 100;

/** The ids of the settlements that drew on each order, oldest first, in one statement. */
export async function settlementsByPurchase(
  reader: TenantReader,
  purchaseIds: readonly string[],
): Promise<{ readonly purchaseId: string; readonly settlementId: string }[][]> {
  const rows = await reader.query<{ purchaseId: string; settlementId: string }>(
    `SELECT l.purchase_id AS purchaseId, d.settlement_id AS settlementId
     FROM purchase_line l JOIN settlement_draw d ON d.tenant_id = l.tenant_id AND d.ceiling_id = l.id
     WHERE l.tenant_id = :tenantId AND l.purchase_id IN (:purchaseIds)
     UNION SELECT h.purchase_id AS purchaseId, d.settlement_id AS settlementId
     FROM purchase_charge h JOIN settlement_draw d ON d.tenant_id = h.tenant_id AND d.ceiling_id = h.id
     WHERE h.tenant_id = :tenantId AND h.purchase_id IN (:purchaseIds)
     ORDER BY settlementId`,
    { purchaseIds },
  );
  return byPurchase(purchaseIds, rows).map((group) => group.slice(0, MOST_SETTLEMENTS));
}

function byPurchase<Row extends { readonly purchaseId: string }>(
  purchaseIds: readonly string[],
  rows: readonly Row[],
): Row[][] {
  const groups = new Map<string, Row[]>(purchaseIds.map((id) => [id, []]));
  for (const row of rows) groups.get(row.purchaseId)?.push(row);
  return purchaseIds.map((id) => groups.get(id) ?? []);
}
