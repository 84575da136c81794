import type { RefusalTexts } from '@redress/graphql-runtime';

/** What refusals after the first decision say: further rounds, bodies outside, reviews, papers. */
export const furtherHandlingRefusalTexts = {
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
} as const satisfies RefusalTexts;
