import type { AuthorityRefusal } from '../authority/model/authority.rules';
import type { SettlementRefusal } from '../settlement/model/settlement.errors';

/** Codes with which authority over money refuses. */
type Refusals =
  | AuthorityRefusal
  | Extract<
      SettlementRefusal,
      | 'FINANCE_SAME_HARM_SETTLED'
      | 'FINANCE_REGULATION_UNKNOWN'
      | 'FINANCE_NO_MATRIX'
      | 'FINANCE_OPINION_REQUIRED'
      | 'FINANCE_ALREADY_ENDORSED'
    >;

export const authorityRefusalTexts: Readonly<Record<Refusals, { en: string; 'zh-CN': string }>> = {
  FINANCE_EXCEEDS_AUTHORITY: {
    en: 'The amount is more than the person’s authority; somebody with more has to decide.',
    'zh-CN': '金额超出本人核决权限，须由权限更高者核决。',
  },
  FINANCE_SPLIT_EXCEEDS_AUTHORITY: {
    en: 'With what was granted for the same harm before, the amount is more than the person’s authority.',
    'zh-CN': '连同同一事由此前已核给的金额，合计超出本人核决权限。',
  },
  FINANCE_APPROVAL_MISSING: {
    en: 'The regulation asks for another signature first.',
    'zh-CN': '按制度规定，尚缺其他人员的核准。',
  },
  FINANCE_SAME_HARM_SETTLED: {
    en: 'The same was given for this harm already, by settlement {number} of a linked case.',
    'zh-CN': '关联案件的结算单 {number} 已就同一事由作出相同给付。',
  },
  FINANCE_REGULATION_UNKNOWN: {
    en: 'Finance has not heard yet how the organisation adopted the regulation of this case; try again.',
    'zh-CN': '财务尚未取得本案所适用制度的采用信息，请稍后重试。',
  },
  FINANCE_NO_MATRIX: {
    en: 'No regulation says who has which authority over this settlement; finance and managers decide.',
    'zh-CN': '本结算单无制度规定核决权限，由财务人员或经理核决。',
  },
  FINANCE_OPINION_REQUIRED: {
    en: 'An endorsement needs an opinion of 1 to 1,000 characters.',
    'zh-CN': '签署意见须为 1 至 1000 个字符。',
  },
  FINANCE_ALREADY_ENDORSED: {
    en: 'The person has endorsed settlement {number} already.',
    'zh-CN': '本人已对结算单 {number} 签署意见。',
  },
};
