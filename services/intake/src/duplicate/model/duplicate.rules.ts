/** A complaint as it is compared with others. */
export interface ComparedComplaint {
  readonly id: string;
  readonly customerId: string;
  /** Whether its customer is somebody: complaints of files without people all have one nameless customer. */
  readonly named: boolean;
  readonly email: string | null;
  readonly phone: string | null;
  readonly categoryId: string;
  readonly product: string | null;
  readonly orderNumber: string | null;
  readonly orderLine: number | null;
  readonly receivedAt: Date;
  readonly terms: ReadonlySet<string>;
}

export const REASON_KINDS = [
  'SAME_CUSTOMER',
  'SAME_EMAIL',
  'SAME_PHONE',
  'SAME_ORDER_LINE',
  'SAME_ORDER',
  'SIMILAR_TEXT',
  'SAME_PRODUCT_AND_CATEGORY',
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** Why two complaints may be one; the detail is a number or a name that staff may see anyway. */
export interface DuplicateReason {
  readonly kind: ReasonKind;
  readonly detail: string;
}

/** A complaint that may be the same as another. */
export interface Duplicate {
  readonly id: string;
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

const DAY_MS = 86_400_000;
/** How far apart two complaints of the same harm are looked for. */
export const WITHIN_DAYS = 90;
const SAME_PRODUCT_WITHIN_DAYS = 30;
const SIMILAR_AT_LEAST = 0.5;
/** A person may well complain of two things, and two people of one product: neither alone makes a duplicate. */
const SCORE_AT_LEAST = 0.3;
const WEIGHTS: Record<ReasonKind, number> = {
  SAME_CUSTOMER: 0.25,
  SAME_EMAIL: 0.25,
  SAME_PHONE: 0.25,
  SAME_ORDER_LINE: 0.6,
  SAME_ORDER: 0.35,
  SIMILAR_TEXT: 0.8,
  SAME_PRODUCT_AND_CATEGORY: 0.15,
};

/** How far another complaint may be the same, and why; nothing where too little speaks for it. */
export function compare(complaint: ComparedComplaint, other: ComparedComplaint): Duplicate | undefined {
  if (complaint.id === other.id || daysBetween(complaint, other) > WITHIN_DAYS) return undefined;
  const reasons: DuplicateReason[] = [];
  const weights: number[] = [];
  const speaks = (kind: ReasonKind, detail: string, share = 1): void => {
    reasons.push({ kind, detail });
    weights.push(WEIGHTS[kind] * share);
  };
  const person = samePerson(complaint, other);
  if (person !== undefined) speaks(person, '');
  orderReason(complaint, other, speaks);
  const alike = similarity(complaint.terms, other.terms);
  if (alike >= SIMILAR_AT_LEAST) speaks('SIMILAR_TEXT', `${Math.round(alike * 100)} %`, alike);
  const sameProduct = complaint.product !== null && complaint.product === other.product;
  if (
    sameProduct &&
    complaint.categoryId === other.categoryId &&
    daysBetween(complaint, other) <= SAME_PRODUCT_WITHIN_DAYS
  ) {
    speaks('SAME_PRODUCT_AND_CATEGORY', complaint.product ?? '');
  }
  const score = 1 - weights.reduce((left, weight) => left * (1 - weight), 1);
  return score < SCORE_AT_LEAST ? undefined : { id: other.id, score: Math.round(score * 1_000) / 1_000, reasons };
}

/** The share of terms that two texts have in common, from 0 to 1. */
export function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const term of one) if (other.has(term)) common += 1;
  return common / (one.size + other.size - common);
}

/** By what two complaints are known to be of one person. */
export function samePerson(
  one: Pick<ComparedComplaint, 'customerId' | 'named' | 'email' | 'phone'>,
  other: Pick<ComparedComplaint, 'customerId' | 'named' | 'email' | 'phone'>,
): 'SAME_CUSTOMER' | 'SAME_EMAIL' | 'SAME_PHONE' | undefined {
  if (one.named && one.customerId === other.customerId) return 'SAME_CUSTOMER';
  if (one.email !== null && one.email === other.email) return 'SAME_EMAIL';
  return one.phone !== null && one.phone === other.phone ? 'SAME_PHONE' : undefined;
}

function orderReason(
  complaint: ComparedComplaint,
  other: ComparedComplaint,
  speaks: (kind: ReasonKind, detail: string) => void,
): void {
  if (complaint.orderNumber === null || complaint.orderNumber !== other.orderNumber) return;
  const sameLine = complaint.orderLine === other.orderLine;
  speaks(sameLine ? 'SAME_ORDER_LINE' : 'SAME_ORDER', complaint.orderNumber);
}

function daysBetween(one: ComparedComplaint, other: ComparedComplaint): number {
  return Math.abs(one.receivedAt.getTime() - other.receivedAt.getTime()) / DAY_MS;
}
