import type { RefusalTexts } from '@redress/graphql-runtime';

/** What refusals about people, units and regulations say. */
export const organisationRefusalTexts = {
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
} as const satisfies RefusalTexts;
