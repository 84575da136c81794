import type { Metric } from '../metric.model';

/** How many complaints and cases there are. */
export const complaintCountsMetrics = [
  {
    name: 'COMPLAINTS_RECEIVED',
    version: 1,
    label: { zh: '收到的投诉', en: 'Complaints received' },
    definition: { zh: '窗口期内收到的投诉。', en: 'Complaints whose receipt lies in the window.' },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: { kind: 'count' },
    unit: 'COUNT',
    target: 'complaint-count',
  },
  {
    name: 'COMPLAINTS_VALID',
    version: 1,
    label: { zh: '成立的投诉', en: 'Valid complaints' },
    definition: {
      zh: '窗口期内收到、经调查成立或有责的投诉。',
      en: 'Complaints received in the window that the investigation found valid or at fault.',
    },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: { kind: 'count', where: { column: 'validity', in: ['VALID', 'AT_FAULT'] } },
    unit: 'COUNT',
  },
  {
    name: 'COMPLAINTS_UNTIMELY',
    version: 1,
    label: { zh: '未及时处理的投诉', en: 'Untimely complaints' },
    definition: {
      zh: '窗口期内收到、逾期结案的投诉,或其来源称未及时的投诉。',
      en: 'Complaints received in the window that were closed after a due date, or whose source says so.',
    },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: { kind: 'count', where: { column: 'timely', in: [0] } },
    unit: 'COUNT',
  },
  {
    name: 'COMPLAINTS_DISPUTED',
    version: 1,
    label: { zh: '有异议的投诉', en: 'Disputed complaints' },
    definition: {
      zh: '窗口期内收到、投诉人对处理方案有异议的投诉,或其来源称有异议的投诉。',
      en: 'Complaints received in the window whose complainant objected to a resolution, or whose source says so.',
    },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: { kind: 'count', where: { column: 'disputed', in: [1] } },
    unit: 'COUNT',
  },
  {
    name: 'CASES_OPEN',
    version: 1,
    label: { zh: '未结案', en: 'Open cases' },
    definition: {
      zh: '窗口期内收到、尚未结案的投诉。',
      en: 'Complaints received in the window whose case is not closed.',
    },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: { kind: 'count', where: { column: 'closed_at', known: false } },
    unit: 'COUNT',
  },
  {
    name: 'CASES_OVERDUE',
    version: 1,
    label: { zh: '逾期未结案', en: 'Overdue cases' },
    definition: {
      zh: '窗口期内收到、尚未结案且有时限已过的投诉。',
      en: 'Open cases of complaints received in the window of which a clock has run out.',
    },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: {
      kind: 'count',
      where: {
        all: [
          { column: 'closed_at', known: false },
          { column: 'next_due_at', before: 'NOW' },
        ],
      },
    },
    unit: 'COUNT',
  },
  {
    name: 'CASES_CLOSED',
    version: 1,
    label: { zh: '已结案', en: 'Closed cases' },
    definition: { zh: '窗口期内结案的投诉。', en: 'Cases closed in the window.' },
    fact: 'complaint_fact',
    anchor: 'closed_at',
    measure: { kind: 'count' },
    unit: 'COUNT',
  },
  {
    name: 'COMPLAINANTS',
    version: 1,
    label: { zh: '投诉人数', en: 'Complainants' },
    definition: {
      zh: '窗口期内收到的投诉涉及的不同客户数。',
      en: 'Different customers among the complaints received in the window.',
    },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: { kind: 'distinct', column: 'customer_id' },
    unit: 'COUNT',
  },
] as const satisfies readonly Metric[];
