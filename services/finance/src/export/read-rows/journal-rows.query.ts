import type { Side } from '../../ledger/model/account.model';
import { amountCell, countCell, momentCell } from './cells.model';
import { keysetRows } from './keyset-rows.query';
import { inRange, joined } from './range-condition.rules';

interface JournalRow {
  readonly entryId: string;
  readonly line: number;
  readonly bookedAt: Date;
  readonly effectiveOn: string | null;
  readonly bookPeriod: string;
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly kind: string;
  readonly account: string;
  readonly subaccount: string;
  readonly side: Side;
  readonly amountMinor: string;
  readonly currency: string;
  readonly department: string | null;
  readonly product: string | null;
  readonly cause: string | null;
  readonly reverses: string | null;
  readonly memo: string | null;
}

const TEXTS = [
  ['sourceKind', 'Source', '来源类别'],
  ['sourceId', 'Source id', '来源标识'],
  ['kind', 'Kind', '分录类别'],
  ['account', 'Account', '科目'],
  ['subaccount', 'Subaccount', '辅助核算'],
  ['side', 'Side', '借贷方向'],
] as const;
const DIMENSIONS = [
  ['currency', 'Currency', '币种'],
  ['department', 'Department', '责任部门'],
  ['product', 'Product', '产品'],
  ['cause', 'Cause', '原因类别'],
  ['reverses', 'Reverses', '冲销分录'],
  ['memo', 'Memo', '摘要'],
] as const;

type TextColumn = (typeof TEXTS)[number] | (typeof DIMENSIONS)[number];

const textColumn = ([key, en, zh]: TextColumn) => ({
  ...{ key, label: { en, 'zh-CN': zh }, kind: 'text' as const },
  cell: (row: JournalRow) => row[key],
});

/**
 * The lines of the journal in the order of their entries, up to the position that the export left. What is booked never
 * changes, and nothing is added up to there; ids would not say it, because an id is made before its entry is booked.
 */
export const JOURNAL_ROWS = keysetRows<JournalRow>({
  name: 'journal',
  select: `b.entry_id AS entryId, b.line, b.booked_at AS bookedAt, b.effective_on AS effectiveOn, b.period AS bookPeriod,
    b.source_kind AS sourceKind, b.source_id AS sourceId, e.kind, b.account, b.subaccount, b.side,
    b.amount_minor AS amountMinor, b.currency, b.department, b.product, b.cause, e.reverses, e.memo`,
  from: 'posting b JOIN journal_entry e ON e.tenant_id = b.tenant_id AND e.id = b.entry_id',
  key: ['b.entry_id', 'b.line'],
  condition: (request) =>
    joined([
      { sql: 'b.tenant_id = :tenantId AND e.tenant_id = :tenantId', params: {} },
      inRange(request, { moment: 'b.booked_at', currency: 'b.currency' }),
      ...(request.bookedIn === undefined
        ? []
        : [{ sql: 'b.period = :bookedIn', params: { bookedIn: request.bookedIn } }]),
    ]),
  bound: ({ request: { afterPosition = -1 }, belowId, toPosition }) =>
    toPosition === undefined
      ? { sql: 'b.entry_id < :belowId', params: { belowId } }
      : {
          sql: 'e.position <= :toPosition AND e.position > :afterPosition',
          params: { toPosition, afterPosition },
        },
  columns: () => [
    { key: 'entry', label: { en: 'Entry', 'zh-CN': '分录' }, kind: 'text', cell: ({ entryId }) => entryId },
    { key: 'line', label: { en: 'Line', 'zh-CN': '行号' }, kind: 'count', cell: ({ line }) => countCell(line) },
    {
      ...{ key: 'bookedAt', label: { en: 'Booked at', 'zh-CN': '记账时间' }, kind: 'moment' },
      cell: ({ bookedAt }) => momentCell(bookedAt),
    },
    {
      ...{ key: 'effectiveOn', label: { en: 'Effective on', 'zh-CN': '生效日期' }, kind: 'day' },
      cell: ({ effectiveOn }) => effectiveOn,
    },
    {
      ...{ key: 'bookedIn', label: { en: 'Month of the books', 'zh-CN': '会计期间' }, kind: 'text' },
      cell: ({ bookPeriod }) => bookPeriod,
    },
    ...TEXTS.map(textColumn),
    {
      ...{ key: 'amount', label: { en: 'Amount', 'zh-CN': '金额' }, kind: 'amount' },
      cell: ({ amountMinor, currency }) => amountCell(amountMinor, currency),
    },
    ...DIMENSIONS.map(textColumn),
  ],
  counted: ({ side, amountMinor, currency }) => [{ measure: side, currency, amountMinor: BigInt(amountMinor) }],
});
