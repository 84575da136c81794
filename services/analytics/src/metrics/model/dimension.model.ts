import type { FactName } from '../../facts/model/fact-tables.model';

/** Stretches of local time by which figures are grouped. */
export const GRAINS = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR', 'WEEKDAY', 'HOUR_OF_DAY'] as const;
export type Grain = (typeof GRAINS)[number];

/** Dimensions of the complaint, which every fact that belongs to one has. */
const OF_COMPLAINT = {
  CHANNEL: 'channel',
  ITEM_TYPE: 'item_type',
  LEVEL: 'level',
  TRACK: 'track',
  PRODUCT: 'product',
  CATEGORY: 'category_code',
  CAUSE: 'cause',
  DEPARTMENT: 'department',
  RESPONSIBLE_DEPARTMENT: 'responsible_department',
  STAFF: 'handler',
  REGION: 'region',
  CUSTOMER_SEGMENT: 'customer_segment',
  REGULATION: 'regulation_id',
  REGULATION_VERSION: 'regulation_version',
  OUTCOME: 'outcome',
  VALIDITY: 'validity',
} as const;

type OwnDimension = 'STAGE' | 'INSTRUMENT' | 'CURRENCY' | 'KIND' | 'WORK' | 'ACCOUNT' | 'STATE' | 'MEANS';

export type DimensionName = Grain | keyof typeof OF_COMPLAINT | OwnDimension;

/** Dimensions that a fact has itself; one that the complaint has too is taken from the fact. */
const OWN: Partial<Record<FactName, Partial<Record<DimensionName, string>>>> = {
  clock_fact: { STAGE: 'stage', DEPARTMENT: 'department', STAFF: 'handler' },
  level_fact: { LEVEL: 'to_level', TRACK: 'track' },
  reminder_fact: { STAGE: 'stage', KIND: 'kind', DEPARTMENT: 'department' },
  reply_fact: { KIND: 'purpose', MEANS: 'form' },
  satisfaction_fact: { MEANS: 'means' },
  action_fact: { KIND: 'kind' },
  responsibility_fact: { RESPONSIBLE_DEPARTMENT: 'responsible_department', CURRENCY: 'loss_currency' },
  settlement_fact: { INSTRUMENT: 'instrument', CURRENCY: 'currency', STATE: 'state' },
  settlement_part_fact: { INSTRUMENT: 'instrument', CURRENCY: 'currency' },
  return_fact: { INSTRUMENT: 'instrument', PRODUCT: 'product', CAUSE: 'cause', CURRENCY: 'currency' },
  return_exception_fact: { KIND: 'kind' },
  posting_fact: {
    ...{ ACCOUNT: 'account', KIND: 'entry_kind', CURRENCY: 'currency' },
    ...{ DEPARTMENT: 'department', PRODUCT: 'product', CAUSE: 'cause' },
  },
  purchase_fact: { PRODUCT: 'product', DEPARTMENT: 'department', CURRENCY: 'currency' },
  staff_work_fact: { STAFF: 'staff', WORK: 'work' },
};

/** Facts that belong to a complaint, and so have its dimensions. */
export const FACTS_OF_COMPLAINT: ReadonlySet<FactName> = new Set<FactName>([
  'complaint_fact',
  'clock_fact',
  'level_fact',
  'reminder_fact',
  'reply_fact',
  'satisfaction_fact',
  'action_fact',
  'responsibility_fact',
  'settlement_fact',
  'settlement_part_fact',
  'staff_work_fact',
]);

export const DIMENSION_NAMES: readonly DimensionName[] = [
  ...GRAINS,
  ...(Object.keys(OF_COMPLAINT) as (keyof typeof OF_COMPLAINT)[]),
  ...(['STAGE', 'INSTRUMENT', 'CURRENCY', 'KIND', 'WORK', 'ACCOUNT', 'STATE', 'MEANS'] as const),
];

/** Where the value of a dimension stands: in the fact itself, or in the complaint that it belongs to. */
export interface DimensionColumn {
  readonly of: 'fact' | 'complaint';
  readonly column: string;
}

export const isGrain = (dimension: DimensionName): dimension is Grain =>
  (GRAINS as readonly string[]).includes(dimension);

/** Where a fact has a dimension that is not a time; undefined where it has none. */
export function dimensionColumn(fact: FactName, dimension: DimensionName): DimensionColumn | undefined {
  const own = OWN[fact]?.[dimension];
  if (own !== undefined) return { of: 'fact', column: own };
  const column = (OF_COMPLAINT as Partial<Record<DimensionName, string>>)[dimension];
  if (column === undefined || !FACTS_OF_COMPLAINT.has(fact)) return undefined;
  return { of: fact === 'complaint_fact' ? 'fact' : 'complaint', column };
}

/** Every dimension that a fact may be grouped and filtered by. */
export function dimensionsOf(fact: FactName): readonly DimensionName[] {
  return DIMENSION_NAMES.filter((name) => isGrain(name) || dimensionColumn(fact, name) !== undefined);
}
