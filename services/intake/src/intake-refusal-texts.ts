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
  INTAKE_CATEGORY_REQUIRED: {
    en: 'Say of which category it is; neither a rule nor its text makes it clear.',
    'zh-CN': '请选择投诉类别；制度规则和投诉内容均无法确定。',
  },
  INTAKE_FIELD_MISSING: {
    en: 'The regulation in force requires the field {field}.',
    'zh-CN': '现行制度要求填写“{field}”。',
  },
  INTAKE_FIELD_UNKNOWN: {
    en: 'The regulation has no field {field}.',
    'zh-CN': '该制度没有“{field}”这一项。',
  },
  INTAKE_FIELD_MISTYPED: {
    en: '{field} does not have the form that the regulation asks for: {expected}.',
    'zh-CN': '“{field}”的格式不符合制度要求：{expected}。',
  },
  INTAKE_FIELD_TWICE: { en: '{field} is stated twice.', 'zh-CN': '“{field}”填写了两次。' },
  INTAKE_OPTION_NOT_ALLOWED: {
    en: 'The regulation does not list this value for {field}.',
    'zh-CN': '制度未列出“{field}”的该取值。',
  },
  INTAKE_ITEM_TYPE_NOT_NAMED: {
    en: 'The regulation does not name items of the type {itemType}.',
    'zh-CN': '该制度未规定 {itemType} 类事项。',
  },
  INTAKE_ITEM_KIND_NOT_NAMED: {
    en: 'The regulation does not name the kind {itemKind}.',
    'zh-CN': '该制度未规定 {itemKind} 这一种类。',
  },
  INTAKE_COMPLAINANT_KIND_NOT_NAMED: {
    en: 'The regulation does not name complainants of the kind {kind}.',
    'zh-CN': '该制度未规定 {kind} 类投诉人。',
  },
  INTAKE_NUMBER_OUT_OF_BOUNDS: {
    en: '{field} is not a whole number between its bounds; at most {limit}.',
    'zh-CN': '{field} 应为有效范围内的整数，最大为 {limit}。',
  },
  INTAKE_ASSESSMENT_STAFF_ONLY: {
    en: 'Only staff may state {field}.',
    'zh-CN': '只有工作人员可以填写 {field}。',
  },
  INTAKE_REASON_OUT_OF_BOUNDS: {
    en: 'Give a reason of 1 to {limit} characters.',
    'zh-CN': '请填写 1 至 {limit} 个字符的理由。',
  },
  INTAKE_COMPLAINT_WITHOUT_REGULATION: {
    en: 'The complaint was taken over from elsewhere and is governed by no regulation.',
    'zh-CN': '该投诉系从其他系统转入，不适用任何制度。',
  },
  INTAKE_CONVERSION_NOT_ALLOWED: {
    en: 'The regulation does not convert {from} to {to}, or not as things are.',
    'zh-CN': '按照制度，目前不能将 {from} 转为 {to}。',
  },
  INTAKE_NOTHING_CORRECTED: { en: 'Say what is to be corrected.', 'zh-CN': '请指明需要更正的分类。' },
  INTAKE_CALL_OUT_OF_ORDER: {
    en: 'A call rings, is answered and ends, in this order and not in the future; only an answered one has an answer.',
    'zh-CN': '通话应依次为响铃、接听、结束,且不得晚于当前时间;仅已接听的通话填写接听时间。',
  },
  INTAKE_CORRECTIONS_MISSING: {
    en: 'Say what the complainant put right.',
    'zh-CN': '请填写投诉人更正的内容。',
  },
  INTAKE_MERGE_WITH_ITSELF: {
    en: 'A complaint cannot be a duplicate of itself.',
    'zh-CN': '投诉不能与自身合并。',
  },
  INTAKE_ALREADY_MERGED: {
    en: 'Complaint {number} is already a duplicate of another.',
    'zh-CN': '投诉 {number} 已并入其他投诉。',
  },
  INTAKE_MERGE_INTO_MERGED: {
    en: 'Complaint {number} is itself a duplicate; merge into the one that it was merged into.',
    'zh-CN': '投诉 {number} 本身已并入其他投诉，请并入该投诉所并入的那一件。',
  },
  INTAKE_MERGE_HAS_DUPLICATES: {
    en: 'Others were merged into complaint {number}; undo those links first.',
    'zh-CN': '已有其他投诉并入投诉 {number}，请先解除合并。',
  },
  INTAKE_MERGE_OF_ANOTHER_PERSON: {
    en: 'The two are of different people and not of one order line; make sure that the harm is one, and confirm it.',
    'zh-CN': '两件投诉的投诉人不同，且不属于同一订单行；请核实为同一损害后予以确认。',
  },
  INTAKE_NOT_MERGED: {
    en: 'Complaint {number} is not a duplicate of another.',
    'zh-CN': '投诉 {number} 未并入其他投诉。',
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
  INTAKE_ALREADY_ACKNOWLEDGED: {
    en: 'The complainant has been told already.',
    'zh-CN': '已告知投诉人收到投诉。',
  },
  INTAKE_LETTER_ON_ITS_WAY: { en: 'The letter is on its way already.', 'zh-CN': '该函件正在发送中。' },
  INTAKE_LETTER_NOT_WRITTEN_BY_HAND: {
    en: 'A letter of the kind {purpose} is not written by hand.',
    'zh-CN': '{purpose} 类函件由系统生成，不能手工撰写。',
  },
  INTAKE_NO_ADDRESS: {
    en: 'No address is known at which the complainant could be written to.',
    'zh-CN': '没有可以联系投诉人的地址。',
  },
  INTAKE_PLACEHOLDER_UNKNOWN: {
    en: 'A letter of the kind {purpose} has no placeholder {name}.',
    'zh-CN': '{purpose} 类函件没有占位符 {name}。',
  },
  INTAKE_ON_THE_SPOT_NOT_PROVIDED: {
    en: 'The regulation in force lets nobody settle a complaint on the spot.',
    'zh-CN': '现行制度未规定可以当场处理投诉。',
  },
  INTAKE_ON_THE_SPOT_NOT_NOW: {
    en: 'As things are, the regulation does not let it be settled on the spot: {condition}.',
    'zh-CN': '按照制度，此事项目前不能当场处理：{condition}。',
  },
  INTAKE_NOT_A_PERFORMER: {
    en: 'The regulation in force gives this to others; see who is allowed.',
    'zh-CN': '现行制度规定由其他人员办理，请查看有权办理者。',
  },
  INTAKE_BEYOND_AUTHORITY: {
    en: 'This is beyond the authority of whoever settles it; see the maximum and who may.',
    'zh-CN': '超出处理人的权限，请查看最高限额及有权决定者。',
  },
  INTAKE_SLIP_NOT_SIGNED: {
    en: 'Both sides have to sign the slip first.',
    'zh-CN': '处理单须先由双方签字。',
  },
  INTAKE_ACCOUNT_OUT_OF_BOUNDS: {
    en: 'Say what was done, in 1 to {limit} characters.',
    'zh-CN': '请填写处理情况，1 至 {limit} 个字符。',
  },
  INTAKE_AMOUNT_NOT_POSITIVE: { en: 'The amount must be more than nothing.', 'zh-CN': '金额必须大于零。' },
  INTAKE_MONTH_MALFORMED: { en: 'Give the month as 2026-11.', 'zh-CN': '月份格式应为 2026-11。' },
  INTAKE_MONTH_NOT_OVER: { en: 'The month is not over yet.', 'zh-CN': '该月尚未结束。' },
  INTAKE_SLIPS_TRANSFERRED: {
    en: 'The slips of this month were passed on already.',
    'zh-CN': '该月的处理单已移交。',
  },
  INTAKE_SLIPS_NOT_BATCHED: {
    en: 'The regulation in force does not pass slips on together.',
    'zh-CN': '现行制度未规定集中移交处理单。',
  },
  INTAKE_NOT_THE_WINDOW: {
    en: 'Complaints of others are registered only by the window that the regulation names.',
    'zh-CN': '他人的投诉只能由制度规定的唯一窗口登记。',
  },
  INTAKE_NO_FIRST_CONTACT: {
    en: 'The regulation of the complaint knows no first contact.',
    'zh-CN': '该投诉适用的制度未实行首问负责制。',
  },
  INTAKE_NOT_THE_FIRST_CONTACT: {
    en: 'Only the present contact or a supervisor hands the complaint over.',
    'zh-CN': '只有现任首问责任人或主管可以移交该投诉。',
  },
  INTAKE_FIRST_CONTACT_ALREADY: {
    en: 'They are the contact of the complaint already.',
    'zh-CN': '该人员已是该投诉的首问责任人。',
  },
  INTAKE_STAFF_UNKNOWN: {
    en: 'There is no such member of staff at work.',
    'zh-CN': '没有该在职人员。',
  },
  INTAKE_FORWARD_TO_ONE: {
    en: 'Forward it either to a unit or to somebody outside.',
    'zh-CN': '请选择转送本单位部门或外部机构之一。',
  },
  INTAKE_ALREADY_FORWARDED: { en: 'The complaint was forwarded already.', 'zh-CN': '该投诉已转送。' },
  INTAKE_ALREADY_CONFIRMED: { en: 'The receiver has confirmed it already.', 'zh-CN': '接收方已确认收到。' },
  INTAKE_WORK_ORDER_ACT_NOT_POSSIBLE: {
    en: '{act} is not possible for a work order that is {state}.',
    'zh-CN': '工单处于 {state} 状态时不能进行 {act}。',
  },
  INTAKE_WORK_ORDER_TRANSFER_TO: {
    en: 'A transfer names the unit that it goes to, and nothing else does.',
    'zh-CN': '转办须指明接收部门，其他操作不需要。',
  },
  INTAKE_WORK_ORDER_CENTRE_UNKNOWN: {
    en: 'There is no connection with this contact centre.',
    'zh-CN': '未与该呼叫中心建立连接。',
  },
  INTAKE_SOLD_IN_FUTURE: { en: 'It cannot have been sold in the future.', 'zh-CN': '销售日期不能晚于当前时间。' },
  INTAKE_PRODUCT_RECORDED_ALREADY: {
    en: 'The file of this customer has the product with this serial number already.',
    'zh-CN': '该客户档案中已有此序列号的产品。',
  },
  INTAKE_CUSTOMER_ERASED: {
    en: 'The personal data of this customer was erased already.',
    'zh-CN': '该客户的个人信息已被删除。',
  },
  INTAKE_ERASURE_TOO_MANY: {
    en: 'The customer has more than {limit} complaints; that is no single person.',
    'zh-CN': '该客户的投诉超过 {limit} 件，不是个人，不能整体删除。',
  },
  INTAKE_ERASURE_LEGAL_HOLD: {
    en: 'A legal hold is on the file of {numbers}; lift it first.',
    'zh-CN': '{numbers} 的案卷处于法律保全中，请先解除保全。',
  },
  INTAKE_ERASURE_COMPLAINT_OPEN: {
    en: 'The case of {numbers} is not closed, or nothing was told of its end yet.',
    'zh-CN': '{numbers} 尚未结案，或尚未收到结案通知。',
  },
  INTAKE_ERASURE_KEPT_UNTIL: {
    en: 'The file of {numbers} is to be kept until {keepUntil}.',
    'zh-CN': '{numbers} 的案卷须保存至 {keepUntil}。',
  },
  INTAKE_ERASURE_NOT_ARCHIVED: {
    en: 'The regulation wants the file of {numbers} to be kept, and it is not archived yet; archive it first.',
    'zh-CN': '制度要求保存 {numbers} 的案卷，但尚未归档，请先归档。',
  },
  INTAKE_QUARANTINE_DECIDED: {
    en: 'Nothing is left to decide of this mail: it is {state}.',
    'zh-CN': '该邮件已处理，当前状态为 {state}。',
  },
  INTAKE_MAILBOX_NOT_CONNECTED: {
    en: 'The mailbox {mailbox} is not read any more; connect it again first.',
    'zh-CN': '邮箱 {mailbox} 已不再读取，请先重新连接。',
  },
} as const satisfies RefusalTexts;
