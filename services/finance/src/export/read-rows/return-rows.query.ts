import { amountCell, countCell, quantityCell } from './cells.model';
import { keysetRows } from './keyset-rows.query';
import { inRange, joined } from './range-condition.rules';

const TEXTS = [
  ['number', 'Return', '退货单号'],
  ['settlement', 'Settlement', '结算单'],
  ['state', 'State', '状态'],
  ['orderNumber', 'Order number', '订单号'],
] as const;
const QUANTITIES = [
  ['authorised', 'Authorised', '核定数量'],
  ['received', 'Received', '实收数量'],
  ['setAside', 'Set aside', '另存数量'],
  ['resale', 'Resale', '可再销售'],
  ['repair', 'Repair', '维修'],
  ['scrap', 'Scrap', '报废'],
  ['backToCustomer', 'Back to customer', '退还客户'],
  ['posted', 'Posted quantity', '入账数量'],
] as const;

type ReturnRow = {
  readonly [Key in (typeof TEXTS)[number][0]]: string;
} & { readonly [Key in (typeof QUANTITIES)[number][0]]: string | null } & {
  readonly lineNumber: number;
  readonly product: string | null;
  readonly outcome: string | null;
  readonly entitledMinor: string;
  readonly postedMinor: string | null;
  readonly currency: string;
};

/** Lines that may come back, in the order in which they were authorised. */
export const RETURN_ROWS = keysetRows<ReturnRow>({
  name: 'returns',
  select: `a.number, s.number AS settlement, a.state, r.order_number AS orderNumber, r.line_number AS lineNumber, r.product,
    r.authorised, r.received, r.set_aside AS setAside, r.resale, r.repair, r.scrap, r.back_to_customer AS backToCustomer,
    r.outcome, r.posted, r.entitled_minor AS entitledMinor, r.posted_minor AS postedMinor, r.currency`,
  from: `return_line r JOIN return_authorisation a ON a.tenant_id = r.tenant_id AND a.id = r.authorisation_id
    JOIN settlement s ON s.tenant_id = a.tenant_id AND s.id = a.settlement_id`,
  key: ['r.id'],
  condition: (request) =>
    joined([
      { sql: 'r.tenant_id = :tenantId AND a.tenant_id = :tenantId AND s.tenant_id = :tenantId', params: {} },
      inRange(request, { moment: 'a.created_at', currency: 'r.currency' }),
    ]),
  columns: () => [
    ...TEXTS.map(([key, en, zh]) => ({
      ...{ key, label: { en, 'zh-CN': zh }, kind: 'text' as const },
      cell: (row: ReturnRow) => row[key],
    })),
    {
      ...{ key: 'lineNumber', label: { en: 'Line number', 'zh-CN': '行号' }, kind: 'count' },
      cell: ({ lineNumber }) => countCell(lineNumber),
    },
    { key: 'product', label: { en: 'Product', 'zh-CN': '产品' }, kind: 'text', cell: ({ product }) => product },
    ...QUANTITIES.map(([key, en, zh]) => ({
      ...{ key, label: { en, 'zh-CN': zh }, kind: 'amount' as const },
      cell: (row: ReturnRow) => quantityCell(row[key]),
    })),
    { key: 'outcome', label: { en: 'Outcome', 'zh-CN': '核对结果' }, kind: 'text', cell: ({ outcome }) => outcome },
    {
      ...{ key: 'entitled', label: { en: 'Entitled', 'zh-CN': '应退金额' }, kind: 'amount' },
      cell: ({ entitledMinor, currency }) => amountCell(entitledMinor, currency),
    },
    {
      ...{ key: 'postedAmount', label: { en: 'Posted amount', 'zh-CN': '入账金额' }, kind: 'amount' },
      cell: ({ postedMinor, currency }) => (postedMinor === null ? null : amountCell(postedMinor, currency)),
    },
    { key: 'currency', label: { en: 'Currency', 'zh-CN': '币种' }, kind: 'text', cell: ({ currency }) => currency },
  ],
  counted: ({ entitledMinor, currency }) => [{ measure: 'AMOUNT', currency, amountMinor: BigInt(entitledMinor) }],
});
