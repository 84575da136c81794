import type { Condition } from '../condition.model';
import type { Metric } from '../metric.model';

const reached = <const Name extends string>(
  name: Name,
  label: Metric['label'],
  column: string,
  what: { readonly zh: string; readonly en: string },
) =>
  ({
    name,
    version: 1,
    label,
    definition: { zh: `窗口期内收到的投诉中${what.zh}的件数。`, en: `Complaints received in the window ${what.en}.` },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: { kind: 'count', where: { column, known: true } satisfies Condition },
    unit: 'COUNT',
  }) as const satisfies Metric<Name>;

/** How far the complaints of a window have come. */
export const stagesReachedMetrics = [
  reached('COMPLAINTS_ACKNOWLEDGED', { zh: '已确认收到', en: 'Complaints acknowledged' }, 'acknowledged_at', {
    zh: '已向投诉人确认收到',
    en: 'whose receipt was acknowledged',
  }),
  reached('COMPLAINTS_ACCEPTED', { zh: '已受理', en: 'Complaints accepted' }, 'accepted_at', {
    zh: '已受理',
    en: 'that were taken on',
  }),
  reached('COMPLAINTS_REPLIED_TO', { zh: '已首次回复', en: 'Complaints replied to' }, 'first_reply_at', {
    zh: '已有回复',
    en: 'that were replied to',
  }),
  reached('COMPLAINTS_DECIDED', { zh: '已决定', en: 'Complaints decided' }, 'decided_at', {
    zh: '方案已获批',
    en: 'for which a resolution was approved',
  }),
  reached('COMPLAINTS_EXECUTED', { zh: '已执行', en: 'Complaints whose resolution was carried out' }, 'executed_at', {
    zh: '方案已执行',
    en: 'whose resolution was carried out',
  }),
  reached('COMPLAINTS_CLOSED', { zh: '收到并已结案', en: 'Complaints received and closed' }, 'closed_at', {
    zh: '现已结案',
    en: 'that are closed',
  }),
  {
    name: 'TIME_TO_CLOSING_OF_RECEIVED',
    version: 1,
    label: { zh: '收到的投诉的结案时间', en: 'Time to closing of those received' },
    definition: {
      zh: '从收到到结案的时间,按窗口期内收到且已结案的投诉计算。',
      en: 'Elapsed time from receipt to closing, for complaints received in the window that are closed.',
    },
    fact: 'complaint_fact',
    anchor: 'received_at',
    measure: { kind: 'duration', from: 'received_at', to: 'closed_at' },
    unit: 'MILLISECONDS',
    span: { start: 'intake.complaint.registered', end: 'case-handling.case.closed', clock: 'WALL' },
  },
] as const satisfies readonly Metric[];
