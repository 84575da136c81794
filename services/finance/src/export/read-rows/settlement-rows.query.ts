import { compileWhere } from '@redress/graphql-runtime';
import { SETTLEMENT_COLUMN_NAMES, type SettlementColumn } from '../../settlement/model/settlement-column.model';
import { conditionsFor } from '../../settlement/view-settlements/settlement-conditions.query';
import type { ExportRequest } from '../model/export.model';
import { amountCell, countCell, momentCell } from './cells.model';
import { keysetRows, type ReadColumn } from './keyset-rows.query';
import { inRange, joined, type Condition } from './range-condition.rules';

interface SettlementRow {
  readonly number: string;
  readonly state: string;
  readonly instrument: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly orderNumber: string | null;
  readonly lineNumber: number | null;
  readonly caseNumber: string | null;
  readonly department: string | null;
  readonly product: string | null;
  readonly category: string | null;
  readonly region: string | null;
  readonly level: string | null;
  readonly regulationId: string | null;
  readonly regulationVersion: number | null;
  readonly paymentState: string | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
  readonly completedAt: Date | null;
}

type Described = Omit<ReadColumn<SettlementRow>, 'key' | 'label'> & { readonly en: string; readonly zh: string };

const text = (en: string, zh: string, cell: Described['cell']): Described => ({ en, zh, kind: 'text', cell });
const moment = (en: string, zh: string, at: (row: SettlementRow) => Date | null): Described => ({
  ...{ en, zh, kind: 'moment' },
  cell: (row) => momentCell(at(row)),
});

const COLUMNS: Readonly<Record<SettlementColumn, Described>> = {
  NUMBER: text('Number', '编号', ({ number }) => number),
  STATE: text('State', '状态', ({ state }) => state),
  INSTRUMENT: text('Instrument', '处理方式', ({ instrument }) => instrument),
  AMOUNT: {
    ...{ en: 'Amount', zh: '金额', kind: 'amount' },
    cell: ({ amountMinor, currency }) => amountCell(amountMinor, currency),
  },
  CURRENCY: text('Currency', '币种', ({ currency }) => currency),
  ORDER_NUMBER: text('Order number', '订单号', ({ orderNumber }) => orderNumber),
  LINE_NUMBER: { en: 'Line number', zh: '行号', kind: 'count', cell: ({ lineNumber }) => countCell(lineNumber) },
  CASE_NUMBER: text('Case number', '案件编号', ({ caseNumber }) => caseNumber),
  DEPARTMENT: text('Department', '责任部门', ({ department }) => department),
  PRODUCT: text('Product', '产品', ({ product }) => product),
  CATEGORY: text('Category', '类别', ({ category }) => category),
  REGION: text('Region', '地区', ({ region }) => region),
  LEVEL: text('Level', '等级', ({ level }) => level),
  REGULATION: text('Regulation', '适用制度', ({ regulationId, regulationVersion }) =>
    regulationId === null ? null : `${regulationId} ${regulationVersion ?? ''}`.trim(),
  ),
  PAYMENT_STATE: text('Payment', '付款状态', ({ paymentState }) => paymentState),
  REASON: text('Reason', '原因', ({ reason }) => reason),
  DECIDED_BY: text('Decided by', '审批人', ({ decidedBy }) => decidedBy),
  CREATED_AT: moment('Drawn up at', '生成时间', ({ createdAt }) => createdAt),
  DECIDED_AT: moment('Decided at', '审批时间', ({ decidedAt }) => decidedAt),
  COMPLETED_AT: moment('Paid at', '付款时间', ({ completedAt }) => completedAt),
};

/** `ORDER_NUMBER` as `orderNumber`. */
function keyOf(name: SettlementColumn): string {
  return name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The conditions on settlements, wherever they are joined as `s`. */
export function settlementCondition({ settlements }: ExportRequest): Condition {
  return compileWhere(settlements, conditionsFor(true));
}

/** Settlements in the order in which they were drawn up. */
export const SETTLEMENT_ROWS = keysetRows<SettlementRow>({
  name: 'settlements',
  select: `s.number, s.state, s.instrument, s.amount_minor AS amountMinor, s.currency, s.order_number AS orderNumber,
    s.line_number AS lineNumber, s.case_number AS caseNumber, s.department, s.product, s.category_code AS category,
    s.region, s.level, s.regulation_id AS regulationId, s.regulation_version AS regulationVersion,
    p.state AS paymentState, s.reason, s.decided_by AS decidedBy, s.created_at AS createdAt, s.decided_at AS decidedAt,
    s.completed_at AS completedAt`,
  from: `settlement s LEFT JOIN payment p
    ON p.tenant_id = s.tenant_id AND p.settlement_id = s.id AND p.sequence = 1 AND p.tenant_id = :tenantId`,
  key: ['s.id'],
  condition: (request) =>
    joined([
      { sql: 's.tenant_id = :tenantId', params: {} },
      settlementCondition(request),
      inRange(request, { moment: 's.created_at', currency: 's.currency' }),
    ]),
  columns: ({ columns = [] }) =>
    (columns.length === 0 ? SETTLEMENT_COLUMN_NAMES : columns).map((name) => {
      const { en, zh, kind, cell } = COLUMNS[name];
      return { key: keyOf(name), label: { en, 'zh-CN': zh }, kind, cell };
    }),
  counted: ({ amountMinor, currency }) => [{ measure: 'AMOUNT', currency, amountMinor: BigInt(amountMinor) }],
});
