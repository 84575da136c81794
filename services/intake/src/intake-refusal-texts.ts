import type { RefusalTexts } from '@redress/graphql-runtime';

/** What each refusal of this service says. */
export const intakeRefusalTexts = {
  INTAKE_NO_REGULATION_IN_FORCE: {
    en: 'The organisation had no regulation in force at {receivedAt}.',
    'zh-CN': '该组织在 {receivedAt} 没有生效的投诉处理制度。',
  },
  INTAKE_CHANNEL_NOT_ENABLED: {
    en: 'The regulation in force takes no complaints over {channel}.',
    'zh-CN': '现行制度不受理通过 {channel} 渠道提出的投诉。',
  },
  INTAKE_CATEGORY_UNKNOWN: {
    en: 'There is no category {categoryCode}.',
    'zh-CN': '不存在投诉类别 {categoryCode}。',
  },
  INTAKE_CUSTOMER_NOT_NAMED: {
    en: 'Say who complains: an id, an external reference, or details.',
    'zh-CN': '请指明投诉人：编号、外部客户号或详细信息。',
  },
  INTAKE_CUSTOMER_NAMED_TWICE: {
    en: 'Name the customer by id, or by external reference and details, not by both.',
    'zh-CN': '请只用一种方式指明客户：编号，或者外部客户号及详细信息。',
  },
  INTAKE_CUSTOMER_NOT_FOUND: { en: 'There is no such customer.', 'zh-CN': '找不到该客户。' },
  INTAKE_TEXT_MISSING: { en: 'Say what the complaint is about.', 'zh-CN': '请填写投诉内容。' },
  INTAKE_VALUE_TOO_LONG: {
    en: '{field} has more than {limit} characters.',
    'zh-CN': '{field} 超过 {limit} 个字符。',
  },
  INTAKE_VALUE_MALFORMED: { en: '{field} is not well-formed.', 'zh-CN': '{field} 的格式不正确。' },
  INTAKE_DEMAND_AMOUNT_NOT_POSITIVE: {
    en: 'The amount demanded must be more than nothing.',
    'zh-CN': '要求的金额必须大于零。',
  },
  INTAKE_RECEIVED_IN_FUTURE: {
    en: 'The complaint cannot have been received after now, {now}.',
    'zh-CN': '收到投诉的时间不能晚于当前时间 {now}。',
  },
  INTAKE_RECEIPT_TIME_STAFF_ONLY: {
    en: 'Only staff may say when a complaint was received.',
    'zh-CN': '只有工作人员可以填写收到投诉的时间。',
  },
  INTAKE_IMPORT_SOURCE_MALFORMED: {
    en: 'A source is 2 to 20 lower-case letters and digits, and begins with a letter.',
    'zh-CN': '来源名称应为 2 至 20 个小写字母或数字，并以字母开头。',
  },
  INTAKE_IMPORT_ROWS_OUT_OF_BOUNDS: {
    en: 'Send between 1 and {limit} rows.',
    'zh-CN': '每次请提交 1 至 {limit} 行。',
  },
  INTAKE_HISTORY_OUT_OF_ORDER: {
    en: 'A history begins with the receipt, ends with the closing, and does not reach beyond now.',
    'zh-CN': '历史时间应自收到投诉起、至结案止，且不得晚于当前时间。',
  },
  INTAKE_NUMBER_TAKEN: {
    en: 'The number {number} belongs to another complaint.',
    'zh-CN': '编号 {number} 已属于另一件投诉。',
  },
  INTAKE_MEDIA_TYPE_NOT_ALLOWED: {
    en: 'Files of the type {mediaType} are not taken.',
    'zh-CN': '不接受 {mediaType} 类型的文件。',
  },
  INTAKE_FILE_SIZE_OUT_OF_BOUNDS: {
    en: 'A file has between 1 and {limit} bytes.',
    'zh-CN': '文件大小应在 1 至 {limit} 字节之间。',
  },
  INTAKE_TOO_MANY_ATTACHMENTS: {
    en: 'The complaint already has {limit} files.',
    'zh-CN': '该投诉已有 {limit} 个附件。',
  },
} as const satisfies RefusalTexts;
