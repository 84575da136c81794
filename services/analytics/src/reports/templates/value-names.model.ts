import type { Regulation } from '@redress/regulations';
import type { DimensionName } from '../model/figures.model';
import type { Words } from '../model/report-definition.model';

const words = (zh: string, en: string): Words => ({ zh, en });

const CHANNELS: Readonly<Record<string, Words>> = {
  PHONE: words('电话', 'Telephone'),
  LETTER: words('信函', 'Letter'),
  EMAIL: words('电子邮件', 'E-mail'),
  VISIT: words('来访', 'Visit'),
  STORE: words('门店', 'Store'),
  WEB_FORM: words('网站', 'Web form'),
  MOBILE_APP: words('移动应用', 'Mobile app'),
  SOCIAL_MEDIA: words('社交媒体', 'Social media'),
  SMS: words('短信', 'Text message'),
  FAX: words('传真', 'Fax'),
  CHAT: words('在线客服', 'Chat'),
  LETTERBOX: words('意见箱', 'Letterbox'),
  SALES_STAFF: words('销售人员', 'Sales staff'),
  REFERRAL: words('转办', 'Referral'),
  INTERNAL: words('内部', 'Internal'),
};

const OUTCOMES: Readonly<Record<string, Words>> = {
  RESOLVED: words('已解决', 'Resolved'),
  NOT_ESTABLISHED: words('不成立', 'Not established'),
  WITHDRAWN: words('已撤回', 'Withdrawn'),
  REFUSED: words('不予受理', 'Refused'),
  ANSWERED: words('已答复', 'Answered'),
  ADOPTED: words('已采纳', 'Adopted'),
  NOT_ADOPTED: words('未采纳', 'Not adopted'),
  MERGED: words('已合并', 'Merged'),
  FORWARDED: words('已转办', 'Forwarded'),
  IMPORTED: words('历史导入', 'Imported'),
};

const INSTRUMENTS: Readonly<Record<string, Words>> = {
  REFUND: words('退款', 'Refund'),
  PRICE_REDUCTION: words('减价', 'Price reduction'),
  ALLOWANCE: words('折让', 'Allowance'),
  RETURN: words('退货', 'Return'),
  EXCHANGE: words('换货', 'Exchange'),
  REPAIR: words('维修', 'Repair'),
  COMPENSATION: words('赔偿', 'Compensation'),
  GOODWILL: words('善意补偿', 'Goodwill'),
  STORE_CREDIT: words('储值', 'Store credit'),
};

const ITEM_TYPES: Readonly<Record<string, Words>> = {
  COMPLAINT: words('投诉', 'Complaint'),
  GRIEVANCE: words('申诉', 'Grievance'),
  ENQUIRY: words('咨询', 'Enquiry'),
  SUGGESTION: words('建议', 'Suggestion'),
  FEEDBACK: words('反馈', 'Feedback'),
  DEMAND: words('需求', 'Demand'),
  ANOMALY: words('异常', 'Anomaly'),
  ISSUE: words('问题', 'Issue'),
};

const VALIDITIES: Readonly<Record<string, Words>> = {
  VALID: words('成立', 'Valid'),
  INVALID: words('不成立', 'Not valid'),
  UNDETERMINED: words('无法认定', 'Not determined'),
  AT_FAULT: words('有责', 'At fault'),
  UNTRUE: words('不属实', 'Untrue'),
  MALICIOUS: words('恶意投诉', 'Malicious'),
};

const FIXED: Readonly<Partial<Record<DimensionName, Readonly<Record<string, Words>>>>> = {
  CHANNEL: CHANNELS,
  ITEM_TYPE: ITEM_TYPES,
  OUTCOME: OUTCOMES,
  INSTRUMENT: INSTRUMENTS,
  VALIDITY: VALIDITIES,
};

/** What the values of a dimension are called, as far as this program or the regulation has words for them. */
export function namesOf(
  dimension: DimensionName,
  values: readonly string[],
  regulation: Regulation | undefined,
): Readonly<Record<string, Words>> {
  const known = new Map([...Object.entries(FIXED[dimension] ?? {}), ...ofRegulation(dimension, regulation)]);
  return Object.fromEntries(
    values.flatMap((value) => {
      const name = known.get(value);
      return name === undefined ? [] : [[value, name]];
    }),
  );
}

function ofRegulation(dimension: DimensionName, regulation: Regulation | undefined): readonly [string, Words][] {
  if (dimension === 'CATEGORY') {
    const axis = regulation?.classification.find(({ axis: name }) => name === 'category');
    return (axis?.values ?? []).map(({ code, label }) => [code, label]);
  }
  if (dimension === 'LEVEL') return (regulation?.levels?.values ?? []).map(({ level, label }) => [level, label]);
  if (dimension === 'STAGE') return (regulation?.stages ?? []).map(({ stage, label }) => [stage, label]);
  if (dimension === 'DEPARTMENT' || dimension === 'RESPONSIBLE_DEPARTMENT') {
    return (regulation?.parties ?? []).map(({ party, label }) => [party, label]);
  }
  return [];
}
