import type { RefusalTexts } from '@redress/graphql-runtime';

export const reportRefusalTexts: RefusalTexts = {
  ANALYTICS_REPORT_UNKNOWN: { en: 'There is no report {report}.', 'zh-CN': '不存在报表 {report}。' },
  ANALYTICS_REPORT_ON_SCHEDULE: {
    en: '{report} is made by itself when its period ends.',
    'zh-CN': '报表 {report} 在期间结束后自动生成。',
  },
  ANALYTICS_REPORT_PERIOD_INVALID: {
    en: 'The period must not end before it begins and may have at most {days} days.',
    'zh-CN': '期间的结束不得早于开始，且最多 {days} 天。',
  },
  ANALYTICS_REPORT_PERIOD_NOT_OVER: {
    en: 'The period is not over yet in the time zone of the organisation.',
    'zh-CN': '按机构所在时区，该期间尚未结束。',
  },
  ANALYTICS_REPORT_PERIOD_NOT_WHOLE_MONTHS: {
    en: 'Begin with the first day of a month and end with the last one of a month; reports of other days single people out and are not for your role.',
    'zh-CN': '期间须从某月首日开始、至某月末日结束；其他期间的报表可能反映个人情况，您的角色无权申请。',
  },
  ANALYTICS_REPORT_EXISTS: {
    en: 'There is a report {report} of this period already; correct it instead.',
    'zh-CN': '该期间的报表 {report} 已存在，请改为更正。',
  },
  ANALYTICS_REPORTS_TOO_MANY: {
    en: '{limit} reports that were asked for wait to be made; try again when one of them is.',
    'zh-CN': '已有 {limit} 份申请的报表待生成，请在其中一份生成后再试。',
  },
  ANALYTICS_REPORT_NOT_TO_BE_SIGNED: {
    en: 'The report does not wait for a signature; it is {state}.',
    'zh-CN': '报表无需签核，其状态为 {state}。',
  },
  ANALYTICS_REPORT_SIGNED_BY_MAKER: {
    en: 'Whoever asked for a report does not sign it.',
    'zh-CN': '报表的申请人不得签核该报表。',
  },
  ANALYTICS_REPORT_SIGNER_NOT_ENTITLED: {
    en: 'The regulation has this report signed by others.',
    'zh-CN': '按制度规定，您无权签核该报表。',
  },
  ANALYTICS_REPORT_NOT_MADE: { en: 'The report is not made yet.', 'zh-CN': '报表尚未生成。' },
  ANALYTICS_REPORT_CORRECTED: {
    en: 'The report was corrected; go on with the latest edition.',
    'zh-CN': '报表已被更正，请使用最新版本。',
  },
};
