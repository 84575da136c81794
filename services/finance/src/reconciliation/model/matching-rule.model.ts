import type { Account } from '../../ledger/model/account.model';

export const MATCH_KINDS = [
  'ONE_TO_ONE',
  'ONE_TO_MANY',
  'MANY_TO_ONE',
  'MANY_TO_MANY',
  'EXPLANATION',
  'WRITE_OFF',
] as const;
/** How many lines stand for how many payments; the last two stand for none. */
export type MatchKind = (typeof MATCH_KINDS)[number];

export const RULE_BASES = ['REFERENCE', 'AMOUNT', 'PROVIDER_DAY'] as const;
/**
 * What a rule compares. REFERENCE: a line names the payment's key, the provider's reference or the settlement's number.
 * AMOUNT: nothing but the amount, when exactly one line and one payment have it. PROVIDER_DAY: one line for all that a
 * provider paid on a day.
 */
export type RuleBasis = (typeof RULE_BASES)[number];

export const RULE_KINDS = ['ONE_TO_ONE', 'ONE_TO_MANY', 'MANY_TO_ONE'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export const DIFFERENCE_ACCOUNTS = [
  'PAYMENT_FEES',
  'ROUNDING',
  'EXCHANGE_DIFFERENCES',
] as const satisfies readonly Account[];
/** Where a difference within the tolerance goes, openly. */
export type DifferenceAccount = (typeof DIFFERENCE_ACCOUNTS)[number];

/** One rule by which lines and payments find each other. Rules are tried in their order. */
export interface MatchingRule {
  readonly name: string;
  readonly kind: RuleKind;
  readonly basis: RuleBasis;
  /** How far amounts may differ, in minor units. */
  readonly toleranceMinor: bigint;
  /** How many days may lie between payment and booking. */
  readonly days: number;
  readonly differenceTo: DifferenceAccount;
}

const REFERENCE_RULE = { basis: 'REFERENCE', toleranceMinor: 0n, days: 60, differenceTo: 'PAYMENT_FEES' } as const;

/** What holds until an organisation says otherwise: nothing is matched that does not name what it matches. */
export const DEFAULT_RULES: readonly MatchingRule[] = [
  { name: 'reference and amount', kind: 'ONE_TO_ONE', ...REFERENCE_RULE },
  { name: 'one line for several payments', kind: 'ONE_TO_MANY', ...REFERENCE_RULE },
  { name: 'several lines for one payment', kind: 'MANY_TO_ONE', ...REFERENCE_RULE },
];

/** Combinations that mean something. */
export function isUsableRule({ kind, basis, toleranceMinor, days }: MatchingRule): boolean {
  if (toleranceMinor < 0n || days < 0 || days > 366) return false;
  if (basis === 'AMOUNT') return kind === 'ONE_TO_ONE';
  return basis === 'REFERENCE' || kind === 'ONE_TO_MANY';
}
