import type { Metric } from '../metric.model';

/** How long complaints take. */
export const complaintTimesMetrics = [
  {
    name: 'TIME_TO_ACKNOWLEDGEMENT',
    version: 1,
    label: { zh: '受理确认时间', en: 'Time to acknowledgement' },
    definition: {
      zh: '从收到到登记并给出编号与时限的时间,按窗口期内收到的投诉计算。',
      en: 'Elapsed time from receipt to the registration, which tells number and due dates, for complaints received in the window.',
    },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: { kind: 'duration', from: 'received_at', to: 'acknowledged_at' },
    unit: 'MILLISECONDS',
    span: { start: 'intake.complaint.registered', end: 'intake.complaint.registered', clock: 'WALL' },
  },
  {
    name: 'TIME_TO_CONFIRMATION',
    version: 1,
    label: { zh: '告知受理时间', en: 'Time to confirmation' },
    definition: {
      zh: '从收到到以信函或由人员告知投诉人已受理的时间,按窗口期内告知的投诉计算。',
      en: 'Elapsed time from receipt until the complainant was told of it by a letter or a person, for complaints confirmed in the window.',
    },
    fact: 'complaint_fact',
    anchor: 'told_at',
    measure: { kind: 'duration', from: 'received_at', to: 'told_at' },
    unit: 'MILLISECONDS',
    span: { start: 'intake.complaint.registered', end: 'intake.complaint.acknowledged', clock: 'WALL' },
  },
  {
    name: 'TIME_TO_FIRST_REPLY',
    version: 1,
    label: { zh: '首次回复时间', en: 'Time to first reply' },
    definition: {
      zh: '从收到到首次回复的时间,按窗口期内首次回复的投诉计算。',
      en: 'Elapsed time from receipt to the first reply, for complaints first replied to in the window.',
    },
    fact: 'complaint_fact',
    anchor: 'first_reply_at',
    measure: { kind: 'duration', from: 'received_at', to: 'first_reply_at' },
    unit: 'MILLISECONDS',
    span: { start: 'intake.complaint.registered', end: 'case-handling.reply.sent', clock: 'WALL' },
    target: 'response-time',
  },
  {
    name: 'TIME_TO_DECISION',
    version: 1,
    label: { zh: '决定时间', en: 'Time to decision' },
    definition: {
      zh: '从收到到方案首次获批的时间,按窗口期内获批的投诉计算。',
      en: 'Elapsed time from receipt to the first approval of a resolution, for complaints decided in the window.',
    },
    fact: 'complaint_fact',
    anchor: 'decided_at',
    measure: { kind: 'duration', from: 'received_at', to: 'decided_at' },
    unit: 'MILLISECONDS',
    span: { start: 'intake.complaint.registered', end: 'case-handling.resolution.approved', clock: 'WALL' },
  },
  {
    name: 'TIME_TO_CLOSING',
    version: 1,
    label: { zh: '结案时间', en: 'Time to closing' },
    definition: {
      zh: '从收到到结案的时间,按窗口期内结案的投诉计算。',
      en: 'Elapsed time from receipt to closing, for cases closed in the window.',
    },
    fact: 'complaint_fact',
    anchor: 'closed_at',
    measure: { kind: 'duration', from: 'received_at', to: 'closed_at' },
    unit: 'MILLISECONDS',
    span: { start: 'intake.complaint.registered', end: 'case-handling.case.closed', clock: 'WALL' },
  },
] as const satisfies readonly Metric[];
