import type { RefusalTexts } from '@redress/graphql-runtime';

export const signalRefusalTexts: RefusalTexts = {
  ANALYTICS_SIGNAL_STATE: {
    en: 'This cannot be done with a signal that is {state}.',
    'zh-CN': '信号处于 {state} 状态，不能执行此操作。',
  },
  ANALYTICS_REASON_REQUIRED: {
    en: 'Give a reason of 1 to {limit} characters.',
    'zh-CN': '请填写理由，1 至 {limit} 个字符。',
  },
  ANALYTICS_IMPROVEMENT_STATE: {
    en: 'This cannot be done with an improvement point that is {state}.',
    'zh-CN': '改进点处于 {state} 状态，不能执行此操作。',
  },
  ANALYTICS_IMPROVEMENT_PLAN_INVALID: {
    en: 'Name the owner and the measure, and measure the effect over {least} to {most} days.',
    'zh-CN': '请填写责任人和改进措施；效果的测量期为 {least} 至 {most} 天。',
  },
  ANALYTICS_IMPROVEMENT_DUE_DAY_PAST: { en: 'The due day lies in the past.', 'zh-CN': '完成期限已过。' },
  ANALYTICS_IMPROVEMENT_COMPLETION_DAY_INVALID: {
    en: 'It was completed no earlier than adopted and no later than today.',
    'zh-CN': '完成日期不得早于采纳日期，也不得晚于今天。',
  },
  ANALYTICS_MONTH_NOT_OVER: {
    en: 'The month {month} is not over yet in the time zone of the organisation.',
    'zh-CN': '按机构所在时区，{month} 月份尚未结束。',
  },
  ANALYTICS_MONTH_UNKNOWN: {
    en: '{month} is not a month such as 2026-11.',
    'zh-CN': '{month} 不是有效的月份，例如 2026-11。',
  },
};
