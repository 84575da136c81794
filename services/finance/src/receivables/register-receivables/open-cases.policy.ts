import type { TenantReader } from '@redress/persistence';
import type { Receivable } from '../model/receivable.model';

/** The open cases about the order lines of the receivables, by their customers; the earliest for each. One statement. */
export async function openCasesAbout(
  reader: TenantReader,
  receivables: readonly Receivable[],
): Promise<{ readonly caseId: string; readonly receivable: Receivable }[]> {
  const orders = [...new Set(receivables.flatMap(({ orderNumber }) => orderNumber ?? []))];
  if (orders.length === 0) return [];
  const cases = await reader.query<{
    caseId: string;
    customerId: string;
    orderNumber: string;
    lineNumber: number | null;
  }>(
    `SELECT f.case_id AS caseId, f.customer_id AS customerId, f.order_number AS orderNumber, f.line_number AS lineNumber
     FROM case_file f
     WHERE f.tenant_id = :tenantId AND f.order_number IN (:orders) AND f.closed_at IS NULL AND f.not_established = FALSE
       AND f.merged_into IS NULL
     ORDER BY f.case_id`,
    { orders },
  );
  return receivables.flatMap((receivable) => {
    const { customerId, orderNumber, lineNumber } = receivable;
    const about = cases.find(
      (each) =>
        each.customerId === customerId &&
        each.orderNumber === orderNumber &&
        (lineNumber === undefined || each.lineNumber === null || each.lineNumber === lineNumber),
    );
    return about === undefined ? [] : [{ caseId: about.caseId, receivable }];
  });
}

/** Whether finance has heard of the case, and not of its end. */
export async function isOpenCase(reader: TenantReader, caseId: string): Promise<boolean> {
  const found = await reader.query(
    `SELECT f.case_id FROM case_file f WHERE f.tenant_id = :tenantId AND f.case_id = :caseId AND f.closed_at IS NULL`,
    { caseId },
  );
  return found.length > 0;
}
