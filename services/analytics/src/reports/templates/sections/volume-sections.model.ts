import type { SectionTemplate } from '../section-template.model';

/** How many complaints there were, and of what. */
export const volumeSections = {
  overview: {
    title: { zh: '总览', en: 'Overview' },
    metrics: [
      ...(['COMPLAINTS_RECEIVED', 'COMPLAINANTS', 'COMPLAINTS_VALID', 'CASES_CLOSED', 'CASES_OPEN'] as const),
      ...(['CASES_OVERDUE', 'COMPLAINTS_UNTIMELY', 'COMPLAINTS_DISPUTED'] as const),
    ],
    groupBy: [],
  },
  byCategory: {
    title: { zh: '投诉类别', en: 'Types of complaints' },
    metrics: ['COMPLAINTS_RECEIVED', 'COMPLAINTS_VALID', 'COMPLAINTS_UNTIMELY', 'COMPLAINTS_DISPUTED', 'CASES_OPEN'],
    groupBy: ['CATEGORY'],
    chart: { kind: 'BAR', metric: 'COMPLAINTS_RECEIVED' },
  },
  byItemType: {
    title: { zh: '事项类型', en: 'What was brought forward' },
    metrics: ['COMPLAINTS_RECEIVED', 'CASES_OPEN'],
    groupBy: ['ITEM_TYPE'],
    chart: { kind: 'PIE', metric: 'COMPLAINTS_RECEIVED' },
  },
  byChannel: {
    title: { zh: '投诉渠道', en: 'Channels' },
    metrics: ['COMPLAINTS_RECEIVED', 'COMPLAINTS_UNTIMELY'],
    groupBy: ['CHANNEL'],
    chart: { kind: 'PIE', metric: 'COMPLAINTS_RECEIVED' },
  },
  byProduct: {
    title: { zh: '投诉产品', en: 'Products' },
    metrics: ['COMPLAINTS_RECEIVED', 'COMPLAINTS_VALID'],
    groupBy: ['PRODUCT'],
    chart: { kind: 'BAR', metric: 'COMPLAINTS_RECEIVED' },
  },
  byRegion: {
    title: { zh: '地区分布', en: 'Regions' },
    metrics: ['COMPLAINTS_RECEIVED', 'CASES_OVERDUE'],
    groupBy: ['REGION'],
    chart: { kind: 'BAR', metric: 'COMPLAINTS_RECEIVED' },
  },
  bySegment: {
    title: { zh: '客户群', en: 'Customers concerned' },
    metrics: ['COMPLAINTS_RECEIVED', 'COMPLAINANTS'],
    groupBy: ['CUSTOMER_SEGMENT'],
    chart: { kind: 'PIE', metric: 'COMPLAINTS_RECEIVED' },
  },
  byDepartment: {
    title: { zh: '部门', en: 'Departments' },
    metrics: ['COMPLAINTS_RECEIVED', 'CASES_OPEN', 'CASES_OVERDUE', 'CASES_CLOSED'],
    groupBy: ['DEPARTMENT'],
    chart: { kind: 'BAR', metric: 'COMPLAINTS_RECEIVED' },
  },
  byLevel: {
    title: { zh: '投诉级别', en: 'Levels' },
    metrics: ['COMPLAINTS_RECEIVED', 'CASES_OPEN', 'CASES_OVERDUE', 'CASES_CLOSED'],
    groupBy: ['LEVEL', 'TRACK'],
  },
  levelByCategory: {
    title: { zh: '级别与类别', en: 'Levels and types' },
    metrics: ['COMPLAINTS_RECEIVED'],
    groupBy: ['LEVEL', 'CATEGORY'],
    chart: { kind: 'HEAT_MAP', metric: 'COMPLAINTS_RECEIVED' },
  },
  byCause: {
    title: { zh: '投诉原因', en: 'Causes' },
    metrics: ['COMPLAINTS_RECEIVED', 'COMPLAINTS_VALID', 'CASES_OPEN'],
    groupBy: ['CAUSE'],
    chart: { kind: 'BAR', metric: 'COMPLAINTS_RECEIVED' },
  },
  causeByCategory: {
    title: { zh: '类别与原因', en: 'Types and causes' },
    metrics: ['COMPLAINTS_RECEIVED'],
    groupBy: ['CATEGORY', 'CAUSE'],
    chart: { kind: 'HEAT_MAP', metric: 'COMPLAINTS_RECEIVED' },
  },
  regionByCategory: {
    title: { zh: '地区与类别', en: 'Regions and types' },
    metrics: ['COMPLAINTS_RECEIVED'],
    groupBy: ['REGION', 'CATEGORY'],
    chart: { kind: 'HEAT_MAP', metric: 'COMPLAINTS_RECEIVED' },
  },
  recurring: {
    title: { zh: '反复出现的问题', en: 'What recurs' },
    metrics: ['COMPLAINTS_RECEIVED', 'COMPLAINANTS', 'REPEAT_RATE'],
    groupBy: ['PRODUCT', 'CATEGORY'],
  },
  trend: {
    title: { zh: '十二个月趋势', en: 'Twelve months' },
    metrics: ['COMPLAINTS_RECEIVED', 'CASES_CLOSED', 'COMPLAINTS_UNTIMELY', 'COMPLAINTS_DISPUTED'],
    groupBy: ['MONTH'],
    months: 12,
    chart: { kind: 'LINE', metric: 'COMPLAINTS_RECEIVED' },
  },
  byDay: {
    title: { zh: '每日接待', en: 'Contacts by day' },
    metrics: ['COMPLAINTS_RECEIVED', 'CASES_CLOSED'],
    groupBy: ['DAY'],
    chart: { kind: 'LINE', metric: 'COMPLAINTS_RECEIVED' },
  },
  validity: {
    title: { zh: '调查结论', en: 'Findings' },
    metrics: ['COMPLAINTS_RECEIVED'],
    groupBy: ['VALIDITY'],
    chart: { kind: 'PIE', metric: 'COMPLAINTS_RECEIVED' },
  },
} as const satisfies Readonly<Record<string, SectionTemplate>>;
