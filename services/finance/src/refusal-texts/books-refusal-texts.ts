import type { BooksSettingRefusal } from '../ledger/model/books-setting.model';
import type { OnTheSpotRefusal } from '../on-the-spot/model/on-the-spot-payment.model';
import type { CollectionRefusal } from '../receivables/collection-rate/collection-rates.resolver';
import type { ReceivableRefusal } from '../receivables/model/receivable.model';
import type { PenaltyRefusal } from '../penalties/model/penalty.model';
import type { PeriodRefusal } from '../period-close/model/period.errors';

/** Every code with which the books refuse. */
export type BooksRefusal = Extract<
  PeriodRefusal | BooksSettingRefusal | OnTheSpotRefusal | ReceivableRefusal | CollectionRefusal | PenaltyRefusal,
  `FINANCE_${string}`
>;

/** Codes whose texts stand with what they are about. */
type Shared = 'FINANCE_AMOUNT_NOT_POSITIVE' | 'FINANCE_CURRENCY_MISMATCH';

export const booksRefusalTexts: Readonly<Record<Exclude<BooksRefusal, Shared>, { en: string; 'zh-CN': string }>> = {
  FINANCE_PERIOD_INVALID: {
    en: 'A month of the books is written as 2026-11.',
    'zh-CN': '会计期间须写作 2026-11 的形式。',
  },
  FINANCE_PERIOD_NOT_OVER: {
    en: 'A month is closed only when it is over.',
    'zh-CN': '会计期间结束后方可结账。',
  },
  FINANCE_PERIOD_EARLIER_OPEN: {
    en: 'Close {period} first: months are closed in their order.',
    'zh-CN': '须按顺序结账，请先结账 {period}。',
  },
  FINANCE_PERIOD_CLOSED: {
    en: '{period} is closed already.',
    'zh-CN': '{period} 已结账。',
  },
  FINANCE_PERIOD_NOT_CLOSED: {
    en: '{period} is not closed.',
    'zh-CN': '{period} 尚未结账。',
  },
  FINANCE_PERIOD_BOOKS_DISAGREE: {
    en: 'The books do not agree in {count} places; they must be put right before the month is closed.',
    'zh-CN': '账目有 {count} 处不符，结账前须更正。',
  },
  FINANCE_PERIOD_PAYMENTS_UNKNOWN: {
    en: 'Of {count} payments it is not known yet whether they were made.',
    'zh-CN': '有 {count} 笔付款的结果尚未查明。',
  },
  FINANCE_PERIOD_STATEMENTS_MISSING: {
    en: 'The statements of {count} accounts do not cover the month: take in what is missing, or sign the reconciliation to its last day.',
    'zh-CN': '有 {count} 个账户的对账单未覆盖本期：请补导对账单，或签认至期末的余额调节表。',
  },
  FINANCE_PERIOD_LINES_WITHOUT_OWNER: {
    en: '{count} statement lines are neither explained nor given to anybody.',
    'zh-CN': '有 {count} 笔对账单明细既无说明，也未指定负责人。',
  },
  FINANCE_PERIOD_PAYMENTS_WITHOUT_OWNER: {
    en: '{count} payments that no statement shows were given to nobody.',
    'zh-CN': '有 {count} 笔付款未见于对账单，且未指定负责人。',
  },
  FINANCE_PERIOD_EXCEPTIONS_WITHOUT_OWNER: {
    en: '{count} payments on the spot beyond their ceiling were given to nobody.',
    'zh-CN': '有 {count} 笔超出上限的当场付款未指定负责人。',
  },
  FINANCE_PERIOD_UNACKNOWLEDGED: {
    en: '{check} found {count} open items: pass check and count as acknowledged, if the month is to be closed with them.',
    'zh-CN': '{check} 检查发现 {count} 项未结事项；如仍要结账，请在 acknowledged 中注明该检查及数量。',
  },
  FINANCE_PERIOD_FOUR_EYES: {
    en: 'Who closed a month may not open it again; another person must.',
    'zh-CN': '结账人不得自行重新开账，须由他人办理。',
  },
  FINANCE_PERIOD_REASON_REQUIRED: {
    en: 'Opening a month again needs a reason of 1 to 500 characters.',
    'zh-CN': '重新开账须说明理由，1 至 500 个字符。',
  },
  FINANCE_BASE_CURRENCY_FIXED: {
    en: 'The base currency is {baseCurrency} and stays so, because worths are stored in it.',
    'zh-CN': '本位币为 {baseCurrency}，已有折算金额，不得更改。',
  },
  FINANCE_BASE_CURRENCY_MISSING: {
    en: 'The base currency is not decided yet.',
    'zh-CN': '尚未设定本位币。',
  },
  FINANCE_RATE_INVALID: {
    en: 'A rate is a positive decimal for another currency than the base currency.',
    'zh-CN': '汇率须为正数，且币种不得为本位币。',
  },
  FINANCE_FACTOR_INVALID: {
    en: 'The factor is a positive decimal.',
    'zh-CN': '系数须为正数。',
  },
  FINANCE_EXCEPTION_ENDED: {
    en: 'The exception was settled already.',
    'zh-CN': '该例外已处理完毕。',
  },
  FINANCE_EXCEPTION_NOTE_REQUIRED: {
    en: 'Settling an exception needs a note of 1 to 500 characters on what was done.',
    'zh-CN': '处理例外须注明处理情况，1 至 500 个字符。',
  },
  FINANCE_RECEIVABLE_CONFLICT: {
    en: 'Document {documentNumber} is taken over already with other content.',
    'zh-CN': '单据 {documentNumber} 已登记，但内容不同。',
  },
  FINANCE_RECEIVABLE_DUE_BEFORE_ISSUE: {
    en: 'A receivable cannot be due before its invoice.',
    'zh-CN': '到期日不得早于开票日。',
  },
  FINANCE_RECEIVABLE_EXCEEDED: {
    en: 'That is more than what is left of the receivable.',
    'zh-CN': '金额超出该笔应收账款的余额。',
  },
  FINANCE_RECEIPT_RECORDED: {
    en: 'A payment with this reference is recorded already.',
    'zh-CN': '该参考号的收款已登记。',
  },
  FINANCE_ALREADY_DISPUTED: {
    en: 'The case disputes this receivable already.',
    'zh-CN': '该案件已对此笔应收账款提出异议。',
  },
  FINANCE_COLLECTION_FACTOR_OPEN: {
    en: 'The regulation leaves the formula and the factor of the collection rate open; decide them first.',
    'zh-CN': '制度未规定回收率的计算口径和系数，须先行设定。',
  },
  FINANCE_PENALTY_NOT_OPEN: {
    en: 'The penalty is {state} and cannot be decided any more.',
    'zh-CN': '该处罚的状态为 {state}，不能再作决定。',
  },
  FINANCE_PENALTY_OWN: {
    en: 'Nobody decides on a penalty that falls on themselves.',
    'zh-CN': '不得对本人的处罚作出决定。',
  },
  FINANCE_PENALTY_REASON_REQUIRED: {
    en: 'Rejecting a penalty needs a reason of 1 to 500 characters.',
    'zh-CN': '不予核准处罚须说明理由，1 至 500 个字符。',
  },
  FINANCE_DEDUCTION_STANDARD_OPEN: {
    en: 'What {sanction} costs is not decided yet; set the standard of deductions first.',
    'zh-CN': '{sanction} 的罚扣标准尚未设定，须先行设定。',
  },
};
