import type { Metric } from '../metric.model';

/** What part of the complaints is such and such. */
export const complaintRatesMetrics = [
  {
    name: 'VALID_RATE',
    version: 1,
    label: { zh: '投诉成立率', en: 'Share of valid complaints' },
    definition: {
      zh: '窗口期内收到且已有调查结论的投诉中,成立或有责的比例。',
      en: 'Of the complaints received in the window whose investigation has a finding: those that are valid or at fault.',
    },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: {
      kind: 'share',
      of: { column: 'validity', in: ['VALID', 'AT_FAULT'] },
      among: { column: 'validity', known: true },
    },
    unit: 'PERCENT',
  },
  {
    name: 'AT_FAULT_RATE',
    version: 1,
    label: { zh: '有责投诉率', en: 'At-fault rate' },
    definition: {
      zh: '窗口期内收到且已有调查结论的投诉中,有责的比例。',
      en: 'Of the complaints received in the window whose investigation has a finding: those at fault.',
    },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: {
      kind: 'share',
      of: { column: 'validity', in: ['AT_FAULT'] },
      among: { column: 'validity', known: true },
    },
    unit: 'PERCENT',
    target: 'at-fault-complaints',
  },
  {
    name: 'REPEAT_RATE',
    version: 1,
    label: { zh: '重复投诉率', en: 'Repeat rate' },
    definition: {
      zh: '窗口期内收到的投诉中,投诉人此前已就同一事项投诉过的比例。',
      en: 'Of the complaints received in the window: those whose complainant brought the same forward before.',
    },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: { kind: 'share', of: { column: 'repeated', in: [1] } },
    unit: 'PERCENT',
    target: 'repeat-complaints',
  },
  {
    name: 'ESCALATION_RATE',
    version: 2,
    label: { zh: '升级投诉率', en: 'Escalation rate' },
    definition: {
      zh: '窗口期内收到的投诉中,等级曾上调或移交上级、外部机构的比例;等级下调不计,未说明升降的等级变更(早期记录)按上调计。',
      en: 'Of the complaints received in the window: those whose level was raised, or that went to a superior or an outside body. A level that was lowered does not count; a change that does not tell its direction, as early ones, counts as a rise.',
    },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: {
      kind: 'share',
      of: {
        any: [
          { column: 'escalations', atLeast: 1 },
          { column: 'outside', in: [1] },
        ],
      },
    },
    unit: 'PERCENT',
    target: 'escalated-complaints',
  },
  {
    name: 'REOPEN_RATE',
    version: 1,
    label: { zh: '重开率', en: 'Reopening rate' },
    definition: {
      zh: '窗口期内收到的投诉中,结案后又重新处理的比例。',
      en: 'Of the complaints received in the window: those that were closed and handled anew.',
    },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: { kind: 'share', of: { column: 'reopenings', atLeast: 1 } },
    unit: 'PERCENT',
  },
  {
    name: 'RESOLUTION_RATE',
    version: 1,
    label: { zh: '投诉解决率', en: 'Resolution rate' },
    definition: {
      zh: '窗口期内结案的投诉中,以解决、采纳或答复告终的比例。',
      en: 'Of the cases closed in the window: those that ended resolved, adopted or answered.',
    },
    fact: 'complaint_fact',
    anchor: 'closed_at',
    measure: { kind: 'share', of: { column: 'outcome', in: ['RESOLVED', 'ADOPTED', 'ANSWERED'] } },
    unit: 'PERCENT',
    target: 'resolution-rate',
  },
  {
    name: 'CLOSURE_RATE',
    version: 1,
    label: { zh: '投诉闭环率', en: 'Closure rate' },
    definition: {
      zh: '窗口期内收到的投诉中已结案的比例。',
      en: 'Of the complaints received in the window: those that are closed.',
    },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: { kind: 'share', of: { column: 'closed_at', known: true } },
    unit: 'PERCENT',
    target: 'closed-loop-rate',
  },
  {
    name: 'MAJOR_IN_TIME_RATE',
    version: 1,
    label: { zh: '重大投诉处理及时率', en: 'Major complaints handled in time' },
    definition: {
      zh: '窗口期内结案、走快速或应急通道的投诉中,按时处理的比例。',
      en: 'Of the cases on the fast lane or the emergency track that were closed in the window: those handled in time.',
    },
    fact: 'complaint_fact',
    anchor: 'closed_at',
    measure: {
      kind: 'share',
      of: { column: 'timely', in: [1] },
      among: {
        all: [
          { column: 'track', in: ['FAST_LANE', 'EMERGENCY'] },
          { column: 'timely', known: true },
        ],
      },
    },
    unit: 'PERCENT',
    target: 'major-handled-in-time',
  },
  {
    name: 'TIMELY_RATE',
    version: 1,
    label: { zh: '按时结案率', en: 'Share handled in time' },
    definition: {
      zh: '窗口期内结案且有时限的投诉中,各时限均按时完成的比例。',
      en: 'Of the cases closed in the window that had a due date: those that kept every one.',
    },
    fact: 'complaint_fact',
    anchor: 'closed_at',
    measure: { kind: 'share', of: { column: 'timely', in: [1] }, among: { column: 'timely', known: true } },
    unit: 'PERCENT',
    target: 'timeliness',
  },
] as const satisfies readonly Metric[];
