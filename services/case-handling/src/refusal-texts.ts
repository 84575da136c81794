import type { RefusalTexts } from '@redress/graphql-runtime';
import type { AdoptionRefusalCode } from './adoption/model/adoption.errors';
import type { CaseRefusalCode } from './complaint-case/model/case.errors';
import type { UnitRefusalCode } from './organisation/model/unit.errors';
import type { DraftRefusalCode } from './regulation-drafts/model/draft.errors';
import type { StaffRefusalCode } from './staff/model/staff.errors';

type CommonCode = 'INPUT_INVALID' | 'NOT_FOUND' | 'VERSION_CONFLICT';
type OwnCode = Exclude<
  CaseRefusalCode | StaffRefusalCode | AdoptionRefusalCode | UnitRefusalCode | DraftRefusalCode,
  CommonCode
>;

/** What the refusals of this service say. */
export const caseHandlingRefusalTexts = {
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
  CASE_STAFF_MEMBER_EXISTS: {
    en: 'A member of staff is registered by this subject already.',
    'zh-CN': '该工作人员已登记。',
  },
  CASE_STAFF_ROLE_MISSING: { en: 'A member of staff has at least one role.', 'zh-CN': '工作人员至少应有一个角色。' },
  CASE_STAFF_ROLE_NOT_POSSIBLE: {
    en: 'A member of staff cannot have the role {role}.',
    'zh-CN': '工作人员不能具有 {role} 角色。',
  },
  CASE_STAFF_DELEGATE_UNFIT: {
    en: 'The delegate must be another registered colleague who is at work.',
    'zh-CN': '代理人必须是已登记且在岗的其他同事。',
  },
  CASE_UNIT_EXISTS: { en: 'A unit with this code exists already.', 'zh-CN': '该编码的组织单位已存在。' },
  CASE_UNIT_UNKNOWN: { en: 'There is no such unit.', 'zh-CN': '没有该组织单位。' },
  CASE_UNIT_BELOW_ITSELF: { en: 'A unit cannot stand below itself.', 'zh-CN': '组织单位不能隶属于其自身。' },
  CASE_REGULATION_UNKNOWN: { en: 'There is no regulation {regulation}.', 'zh-CN': '没有规章制度 {regulation}。' },
  CASE_REGULATION_MISTAKE: {
    en: 'Line {line}, {path}: expected {expected}.',
    'zh-CN': '第 {line} 行 {path} 有误，应为：{expected}。',
  },
  CASE_REGULATION_NAME_TAKEN: {
    en: 'A regulation of this name ships with Redress: {regulation}.',
    'zh-CN': '系统自带同名规章制度：{regulation}。',
  },
  CASE_REGULATION_PUBLISHED: {
    en: 'What is published does not change any more.',
    'zh-CN': '已发布的规章制度不得再更改。',
  },
  CASE_REGULATION_NOT_LATER: {
    en: 'It must take effect after the version before ({latest}).',
    'zh-CN': '生效时间必须晚于上一版本（{latest}）。',
  },
  CASE_REGULATION_SUPERSEDED: {
    en: 'A later version takes its place from {supersededFrom} on.',
    'zh-CN': '自 {supersededFrom} 起已由新版本取代。',
  },
  CASE_SIGNATORY_UNKNOWN: {
    en: 'The change control names no signatory {signatory}.',
    'zh-CN': '变更管理中没有签署人 {signatory}。',
  },
  CASE_SIGNATORY_NOT_YOU: { en: 'You do not sign for {signatory}.', 'zh-CN': '您无权代表 {signatory} 签署。' },
  CASE_SIGNED_ALREADY: {
    en: 'This signatory, or you for another one, has signed already.',
    'zh-CN': '该签署人已签署，或您已代表其他签署人签署。',
  },
  CASE_SIGNATURES_MISSING: {
    en: 'Signatures are missing: {signatories}.',
    'zh-CN': '尚缺签署：{signatories}。',
  },
  CASE_GAP_NOT_REGULATED: {
    en: 'The regulation does not say how to decide what it does not cover.',
    'zh-CN': '该规章制度未规定未尽事宜的处理办法。',
  },
  CASE_GAP_NOT_YOURS: {
    en: 'Others decide and approve what the regulation does not cover.',
    'zh-CN': '未尽事宜应由其他人员决定或批准。',
  },
  CASE_GAP_APPROVED_ALREADY: { en: 'It is approved already.', 'zh-CN': '该决定已获批准。' },
  CASE_ADOPTION_BEFORE_EFFECT: {
    en: 'This version takes effect on {effectiveFrom}.',
    'zh-CN': '该版本自 {effectiveFrom} 起生效。',
  },
  CASE_ADOPTION_NOT_LATER: {
    en: 'It must take effect after the last adoption ({latest}).',
    'zh-CN': '生效时间必须晚于上一次采用（{latest}）。',
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
  CASE_LEVEL_UNKNOWN: { en: 'The regulation does not know this level.', 'zh-CN': '规章制度没有该投诉等级。' },
  CASE_LEVEL_ONLY_RISES: {
    en: 'Under this regulation a level only rises.',
    'zh-CN': '按照规章制度，投诉等级只升不降。',
  },
  CASE_HAND_OVER_UNKNOWN: { en: 'There is no such hand-over.', 'zh-CN': '没有该移交。' },
  CASE_HAND_OVER_CONFIRMED: { en: 'The hand-over is confirmed already.', 'zh-CN': '该移交已确认接收。' },
  CASE_NOT_THE_RECEIVER: { en: 'It was handed over to somebody else.', 'zh-CN': '移交的接收人是其他人员。' },
  REGULATION_FOUR_EYES: {
    en: 'Nobody approves their own proposal.',
    'zh-CN': '提出方案的人员不得自行审批。',
  },
  REGULATION_EXCEEDS_AUTHORITY: {
    en: 'The amount is above your authority.',
    'zh-CN': '金额超出您的核决权限。',
  },
  REGULATION_SPLIT_EXCEEDS_AUTHORITY: {
    en: 'Together with what was granted for the same matter before, the amount is above your authority.',
    'zh-CN': '与此前就同一事项已给予的金额合计，超出您的核决权限。',
  },
  REGULATION_SETTINGS_MALFORMED: { en: 'This is malformed: {expected}.', 'zh-CN': '格式错误：{expected}。' },
  REGULATION_CALENDAR_UNKNOWN: { en: 'There is no calendar {calendar}.', 'zh-CN': '没有日历 {calendar}。' },
  REGULATION_NUMBER_CAN_REPEAT: {
    en: 'The pattern could write one number twice: {problem}.',
    'zh-CN': '编号规则可能产生重复编号：{problem}。',
  },
  REGULATION_OPENING_HOURS_MISSING: {
    en: 'Opening hours are missing: the regulation counts working hours.',
    'zh-CN': '缺少营业时间：该规章制度按工作小时计算期限。',
  },
  REGULATION_OPEN_VALUE_UNKNOWN: {
    en: 'The regulation leaves no value {key} open; did you mean {expected}?',
    'zh-CN': '该规章制度没有待定值 {key}；是否应为 {expected}？',
  },
  REGULATION_OPEN_VALUE_MISSING: { en: 'The open value {key} is missing.', 'zh-CN': '缺少待定值 {key}。' },
  REGULATION_OPEN_VALUE_MISTYPED: {
    en: 'The open value {key} must be of the type {expected}: {problem}.',
    'zh-CN': '待定值 {key} 的类型应为 {expected}：{problem}。',
  },
} as const satisfies RefusalTexts & Record<OwnCode, unknown>;
