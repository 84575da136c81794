import type { RefusalTexts } from '@redress/graphql-runtime';

/** What refusals of acts on the course of a case say. */
export const courseRefusalTexts = {
  CASE_STATE_FORBIDS: {
    en: 'This cannot be done to a case in the state {state}.',
    'zh-CN': '案件处于 {state} 状态，无法进行此操作。',
  },
  CASE_ROLE_NOT_ENTITLED: { en: 'This needs another role.', 'zh-CN': '您的角色无权进行此操作。' },
  CASE_NOT_ASSIGNED_TO_YOU: {
    en: 'The case is assigned to somebody else.',
    'zh-CN': '该案件由其他人员负责处理。',
  },
  CASE_ASSIGNEE_UNKNOWN: { en: 'No member of staff is registered by this subject.', 'zh-CN': '未登记该工作人员。' },
  CASE_ASSIGNEE_NOT_HANDLER: {
    en: 'This member of staff may not investigate.',
    'zh-CN': '该工作人员无权进行投诉调查。',
  },
  CASE_ASSIGNEE_INACTIVE: { en: 'This member of staff takes no cases now.', 'zh-CN': '该工作人员目前不受理案件。' },
  CASE_ASSIGNEE_RECUSED: {
    en: 'The complaint is against this member of staff, who stands aside.',
    'zh-CN': '该工作人员为被投诉人，应当回避。',
  },
  CASE_ASSIGNEE_ABSENT: { en: 'This member of staff is away.', 'zh-CN': '该工作人员目前不在岗。' },
  CASE_ACTOR_IS_COMPLAINEE: {
    en: 'The complaint is against you or your unit, so you stand aside.',
    'zh-CN': '您或您所在单位为被投诉人，应当回避。',
  },
  CASE_PROPOSAL_PENDING: { en: 'A proposal waits for its approval.', 'zh-CN': '已有处理方案等待审批。' },
  CASE_NO_PROPOSAL_PENDING: { en: 'No proposal waits for its approval.', 'zh-CN': '没有等待审批的处理方案。' },
  CASE_WITHOUT_REGULATION: {
    en: 'No regulation binds the case, so nobody has the authority for it.',
    'zh-CN': '该案件不受任何规章制度约束，无人有权审批。',
  },
  CASE_NO_APPROVED_RESOLUTION: {
    en: 'A decision is told only after its approval.',
    'zh-CN': '处理方案批准后方可答复客户。',
  },
  CASE_NO_REMEDY: { en: 'A resolution gives at least one remedy.', 'zh-CN': '处理方案至少应包含一项补救措施。' },
  CASE_TOO_MANY_REMEDIES: {
    en: 'A resolution gives at most {limit} remedies.',
    'zh-CN': '处理方案最多包含 {limit} 项补救措施。',
  },
  CASE_REMEDY_AMOUNT_REQUIRED: { en: '{kind} needs an amount.', 'zh-CN': '{kind} 必须填写金额。' },
  CASE_REMEDY_AMOUNT_NOT_POSSIBLE: { en: '{kind} has no amount.', 'zh-CN': '{kind} 不能填写金额。' },
  CASE_REMEDY_AMOUNT_NOT_POSITIVE: { en: 'The amount must be above zero.', 'zh-CN': '金额必须大于零。' },
  CASE_REMEDY_PARTS_DO_NOT_ADD_UP: {
    en: 'The parts of {kind} do not come to its amount in one currency.',
    'zh-CN': '{kind} 的各部分与总金额或币种不一致。',
  },
  CASE_TEXT_MISSING: { en: 'The text is missing.', 'zh-CN': '缺少文字内容。' },
  CASE_TEXT_TOO_LONG: { en: 'The text has more than {limit} characters.', 'zh-CN': '文字超过 {limit} 个字符。' },
  CASE_INVESTIGATION_MISSING: { en: 'Nothing was investigated yet.', 'zh-CN': '尚未进行投诉调查。' },
  CASE_COMPLAINT_FOUND_VALID: {
    en: 'The investigation found the complaint valid.',
    'zh-CN': '调查认定投诉成立。',
  },
  CASE_SETTLEMENT_OUTSTANDING: {
    en: 'There is still money to be paid.',
    'zh-CN': '仍有款项尚未支付。',
  },
  CASE_STAGE_BLOCKED: {
    en: 'The stage {stage} waits for others to be finished.',
    'zh-CN': '环节 {stage} 须待其他环节完成后进行。',
  },
  CASE_STAGE_NOT_IN_TURN: { en: 'This stage cannot be dealt with now.', 'zh-CN': '该环节目前无法处理。' },
  CASE_STAGE_AWAITS_APPROVAL: { en: 'The stage {stage} waits for its approval.', 'zh-CN': '环节 {stage} 尚待审批。' },
  CASE_STAGE_OWN_WORK: {
    en: 'Nobody approves their own work, or twice.',
    'zh-CN': '不得审批本人的工作，也不得重复审批。',
  },
  CASE_SECTION_MISSING: { en: 'The section {section} is missing.', 'zh-CN': '缺少“{section}”部分。' },
  CASE_SECTION_UNKNOWN: { en: 'The paper has no section {section}.', 'zh-CN': '该文书没有“{section}”部分。' },
  CASE_BOTH_SIDES_NOT_HEARD: { en: 'Both sides have to be heard.', 'zh-CN': '须听取投诉方和被投诉方的意见。' },
  CASE_VALIDITY_NOT_KNOWN: {
    en: 'The regulation does not know the finding {validity}.',
    'zh-CN': '规章制度没有 {validity} 这一认定结果。',
  },
  CASE_ACCEPTANCE_NOT_RULED: {
    en: 'The regulation knows no ground to refuse acceptance.',
    'zh-CN': '规章制度未规定不予受理的情形。',
  },
  CASE_GROUND_UNKNOWN: {
    en: 'The regulation does not name the ground {ground}.',
    'zh-CN': '规章制度没有规定理由 {ground}。',
  },
  CASE_ITEM_NOT_A_COMPLAINT: { en: 'The item is no complaint; it is answered.', 'zh-CN': '该事项不是投诉，应予答复。' },
  CASE_ITEM_IS_A_COMPLAINT: {
    en: 'The item is a complaint; it has to be decided.',
    'zh-CN': '该事项是投诉，须作出处理决定。',
  },
  CASE_ITEM_NOT_A_SUGGESTION: { en: 'The item is no suggestion.', 'zh-CN': '该事项不是建议。' },
  CASE_NOT_ANSWERED: { en: 'It has not been answered yet.', 'zh-CN': '尚未答复。' },
  CASE_DATE_NOT_LATER: { en: 'The date must lie ahead.', 'zh-CN': '日期必须晚于当前时间。' },
  CASE_INQUIRY_NOT_OPEN: {
    en: 'There is no such inquiry that awaits an answer.',
    'zh-CN': '没有待答复的该查办单。',
  },
  CASE_EXTENSION_NOT_PROVIDED: {
    en: 'The regulation does not provide for extensions.',
    'zh-CN': '规章制度未规定可以延期。',
  },
  CASE_EXTENSION_NOT_OPEN: {
    en: 'There is no such extension that awaits a decision.',
    'zh-CN': '没有待审批的该延期申请。',
  },
  CASE_EXTENSION_PENDING: {
    en: 'An extension of this stage already awaits a decision.',
    'zh-CN': '该环节已有待审批的延期申请。',
  },
  CASE_EXTENSION_TOO_LONG: {
    en: 'An extension gives ten years at most.',
    'zh-CN': '延期最长不得超过十年。',
  },
  CASE_DURATION_NOT_KNOWN: {
    en: 'Say either by how long or until when.',
    'zh-CN': '请填写延长的时间或延至的日期，二者择一。',
  },
  CASE_LEVEL_UNKNOWN: { en: 'The regulation does not know this level.', 'zh-CN': '规章制度没有该投诉等级。' },
  CASE_LEVEL_ONLY_RISES: {
    en: 'Under this regulation a level only rises.',
    'zh-CN': '按照规章制度，投诉等级只升不降。',
  },
  CASE_HAND_OVER_UNKNOWN: { en: 'There is no such hand-over.', 'zh-CN': '没有该移交。' },
  CASE_HAND_OVER_CONFIRMED: { en: 'The hand-over is confirmed already.', 'zh-CN': '该移交已确认接收。' },
  CASE_NOT_THE_RECEIVER: { en: 'It was handed over to somebody else.', 'zh-CN': '移交的接收人是其他人员。' },
} as const satisfies RefusalTexts;
