import type { RefusalTexts } from '@redress/graphql-runtime';
import type { AdoptionRefusalCode } from './adoption/model/adoption.errors';
import type { CaseRefusalCode } from './complaint-case/model/case.errors';
import type { UnitRefusalCode } from './organisation/model/unit.errors';
import type { DraftRefusalCode } from './regulation-drafts/model/draft.errors';
import type { SimulationCode } from './simulation/request-simulation/request-simulation.handler';
import type { StaffRefusalCode } from './staff/model/staff.errors';

type CommonCode = 'INPUT_INVALID' | 'NOT_FOUND' | 'VERSION_CONFLICT';
type OwnCode = Exclude<
  CaseRefusalCode | StaffRefusalCode | AdoptionRefusalCode | UnitRefusalCode | DraftRefusalCode | SimulationCode,
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
    en: 'The delegate must be another registered colleague who is at work, of the same unit where the regulation says so.',
    'zh-CN': '代理人必须是已登记且在岗的其他同事；制度有要求时，应为本部门员工。',
  },
  CASE_STAFF_DELEGATE_MISSING: {
    en: 'The regulation demands a delegate while this post is away.',
    'zh-CN': '制度要求该岗位人员不在岗期间必须委托代理人。',
  },
  CASE_UNIT_EXISTS: { en: 'A unit with this code exists already.', 'zh-CN': '该编码的组织单位已存在。' },
  CASE_UNIT_UNKNOWN: { en: 'There is no such unit.', 'zh-CN': '没有该组织单位。' },
  CASE_UNIT_BELOW_ITSELF: { en: 'A unit cannot stand below itself.', 'zh-CN': '组织单位不能隶属于其自身。' },
  CASE_REGULATION_UNKNOWN: { en: 'There is no regulation {regulation}.', 'zh-CN': '没有规章制度 {regulation}。' },
  CASE_SIMULATION_WINDOW_EMPTY: { en: 'The window ends before it begins.', 'zh-CN': '时间范围的结束早于开始。' },
  CASE_SIMULATION_ENDED: { en: 'The simulation has ended already.', 'zh-CN': '该模拟已结束。' },
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
  CASE_NO_FURTHER_PATH: {
    en: 'The regulation names no way to go on.',
    'zh-CN': '规章制度未规定后续处理途径。',
  },
  CASE_PATH_NOT_OPEN: {
    en: 'The way {path} is not open here.',
    'zh-CN': '此处不能采用 {path} 途径。',
  },
  CASE_NOT_OBJECTED: {
    en: 'Nobody has objected to the decision.',
    'zh-CN': '尚无人对处理决定提出异议。',
  },
  CASE_OBJECTION_OPEN: {
    en: 'It was objected to the decision; say first how handling goes on.',
    'zh-CN': '处理决定已被提出异议，请先确定后续处理途径。',
  },
  CASE_DECISION_FINAL: {
    en: 'The decision is final within the organisation.',
    'zh-CN': '该处理决定在本单位内为最终决定。',
  },
  CASE_DECIDED_BEFORE: {
    en: 'Who decided before may not decide again.',
    'zh-CN': '此前作出决定的人员不得再次决定。',
  },
  CASE_NOTHING_TO_TAKE_OVER: {
    en: 'The case waits for nobody to take it over.',
    'zh-CN': '该案件无需他人接管。',
  },
  CASE_BODIES_NOT_NAMED: {
    en: 'The regulation names no body outside the organisation.',
    'zh-CN': '规章制度没有列明外部机构。',
  },
  CASE_BODY_UNKNOWN: {
    en: 'The regulation does not name the body {body}.',
    'zh-CN': '规章制度没有列明机构 {body}。',
  },
  CASE_PROCEEDING_UNKNOWN: {
    en: 'There is no such proceeding.',
    'zh-CN': '没有该外部程序。',
  },
  CASE_PROCEEDING_ENDED: {
    en: 'The proceeding has ended already.',
    'zh-CN': '该外部程序已结束。',
  },
  CASE_LEGAL_NOT_REGULATED: {
    en: 'The regulation provides no legal steps for this case.',
    'zh-CN': '规章制度未规定对该案件采取法律措施。',
  },
  CASE_DEPARTMENT_OBJECTION_UNKNOWN: {
    en: 'No objection of a department waits for a decision.',
    'zh-CN': '没有待决定的部门异议。',
  },
  CASE_DEPARTMENT_OBJECTION_OPEN: {
    en: 'An objection of a department waits for its decision.',
    'zh-CN': '部门异议尚待决定。',
  },
  CASE_DEPARTMENT_NOT_REGULATED: {
    en: 'The regulation opens no objection to departments.',
    'zh-CN': '规章制度未规定部门异议。',
  },
  CASE_NOT_YOUR_DEPARTMENT: {
    en: 'Only a department that was found responsible objects.',
    'zh-CN': '只有被认定负有责任的部门可以提出异议。',
  },
  CASE_RESPONSIBILITY_MISSING: {
    en: 'Nobody was found responsible yet.',
    'zh-CN': '尚未认定责任。',
  },
  CASE_HARM_SETTLED_ELSEWHERE: {
    en: 'The same harm is settled in case {number}.',
    'zh-CN': '同一损害已在案件 {number} 中处理。',
  },
  CASE_REPLY_FORM_NOT_KNOWN: {
    en: 'The regulation does not know this form of reply.',
    'zh-CN': '规章制度没有规定该答复形式。',
  },
  CASE_ORAL_REASON_MISSING: {
    en: 'A reply that is not in writing needs a reason.',
    'zh-CN': '非书面答复须说明理由。',
  },
  CASE_REPLY_AWAITS_REVIEW: {
    en: 'A reply waits for its review.',
    'zh-CN': '已有答复尚待审核。',
  },
  CASE_NO_REPLY_TO_REVIEW: {
    en: 'No reply waits for its review.',
    'zh-CN': '没有待审核的答复。',
  },
  CASE_OWN_REPLY: {
    en: 'Nobody reviews their own reply.',
    'zh-CN': '不得审核本人撰写的答复。',
  },
  CASE_PROMISE_BEFORE_DECISION: {
    en: 'The reply names an amount that is not approved.',
    'zh-CN': '答复提及尚未批准的金额。',
  },
  CASE_LEADERS_NOT_CONSENTED: {
    en: 'Leaders agree before the complainant is told.',
    'zh-CN': '答复前须经领导同意。',
  },
  CASE_CLOSING_REPLY_MISSING: {
    en: 'Before closing, the complainant is told: {purpose}.',
    'zh-CN': '结案前须先向投诉人答复：{purpose}。',
  },
  CASE_HANDLED_REGARDLESS: {
    en: 'The regulation handles the complaint in the same way, whatever was found.',
    'zh-CN': '无论认定结果如何，规章制度要求同样处理。',
  },
  CASE_PURPOSE_NOT_ASKED: {
    en: 'What was found does not ask for this reply.',
    'zh-CN': '认定结果不要求此类答复。',
  },
  CASE_PAPER_UNKNOWN: {
    en: 'There is no such paper.',
    'zh-CN': '没有该文书。',
  },
  CASE_COPY_UNKNOWN: {
    en: 'The paper has no such copy.',
    'zh-CN': '该文书没有该联。',
  },
  CASE_COPY_HANDED_OUT: {
    en: 'This copy was handed out already.',
    'zh-CN': '该联已交付。',
  },
  CASE_FOLLOW_UP_MEANS_UNKNOWN: {
    en: 'The regulation does not ask by this means.',
    'zh-CN': '规章制度未规定以该方式回访。',
  },
  CASE_FOLLOW_UP_ANSWER_MISSING: {
    en: 'What the regulation asks for is missing: {missing}.',
    'zh-CN': '缺少规章制度要求回访的内容：{missing}。',
  },
  CASE_SCORE_OUT_OF_RANGE: { en: 'A score lies between 1 and 5.', 'zh-CN': '评分应在1至5之间。' },
  CASE_ACTIONS_NOT_REGULATED: {
    en: 'The regulation does not ask for such actions.',
    'zh-CN': '规章制度未规定此类措施。',
  },
  CASE_ACTION_KIND_UNKNOWN: {
    en: 'The regulation does not know this kind of action.',
    'zh-CN': '规章制度没有该类措施。',
  },
  CASE_ACTION_UNKNOWN: {
    en: 'There is no such action that you could deal with.',
    'zh-CN': '没有可由您处理的该项措施。',
  },
  CASE_ACTIONS_EXEMPT: { en: 'No improvement is tracked for this case.', 'zh-CN': '该案件免列案追踪。' },
  CASE_ACTIONS_NOT_EXEMPT: {
    en: 'The regulation does not exempt this case.',
    'zh-CN': '规章制度未规定该案件可免列案追踪。',
  },
  CASE_NOTHING_TO_CHECK: {
    en: 'There is nothing of which the effect could be checked.',
    'zh-CN': '没有可确认效果的措施。',
  },
  CASE_ACTIONS_NOT_VERIFIED: {
    en: 'Actions are open, or their effect was not confirmed yet.',
    'zh-CN': '措施尚未完成，或其效果尚未确认。',
  },
  CASE_EIGHT_D_NOT_REGULATED: { en: 'The regulation knows no 8D report.', 'zh-CN': '规章制度没有规定8D报告。' },
  CASE_EIGHT_D_NOT_SUBMITTED: {
    en: 'No such version of the 8D report waits for its signature.',
    'zh-CN': '没有等待签批的该版8D报告。',
  },
  CASE_RESPONSIBILITY_NOT_REGULATED: {
    en: 'The regulation does not determine responsibility.',
    'zh-CN': '规章制度未规定责任判定。',
  },
  CASE_RESPONSIBILITY_NOT_DETERMINED: {
    en: 'Nobody was found responsible for this.',
    'zh-CN': '尚未就此判定责任归属。',
  },
  CASE_RESPONSIBLE_NOT_NAMED: { en: 'It is not said who is responsible.', 'zh-CN': '未写明责任方。' },
  CASE_THIRD_PARTY_NOT_REGULATED: {
    en: 'The regulation does not hold third parties responsible.',
    'zh-CN': '规章制度未规定第三方责任。',
  },
  CASE_LOSS_ENTRY_UNKNOWN: {
    en: 'The base of losses does not have, in one currency: {entries}.',
    'zh-CN': '损失金额核算基数中没有（或币种不一致）：{entries}。',
  },
  CASE_SANCTION_UNKNOWN: { en: 'There is no such sanction.', 'zh-CN': '没有该项处分。' },
  CASE_SANCTION_NOT_YOURS_TO_DECIDE: {
    en: 'Nobody decides on their own proposal, or on what concerns themselves.',
    'zh-CN': '不得审批本人提出的处分或涉及本人的处分。',
  },
  CASE_CLAIM_UNKNOWN: { en: 'There is no such claim.', 'zh-CN': '没有该项索赔。' },
  CASE_CLAIM_STATE_FORBIDS: { en: 'This cannot become of the claim now.', 'zh-CN': '该索赔目前不能变更为此状态。' },
  CASE_NO_EMERGENCY: { en: 'The regulation does not ask for this now.', 'zh-CN': '规章制度目前未要求此项应急处理。' },
  CASE_PARTY_UNKNOWN: {
    en: 'The regulation does not name this party here.',
    'zh-CN': '规章制度未在此列出该部门或人员。',
  },
  CASE_ARCHIVE_NOT_REGULATED: { en: 'The regulation says nothing of an archive.', 'zh-CN': '规章制度未规定归档。' },
  CASE_ARCHIVED_ALREADY: { en: 'The case is archived already.', 'zh-CN': '该案件已归档。' },
  CASE_NOT_ARCHIVED: { en: 'The case is not archived.', 'zh-CN': '该案件尚未归档。' },
  CASE_FILE_DESTROYED: { en: 'The texts of the file were destroyed.', 'zh-CN': '该档案已销毁。' },
  CASE_HOLD_UNKNOWN: { en: 'There is no such hold in force.', 'zh-CN': '没有该项有效的法律保全。' },
  CASE_UNDER_LEGAL_HOLD: { en: 'A legal hold protects the file.', 'zh-CN': '该档案处于法律保全中。' },
  CASE_KEPT_UNTIL: { en: 'The file is kept until {keepUntil}.', 'zh-CN': '该档案应保存至 {keepUntil}。' },
  CASE_DESTRUCTION_PROPOSED_ALREADY: { en: 'Its destruction is proposed already.', 'zh-CN': '该档案的销毁已提出。' },
  CASE_DESTRUCTION_NOT_PROPOSED: { en: 'Nobody proposed to destroy the file.', 'zh-CN': '尚未有人提出销毁该档案。' },
  CASE_REPAIR_NOT_REGULATED: {
    en: 'The regulation knows no repairs, and none was granted.',
    'zh-CN': '规章制度未规定维修，也未给予维修。',
  },
  CASE_VISIT_UNKNOWN: { en: 'There is no such visit.', 'zh-CN': '没有该次上门维修。' },
  CASE_LIBRARY_NOT_REGULATED: { en: 'The regulation keeps no case library.', 'zh-CN': '规章制度未规定案例库。' },
  CASE_LIBRARY_NOT_CONFIRMED: {
    en: 'The editor has to confirm that nobody can be recognised.',
    'zh-CN': '编辑人须确认内容无法识别个人身份。',
  },
  CASE_LIBRARY_PERSONAL_DATA: {
    en: 'Personal data is left in it: {kinds}.',
    'zh-CN': '内容中仍含有个人信息：{kinds}。',
  },
  CASE_LIBRARY_STATE_FORBIDS: {
    en: 'This cannot be done to an entry in the state {state}.',
    'zh-CN': '案例处于 {state} 状态，无法进行此操作。',
  },
  CASE_LIBRARY_OWN_WORK: { en: 'Somebody else reviews the entry.', 'zh-CN': '案例须由其他人员审核。' },
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
