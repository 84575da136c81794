import type { SectionTemplate } from '../section-template.model';

/** How complaints ended, what they cost, and what was done against their causes. */
export const resultSections = {
  closedByOutcome: {
    title: { zh: '处理结果', en: 'Results' },
    metrics: ['CASES_CLOSED'],
    groupBy: ['OUTCOME'],
    chart: { kind: 'PIE', metric: 'CASES_CLOSED' },
  },
  closedByCategory: {
    title: { zh: '结案案件', en: 'Closed cases' },
    metrics: ['CASES_CLOSED', 'TIMELY_RATE', 'TIME_TO_CLOSING'],
    groupBy: ['CATEGORY'],
    chart: { kind: 'BAR', metric: 'CASES_CLOSED' },
  },
  settled: {
    title: { zh: '结算金额', en: 'Settled amounts' },
    metrics: ['SETTLEMENTS_COMPLETED', 'SETTLED_AMOUNT'],
    groupBy: ['INSTRUMENT'],
    chart: { kind: 'BAR', metric: 'SETTLED_AMOUNT' },
  },
  responsibility: {
    title: { zh: '部门责任归属', en: 'Responsibility by department' },
    metrics: ['RESPONSIBILITIES_DETERMINED', 'LOSS_AMOUNT'],
    groupBy: ['RESPONSIBLE_DEPARTMENT'],
    chart: { kind: 'BAR', metric: 'RESPONSIBILITIES_DETERMINED' },
  },
  improvements: {
    title: { zh: '改善对策', en: 'Improvement measures' },
    metrics: ['ACTIONS_PLANNED', 'IMPROVEMENTS_PLANNED', 'ACTIONS_IN_TIME_RATE', 'ACTIONS_EFFECTIVE_RATE'],
    groupBy: [],
  },
  improvementPoints: {
    title: { zh: '改进点', en: 'Improvement points' },
    improvementPoints: 'FIGURES',
  },
  improvementEvidence: {
    title: { zh: '改进点的依据', en: 'What suggests the improvement points' },
    improvementPoints: 'EVIDENCE',
  },
  improvementCourse: {
    title: { zh: '改进点的进展与效果', en: 'What became of the improvement points' },
    improvementPoints: 'COURSE',
  },
  sanctions: {
    title: { zh: '行政处分', en: 'Administrative sanctions' },
    notKept: {
      zh: '处分案件不作为指标统计，请附人事部门的处分清单。',
      en: 'Sanctions are not counted as a figure; attach the list of those that were decided.',
    },
  },
  stock: {
    title: { zh: '库存盘点', en: 'Stock' },
    notKept: {
      zh: '本系统不记录库存，请附门店盘点表。',
      en: 'Stock is not kept here; attach the sheet of the stock-take.',
    },
  },
  turnover: {
    title: { zh: '营业额', en: 'Turnover' },
    notKept: {
      zh: '本系统不记录营业额，请附财务报表。',
      en: 'Turnover is not kept here; attach the figures of finance.',
    },
  },
} as const satisfies Readonly<Record<string, SectionTemplate>>;
