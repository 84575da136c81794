import type { SectionTemplate } from '../section-template.model';

/** How complaints were handled, by whom and how quickly. */
export const handlingSections = {
  durations: {
    title: { zh: '处理时间', en: 'Handling times' },
    metrics: [
      ...(['TIME_TO_ACKNOWLEDGEMENT', 'TIME_TO_CONFIRMATION', 'TIME_TO_FIRST_REPLY'] as const),
      ...(['TIME_TO_DECISION', 'TIME_TO_CLOSING'] as const),
    ],
    groupBy: [],
  },
  deadlines: {
    title: { zh: '时限达成', en: 'Deadlines' },
    metrics: [
      ...(['TIMELY_RATE', 'DEADLINE_ATTAINMENT', 'MAJOR_IN_TIME_RATE', 'STAGES_COMPLETED', 'STAGES_OVERDUE'] as const),
      ...(['EXTENSIONS', 'REMINDERS_ISSUED', 'OVERDUE_INQUIRIES'] as const),
    ],
    groupBy: [],
  },
  rates: {
    title: { zh: '比率', en: 'Rates' },
    metrics: [
      ...(['VALID_RATE', 'AT_FAULT_RATE', 'RESOLUTION_RATE', 'CLOSURE_RATE'] as const),
      ...(['REPEAT_RATE', 'ESCALATION_RATE', 'REOPEN_RATE'] as const),
    ],
    groupBy: [],
  },
  stages: {
    title: { zh: '各环节', en: 'Stages' },
    metrics: ['STAGES_COMPLETED', 'DEADLINE_ATTAINMENT', 'STAGE_WORKING_TIME'],
    groupBy: ['STAGE'],
    chart: { kind: 'BAR', metric: 'STAGES_COMPLETED' },
  },
  overdueByDepartment: {
    title: { zh: '各部门时限达成', en: 'Deadlines by department' },
    metrics: ['STAGES_COMPLETED', 'DEADLINE_ATTAINMENT', 'STAGES_OVERDUE', 'CASES_OVERDUE'],
    groupBy: ['DEPARTMENT'],
    chart: { kind: 'BAR', metric: 'STAGES_OVERDUE' },
  },
  reminders: {
    title: { zh: '催办与查办', en: 'Reminders and inquiries into lateness' },
    metrics: ['REMINDERS_ISSUED', 'OVERDUE_INQUIRIES'],
    groupBy: ['DEPARTMENT'],
    chart: { kind: 'BAR', metric: 'REMINDERS_ISSUED' },
  },
  escalations: {
    title: { zh: '升级', en: 'Escalations' },
    metrics: ['ESCALATION_RATE', 'LEVEL_CHANGES', 'MAJOR_IN_TIME_RATE', 'REOPEN_RATE'],
    groupBy: [],
  },
  departmentPerformance: {
    title: { zh: '部门考核', en: 'Departments: efficiency, resolution, satisfaction' },
    metrics: ['CASES_CLOSED', 'RESOLUTION_RATE', 'DEADLINE_ATTAINMENT', 'STAGES_OVERDUE', 'SATISFACTION_RATE'],
    groupBy: ['DEPARTMENT'],
    chart: { kind: 'BAR', metric: 'CASES_CLOSED' },
  },
  staffPerformance: {
    title: { zh: '人员考核', en: 'Staff: efficiency, resolution, satisfaction' },
    metrics: ['CASES_CLOSED', 'RESOLUTION_RATE', 'DEADLINE_ATTAINMENT', 'STAGES_OVERDUE', 'SATISFACTION_RATE', 'ACTS'],
    groupBy: ['STAFF'],
  },
  workload: {
    title: { zh: '工作量', en: 'Workload' },
    metrics: ['ACTS', 'STAFF_ACTIVE'],
    groupBy: ['WORK'],
    chart: { kind: 'BAR', metric: 'ACTS' },
  },
  satisfaction: {
    title: { zh: '满意度', en: 'Satisfaction' },
    metrics: [
      ...(['FOLLOW_UPS', 'SATISFACTION_RATE', 'SURVEY_SATISFACTION_RATE', 'SATISFACTION_WITH_RESULT'] as const),
      ...(['SATISFACTION_WITH_EXPECTATION', 'SATISFACTION_WITH_ATTITUDE', 'SATISFACTION_WITH_EFFICIENCY'] as const),
    ],
    groupBy: [],
  },
  satisfactionByCategory: {
    title: { zh: '各类别满意度', en: 'Satisfaction by type' },
    metrics: ['FOLLOW_UPS', 'SATISFACTION_RATE'],
    groupBy: ['CATEGORY'],
    chart: { kind: 'BAR', metric: 'SATISFACTION_RATE' },
  },
} as const satisfies Readonly<Record<string, SectionTemplate>>;
