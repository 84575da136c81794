import type { BoughtLines } from '../model/bought-lines.repository';

interface BoughtRow {
  readonly orderNumber: string;
  readonly lineNumber: number;
  readonly quantity: string;
  readonly product: string | null;
}

export const boughtLinesInMysql: BoughtLines = {
  async of(reader, lines) {
    if (lines.length === 0) return [];
    const rows = await reader.query<BoughtRow>(
      `SELECT o.order_number AS orderNumber, l.line_number AS lineNumber, l.quantity, l.product
       FROM purchase o JOIN purchase_line l ON l.tenant_id = o.tenant_id AND l.purchase_id = o.id
       WHERE o.tenant_id = :tenantId AND l.tenant_id = :tenantId AND (o.order_number, l.line_number) IN (:lines)`,
      { lines: lines.map(({ orderNumber, lineNumber }) => [orderNumber, lineNumber]) },
    );
    return rows.map(({ product, lineNumber, ...row }) => ({
      ...row,
      lineNumber: Number(lineNumber),
      ...(product === null ? {} : { product }),
    }));
  },
};
