import type { Money } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';

/** How long before and after a case others count as about the same harm. */
export const LINKED_WITHIN_DAYS = 90;

export interface LinkedAmountRow {
  readonly case_id: string;
  readonly currency: string;
  readonly amount_minor: string;
}

/**
 * What was approved for the same customer and order line in other cases that were received within ninety days, so that a
 * sum cannot be split over complaints.
 */
export const LINKED_AMOUNTS = `
  SELECT c.id AS case_id, m.currency, SUM(m.amount_minor) AS amount_minor
  FROM complaint_case c
  JOIN complaint_case o ON o.tenant_id = c.tenant_id AND o.customer_id = c.customer_id
    AND o.order_number = c.order_number AND o.line_number = c.line_number AND o.id <> c.id
    AND o.received_at BETWEEN c.received_at - INTERVAL :days DAY AND c.received_at + INTERVAL :days DAY
  JOIN resolution r ON r.tenant_id = o.tenant_id AND r.case_id = o.id AND r.state IN ('APPROVED', 'ACCEPTED', 'EXECUTED')
  JOIN remedy m ON m.tenant_id = r.tenant_id AND m.case_id = r.case_id AND m.resolution_id = r.id
  WHERE c.tenant_id = :tenantId AND o.tenant_id = :tenantId AND r.tenant_id = :tenantId AND m.tenant_id = :tenantId
    AND c.id IN (:caseIds) AND m.amount_minor IS NOT NULL
  GROUP BY c.id, m.currency`;

export function readLinkedAmounts(reader: TenantReader, caseIds: readonly string[]): Promise<LinkedAmountRow[]> {
  return reader.query<LinkedAmountRow>(LINKED_AMOUNTS, { caseIds, days: LINKED_WITHIN_DAYS });
}

/** The amount behind its row. */
export function linkedAmount({ currency, amount_minor }: LinkedAmountRow): Money {
  return { currency, amountMinor: BigInt(amount_minor) };
}
