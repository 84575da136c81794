import type { RefusalTexts } from '@redress/graphql-runtime';

/** What refusals about what a case leads to say: actions, responsibility, archive, library. */
export const consequenceRefusalTexts = {
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
} as const satisfies RefusalTexts;
