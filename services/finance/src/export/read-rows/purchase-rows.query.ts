import { amountCell, countCell, momentCell, quantityCell } from './cells.model';
import { keysetRows } from './keyset-rows.query';
import { inRange, joined } from './range-condition.rules';

interface PurchaseRow {
  readonly orderNumber: string;
  readonly placedAt: Date;
  readonly lineNumber: number;
  readonly description: string;
  readonly quantity: string;
  readonly paidMinor: string;
  readonly currency: string;
  readonly settledMinor: string | null;
  readonly reservedMinor: string | null;
}

/** Lines of orders, with what was given back for them, in the order of their registration. */
export const PURCHASE_ROWS = keysetRows<PurchaseRow>({
  name: 'purchases',
  select: `o.order_number AS orderNumber, o.placed_at AS placedAt, l.line_number AS lineNumber, l.description,
    l.quantity, l.paid_minor AS paidMinor, l.currency, c.settled_minor AS settledMinor, c.reserved_minor AS reservedMinor`,
  from: `purchase_line l JOIN purchase o ON o.tenant_id = l.tenant_id AND o.id = l.purchase_id
    LEFT JOIN ceiling c ON c.tenant_id = l.tenant_id AND c.id = l.id AND c.tenant_id = :tenantId`,
  key: ['l.id'],
  condition: (request) =>
    joined([
      { sql: 'l.tenant_id = :tenantId AND o.tenant_id = :tenantId', params: {} },
      inRange(request, { moment: 'o.placed_at', currency: 'l.currency' }),
    ]),
  columns: () => [
    {
      ...{ key: 'orderNumber', label: { en: 'Order number', 'zh-CN': '订单号' }, kind: 'text' },
      cell: ({ orderNumber }) => orderNumber,
    },
    {
      ...{ key: 'placedAt', label: { en: 'Placed at', 'zh-CN': '下单时间' }, kind: 'moment' },
      cell: ({ placedAt }) => momentCell(placedAt),
    },
    {
      ...{ key: 'lineNumber', label: { en: 'Line number', 'zh-CN': '行号' }, kind: 'count' },
      cell: ({ lineNumber }) => countCell(lineNumber),
    },
    {
      ...{ key: 'description', label: { en: 'Description', 'zh-CN': '商品说明' }, kind: 'text' },
      cell: ({ description }) => description,
    },
    {
      ...{ key: 'quantity', label: { en: 'Quantity', 'zh-CN': '数量' }, kind: 'amount' },
      cell: ({ quantity }) => quantityCell(quantity),
    },
    ...(['paid', 'settled', 'reserved'] as const).map((member) => ({
      ...{ key: member, label: AMOUNTS[member], kind: 'amount' as const },
      cell: (row: PurchaseRow) => amountCell(row[`${member}Minor`] ?? '0', row.currency),
    })),
    { key: 'currency', label: { en: 'Currency', 'zh-CN': '币种' }, kind: 'text', cell: ({ currency }) => currency },
  ],
  counted: ({ paidMinor, currency }) => [{ measure: 'AMOUNT', currency, amountMinor: BigInt(paidMinor) }],
});

const AMOUNTS = {
  paid: { en: 'Paid', 'zh-CN': '实付金额' },
  settled: { en: 'Given back', 'zh-CN': '已结算金额' },
  reserved: { en: 'Promised', 'zh-CN': '已占用金额' },
} as const;
