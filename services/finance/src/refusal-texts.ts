import type { RefusalTexts } from '@redress/graphql-runtime';
import type { GoodwillRefusal } from './goodwill/model/goodwill-budget.model';
import type { PurchaseRefusal } from './purchase/model/purchase.model';
import type { SettlementRefusal } from './settlement/model/settlement.errors';
import { authorityRefusalTexts } from './refusal-texts/authority-refusal-texts';
import { booksRefusalTexts } from './refusal-texts/books-refusal-texts';
import { evidenceRefusalTexts } from './refusal-texts/evidence-refusal-texts';
import { paperRefusalTexts } from './refusal-texts/paper-refusal-texts';
import { reconciliationRefusalTexts } from './refusal-texts/reconciliation-refusal-texts';
import { returnsRefusalTexts } from './refusal-texts/returns-refusal-texts';
import { payoutRefusalTexts } from './refusal-texts/payout-refusal-texts';
import { staffToolRefusalTexts } from './refusal-texts/staff-tool-refusal-texts';

/** Every code with which a mutation of finance can be refused, but for those that all services share. */
export type FinanceRefusal = Extract<GoodwillRefusal | PurchaseRefusal | SettlementRefusal, `FINANCE_${string}`>;

export const financeRefusalTexts: Readonly<Record<FinanceRefusal, { en: string; 'zh-CN': string }>> & RefusalTexts = {
  ...authorityRefusalTexts,
  ...booksRefusalTexts,
  ...evidenceRefusalTexts,
  ...paperRefusalTexts,
  ...reconciliationRefusalTexts,
  ...returnsRefusalTexts,
  ...payoutRefusalTexts,
  ...staffToolRefusalTexts,
  FINANCE_SETTLEMENT_AWAITS_CONSENT: {
    en: 'Settlement {number} waits for the complainant to agree.',
    'zh-CN': '结算单 {number} 尚待投诉人同意。',
  },
  FINANCE_SETTLEMENT_ALREADY_APPROVED: {
    en: 'Settlement {number} is approved already and its payment is on its way.',
    'zh-CN': '结算单 {number} 已核准，正在付款。',
  },
  FINANCE_SETTLEMENT_ALREADY_PAID: {
    en: 'Settlement {number} is paid already.',
    'zh-CN': '结算单 {number} 已付款。',
  },
  FINANCE_SETTLEMENT_NOT_OPEN: {
    en: 'Settlement {number} is {state} and cannot be decided any more.',
    'zh-CN': '结算单 {number} 的状态为 {state}，不能再作决定。',
  },
  FINANCE_SEPARATION_OF_DUTIES: {
    en: 'Who proposed, approved or prepared it may not decide on settlement {number}.',
    'zh-CN': '处理方案的提出人、核准人及结算的经办人不得对结算单 {number} 作出决定。',
  },
  FINANCE_REASON_REQUIRED: {
    en: 'A rejection needs a reason of 1 to 500 characters.',
    'zh-CN': '驳回须说明理由，1 至 500 个字符。',
  },
  FINANCE_PURCHASE_CONFLICT: {
    en: 'Order {orderNumber} is registered already with other content.',
    'zh-CN': '订单 {orderNumber} 已登记，但内容不同。',
  },
  FINANCE_PURCHASE_LINE_REPEATED: {
    en: 'Line {lineNumber} appears more than once.',
    'zh-CN': '第 {lineNumber} 行重复出现。',
  },
  FINANCE_PURCHASE_CHARGE_REPEATED: {
    en: 'The charge {charge} appears more than once.',
    'zh-CN': '费用 {charge} 重复出现。',
  },
  FINANCE_PURCHASE_DOES_NOT_ADD_UP: {
    en: 'Lines and charges come to {lines}, the payments to {payments}: a difference of {difference}.',
    'zh-CN': '各行及费用合计 {lines}，付款合计 {payments}，相差 {difference}。',
  },
  FINANCE_PURCHASE_IN_FUTURE: {
    en: 'An order cannot have been placed in the future.',
    'zh-CN': '下单时间不能晚于当前时间。',
  },
  FINANCE_CURRENCY_MISMATCH: {
    en: 'Every amount of an order is in the currency of the order.',
    'zh-CN': '订单中的各项金额必须与订单币种一致。',
  },
  FINANCE_BUDGET_BELOW_COMMITMENTS: {
    en: 'The budget cannot be less than what is promised and paid already: {committed}.',
    'zh-CN': '预算不得低于已承诺和已支付的金额：{committed}。',
  },
  FINANCE_AMOUNT_NOT_POSITIVE: {
    en: 'The amount must be more than zero.',
    'zh-CN': '金额必须大于零。',
  },
};
