import type { Metric } from '../metric.model';

/** Work of the staff. */
export const staffMetrics = [
  {
    name: 'ACTS',
    version: 1,
    label: { zh: '工作量', en: 'Acts of staff' },
    definition: { zh: '窗口期内工作人员的处理动作。', en: 'Acts of members of staff in the window.' },
    fact: 'staff_work_fact',
    anchor: 'done_at',
    measure: { kind: 'count' },
    unit: 'COUNT',
  },
  {
    name: 'STAFF_ACTIVE',
    version: 1,
    label: { zh: '在岗人数', en: 'Active staff' },
    definition: {
      zh: '窗口期内有处理动作的不同工作人员数。',
      en: 'Different members of staff who acted in the window.',
    },
    fact: 'staff_work_fact',
    anchor: 'done_at',
    measure: { kind: 'distinct', column: 'staff' },
    unit: 'COUNT',
  },
] as const satisfies readonly Metric[];
