/** Version of the definitions below; it grows whenever one of them changes meaning. */
export const METRIC_VERSION = 1;

export const METRIC_NAMES = [
  'COMPLAINTS_RECEIVED',
  'COMPLAINTS_UNTIMELY',
  'COMPLAINTS_DISPUTED',
  'CASES_OPEN',
  'CASES_OVERDUE',
  'CASES_CLOSED',
  'TIME_TO_FIRST_REPLY',
  'TIME_TO_CLOSING',
  'SETTLEMENTS_COMPLETED',
  'SETTLED_AMOUNT',
] as const;
export type MetricName = (typeof METRIC_NAMES)[number];

export const DIMENSION_NAMES = [
  'DAY',
  'MONTH',
  'CHANNEL',
  'CATEGORY',
  'PRODUCT',
  'REGION',
  'OUTCOME',
  'REGULATION',
  'INSTRUMENT',
  'CURRENCY',
] as const;
export type DimensionName = (typeof DIMENSION_NAMES)[number];

/** Which rows a metric looks at, and the moment by which they fall into a window or a day. */
export type Anchor = 'receipt' | 'closing' | 'first-reply' | 'settlement';

export type Unit = 'COUNT' | 'MILLISECONDS' | 'MONEY';

/** A metric as data: its words, what it counts, and the moment that places it in time. */
export interface MetricDefinition {
  readonly name: MetricName;
  readonly label: { readonly zh: string; readonly en: string };
  readonly definition: string;
  readonly anchor: Anchor;
  readonly measure:
    | { readonly kind: 'count'; readonly condition?: string }
    | { readonly kind: 'duration'; readonly from: string; readonly to: string }
    | { readonly kind: 'sum'; readonly column: string };
  readonly unit: Unit;
}

const DEFINITIONS: readonly MetricDefinition[] = [
  {
    name: 'COMPLAINTS_RECEIVED',
    label: { zh: '收到的投诉', en: 'Complaints received' },
    definition: 'Complaints whose receipt lies in the window.',
    anchor: 'receipt',
    measure: { kind: 'count' },
    unit: 'COUNT',
  },
  {
    name: 'COMPLAINTS_UNTIMELY',
    label: { zh: '未及时处理的投诉', en: 'Untimely complaints' },
    definition: 'Complaints received in the window that were closed after a due date, or whose source says so.',
    anchor: 'receipt',
    measure: { kind: 'count', condition: 'f.timely = 0' },
    unit: 'COUNT',
  },
  {
    name: 'COMPLAINTS_DISPUTED',
    label: { zh: '有异议的投诉', en: 'Disputed complaints' },
    definition:
      'Complaints received in the window whose complainant objected to a resolution, or whose source says so.',
    anchor: 'receipt',
    measure: { kind: 'count', condition: 'f.disputed = 1' },
    unit: 'COUNT',
  },
  {
    name: 'CASES_OPEN',
    label: { zh: '未结案', en: 'Open cases' },
    definition: 'Complaints received in the window whose case is not closed now.',
    anchor: 'receipt',
    measure: { kind: 'count', condition: 'f.closed_at IS NULL' },
    unit: 'COUNT',
  },
  {
    name: 'CASES_OVERDUE',
    label: { zh: '逾期未结案', en: 'Overdue cases' },
    definition: 'Open cases of complaints received in the window of which a clock has run out now.',
    anchor: 'receipt',
    measure: { kind: 'count', condition: 'f.closed_at IS NULL AND f.next_due_at < :now' },
    unit: 'COUNT',
  },
  {
    name: 'CASES_CLOSED',
    label: { zh: '已结案', en: 'Closed cases' },
    definition: 'Cases closed in the window.',
    anchor: 'closing',
    measure: { kind: 'count' },
    unit: 'COUNT',
  },
  {
    name: 'TIME_TO_FIRST_REPLY',
    label: { zh: '首次回复时间', en: 'Time to first reply' },
    definition: 'Elapsed time from receipt to the first reply, for complaints first replied to in the window.',
    anchor: 'first-reply',
    measure: { kind: 'duration', from: 'f.received_at', to: 'f.first_reply_at' },
    unit: 'MILLISECONDS',
  },
  {
    name: 'TIME_TO_CLOSING',
    label: { zh: '结案时间', en: 'Time to closing' },
    definition: 'Elapsed time from receipt to closing, for cases closed in the window.',
    anchor: 'closing',
    measure: { kind: 'duration', from: 'f.received_at', to: 'f.closed_at' },
    unit: 'MILLISECONDS',
  },
  {
    name: 'SETTLEMENTS_COMPLETED',
    label: { zh: '已完成的理赔结算', en: 'Settlements completed' },
    definition: 'Settlements paid and booked in the window.',
    anchor: 'settlement',
    measure: { kind: 'count' },
    unit: 'COUNT',
  },
  {
    name: 'SETTLED_AMOUNT',
    label: { zh: '结算金额', en: 'Settled amount' },
    definition: 'Sum of the settlements paid and booked in the window, one for each currency.',
    anchor: 'settlement',
    measure: { kind: 'sum', column: 's.amount_minor' },
    unit: 'MONEY',
  },
];

const byName = new Map(DEFINITIONS.map((definition) => [definition.name, definition]));

/** The definition of a metric. */
export function metric(name: MetricName): MetricDefinition {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`metric ${name} has no definition`);
  return found;
}

/** Every metric, in the order in which they are shown. */
export function metricDefinitions(): readonly MetricDefinition[] {
  return DEFINITIONS;
}

/** Dimensions that only settlements have. */
export const SETTLEMENT_DIMENSIONS: readonly DimensionName[] = ['INSTRUMENT', 'CURRENCY'];
