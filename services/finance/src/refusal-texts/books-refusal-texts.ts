import type { PeriodRefusal } from '../period-close/model/period.errors';

/** Every code with which the books refuse. */
export type BooksRefusal = Extract<PeriodRefusal, `FINANCE_${string}`>;

export const booksRefusalTexts: Readonly<Record<BooksRefusal, { en: string; 'zh-CN': string }>> = {
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
  FINANCE_PERIOD_FOUR_EYES: {
    en: 'Who closed a month may not open it again; another person must.',
    'zh-CN': '结账人不得自行重新开账，须由他人办理。',
  },
  FINANCE_PERIOD_REASON_REQUIRED: {
    en: 'Opening a month again needs a reason of 1 to 500 characters.',
    'zh-CN': '重新开账须说明理由，1 至 500 个字符。',
  },
};
