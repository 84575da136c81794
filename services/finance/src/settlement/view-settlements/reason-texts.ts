import type { Locale } from '@redress/graphql-runtime';
import type { CancellationReason } from '../cancel-settlement/cancel-settlement.decide';
import type { DrawUpRefusal } from '../model/settlement.errors';

/** What the stable reasons of a settlement mean; a provider's or a person's own words stand for themselves. */
const REASON_TEXTS: Readonly<Record<DrawUpRefusal | CancellationReason, Readonly<Record<Locale, string>>>> = {
  FINANCE_CEILING_EXCEEDED: {
    en: 'The amount is more than what is left under the ceiling.',
    'zh-CN': '金额超出可用上限。',
  },
  FINANCE_QUANTITY_EXCEEDED: {
    en: 'More is to come back than what is left of the line.',
    'zh-CN': '退回数量超出该订单行的剩余数量。',
  },
  FINANCE_CURRENCY_MISMATCH: {
    en: 'The amount is in another currency than what was paid.',
    'zh-CN': '金额的币种与原付款币种不同。',
  },
  FINANCE_ORDER_LINE_UNKNOWN: {
    en: 'The order line is not known to finance.',
    'zh-CN': '财务未登记该订单行。',
  },
  FINANCE_NO_DISPUTED_LINE: {
    en: 'Only goodwill can be given without an order line.',
    'zh-CN': '除商誉补偿外，须指明订单行。',
  },
  FINANCE_GOODWILL_BUDGET_MISSING: {
    en: 'No goodwill budget was set for the month.',
    'zh-CN': '该月未设定商誉补偿预算。',
  },
  FINANCE_AMOUNT_NOT_POSITIVE: { en: 'The amount must be more than zero.', 'zh-CN': '金额必须大于零。' },
  FINANCE_INSTRUMENT_WITHOUT_MONEY: {
    en: 'This kind of remedy carries no money.',
    'zh-CN': '此类处理方式不涉及金额。',
  },
  FINANCE_COMPLAINANT_OBJECTED: {
    en: 'The complainant objected to the resolution.',
    'zh-CN': '投诉人不同意处理方案。',
  },
  FINANCE_RESOLUTION_RETURNED: {
    en: 'Another settlement of the resolution could not be made.',
    'zh-CN': '同一处理方案的另一结算单未能办理。',
  },
  FINANCE_RESOLUTION_REPLACED: { en: 'Another resolution took its place.', 'zh-CN': '处理方案已被替换。' },
  FINANCE_CASE_CLOSED: { en: 'The case was closed without it.', 'zh-CN': '案件已结案，不再执行。' },
};

/** The reason in a language, or as it stands when it is no stable one. */
export function reasonText(reason: string, locale: Locale): string {
  return Object.hasOwn(REASON_TEXTS, reason) ? REASON_TEXTS[reason as keyof typeof REASON_TEXTS][locale] : reason;
}
