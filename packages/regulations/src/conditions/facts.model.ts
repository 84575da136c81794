import type { ComplainantKind, ItemType } from '../regulation/vocabulary.model';

/** The value of a fact that a regulation declares: on its record card or among what is judged of a matter. */
export type FactValue = boolean | number | string;

/**
 * What conditions may speak of. The first six are the same for every regulation; `assessment` and `card` hold what the
 * regulation itself declares. A fact that nobody has stated yet is false, 0 or empty.
 */
export interface RegulationFacts {
  readonly item: {
    readonly type: ItemType;
    /** Kind within the type, for example `professional` of an enquiry. */
    readonly kind: string;
    readonly channel: string;
    readonly channelClass: string;
    /** Whether it came in writing. */
    readonly written: boolean;
    readonly category: string;
    readonly region: string;
    readonly product: string;
  };
  readonly complainant: {
    readonly kind: ComplainantKind;
    /** How many complain together; 1 for a single person. */
    readonly persons: number;
  };
  readonly case: {
    readonly level: string;
    readonly validity: string;
    readonly open: boolean;
    /** Of how many rounds of handling this is the last; 1 before any objection. */
    readonly round: number;
    /** Days that have passed since receipt, whole ones. */
    readonly daysSinceReceipt: number;
    /** How many departments are involved. */
    readonly departments: number;
    /** Whether it is open and a stage is late. */
    readonly overdue: boolean;
    /** How often the complainant has brought the matter forward. */
    readonly raised: number;
  };
  readonly history: {
    /** Same complaints, this one included, by different complainants within the last month. */
    readonly sameWithinMonth: number;
    /** Whether the complainant complained of the same before. */
    readonly repeat: boolean;
  };
  /** Values of the classification axes, for example `classification.urgency == "urgent"`. */
  readonly classification: Readonly<Record<string, string>>;
  readonly decision: {
    /** What it costs in all, in minor units. */
    readonly amountMinor: number;
    readonly currency: string;
    /** Kinds of remedies. */
    readonly remedies: readonly string[];
  };
  readonly assessment: Readonly<Record<string, FactValue>>;
  readonly card: Readonly<Record<string, FactValue>>;
}

/** CEL types of the facts that every regulation has. */
export const COMMON_FACTS = {
  item: {
    type: 'string',
    kind: 'string',
    channel: 'string',
    channelClass: 'string',
    written: 'bool',
    category: 'string',
    region: 'string',
    product: 'string',
  },
  complainant: { kind: 'string', persons: 'int' },
  case: {
    level: 'string',
    validity: 'string',
    open: 'bool',
    round: 'int',
    daysSinceReceipt: 'int',
    departments: 'int',
    overdue: 'bool',
    raised: 'int',
  },
  history: { sameWithinMonth: 'int', repeat: 'bool' },
  decision: { amountMinor: 'int', currency: 'string', remedies: 'list<string>' },
} as const;
