import { amountCell, countCell } from './cells.model';
import { keysetRows } from './keyset-rows.query';
import { inRange, joined } from './range-condition.rules';
import { settlementCondition } from './settlement-rows.query';

interface PaymentRow {
  readonly number: string;
  readonly sequence: number;
  readonly provider: string;
  readonly beneficiary: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly state: string;
  readonly attempts: number;
  readonly idempotencyKey: string;
  readonly providerReference: string | null;
  readonly reason: string | null;
}

/** Payouts, with the numbers of their settlements, in the order in which they were intended. */
export const PAYMENT_ROWS = keysetRows<PaymentRow>({
  name: 'payments',
  select: `s.number, p.sequence, p.provider, p.beneficiary, p.amount_minor AS amountMinor, p.currency, p.state,
    p.attempts, p.idempotency_key AS idempotencyKey, p.provider_reference AS providerReference, p.reason`,
  from: `payment p JOIN settlement s ON s.tenant_id = p.tenant_id AND s.id = p.settlement_id`,
  key: ['p.id'],
  condition: (request) =>
    joined([
      { sql: 'p.tenant_id = :tenantId AND s.tenant_id = :tenantId', params: {} },
      settlementCondition(request),
      inRange(request, { moment: 's.decided_at', currency: 'p.currency' }),
    ]),
  columns: () => [
    { key: 'settlement', label: { en: 'Settlement', 'zh-CN': '结算单' }, kind: 'text', cell: ({ number }) => number },
    {
      ...{ key: 'sequence', label: { en: 'Payout', 'zh-CN': '付款序号' }, kind: 'count' },
      cell: ({ sequence }) => countCell(sequence),
    },
    { key: 'provider', label: { en: 'Provider', 'zh-CN': '付款渠道' }, kind: 'text', cell: ({ provider }) => provider },
    {
      key: 'payee',
      label: { en: 'Payee', 'zh-CN': '收款方标识' },
      kind: 'text',
      cell: ({ beneficiary }) => beneficiary,
    },
    {
      ...{ key: 'amount', label: { en: 'Amount', 'zh-CN': '金额' }, kind: 'amount' },
      cell: ({ amountMinor, currency }) => amountCell(amountMinor, currency),
    },
    { key: 'currency', label: { en: 'Currency', 'zh-CN': '币种' }, kind: 'text', cell: ({ currency }) => currency },
    { key: 'state', label: { en: 'State', 'zh-CN': '状态' }, kind: 'text', cell: ({ state }) => state },
    {
      ...{ key: 'attempts', label: { en: 'Attempts', 'zh-CN': '请求次数' }, kind: 'count' },
      cell: ({ attempts }) => countCell(attempts),
    },
    {
      ...{ key: 'idempotencyKey', label: { en: 'Key', 'zh-CN': '幂等键' }, kind: 'text' },
      cell: ({ idempotencyKey }) => idempotencyKey,
    },
    {
      ...{ key: 'providerReference', label: { en: 'Provider’s reference', 'zh-CN': '渠道流水号' }, kind: 'text' },
      cell: ({ providerReference }) => providerReference,
    },
    { key: 'reason', label: { en: 'Reason', 'zh-CN': '原因' }, kind: 'text', cell: ({ reason }) => reason },
  ],
  counted: ({ amountMinor, currency }) => [{ measure: 'AMOUNT', currency, amountMinor: BigInt(amountMinor) }],
});
