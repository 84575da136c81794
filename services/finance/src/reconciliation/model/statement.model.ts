export const STATEMENT_FORMATS = ['CAMT_053', 'CSV', 'PROVIDER'] as const;
export type StatementFormat = (typeof STATEMENT_FORMATS)[number];

export const COMPRESSIONS = ['NONE', 'GZIP'] as const;
export type Compression = (typeof COMPRESSIONS)[number];

export const LINE_STATES = ['OPEN', 'MATCHED', 'EXPLAINED', 'WRITTEN_OFF'] as const;
export type LineState = (typeof LINE_STATES)[number];

/**
 * The name by which the bank knows a statement, and its page or part. A named statement is final. Without a name a file
 * only tells what is on the account on its days, so the next file may tell more.
 */
export interface StatementName {
  readonly name: string;
  readonly part: string;
}

/** One line of a statement, in the account's currency: negative when money left it. */
export interface StatementLine {
  readonly statement?: StatementName;
  readonly bookedOn: string;
  readonly valueOn: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  /** What the bank calls the line; no two lines share it unless the bank repeats itself. */
  readonly bankReference?: string;
  /** Whether the bank itself tells the line from every other one that says the same. */
  readonly toldApart: boolean;
  /** References that a payment may be known by. */
  readonly references: readonly string[];
  readonly text: string;
  /** What stood on the account after the line, where the file says so. */
  readonly balanceAfterMinor?: bigint;
}

export const STATEMENT_PROBLEMS = [
  'FINANCE_STATEMENT_MALFORMED',
  'FINANCE_STATEMENT_EMPTY',
  'FINANCE_STATEMENT_COLUMN_MISSING',
  'FINANCE_STATEMENT_VALUE_UNREADABLE',
  'FINANCE_STATEMENT_OTHER_ACCOUNT',
  'FINANCE_STATEMENT_OTHER_CURRENCY',
  'FINANCE_STATEMENT_DOES_NOT_ADD_UP',
  'FINANCE_STATEMENT_BEFORE_OPENING',
  'FINANCE_STATEMENT_CONTRADICTS',
  'FINANCE_STATEMENT_SPLIT_OTHERWISE',
  'FINANCE_STATEMENT_DAY_AMBIGUOUS',
  'FINANCE_STATEMENT_DAY_COVERED',
  'FINANCE_STATEMENT_TOO_LARGE',
  'FINANCE_STATEMENT_DIGEST_DIFFERS',
  'FINANCE_STATEMENT_SOURCE_UNAVAILABLE',
] as const;
export type StatementProblemCode = (typeof STATEMENT_PROBLEMS)[number];

/** Why a file cannot be taken in, and where in it. */
export interface StatementProblem {
  readonly code: StatementProblemCode;
  /** Line of the file, from 1; absent for what concerns all of it. */
  readonly line?: number;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** What a reader finds in a file, in its order. */
export type StatementItem =
  | { readonly kind: 'LINE'; readonly at: number; readonly line: StatementLine }
  | { readonly kind: 'SKIPPED' }
  | {
      readonly kind: 'ACCOUNT';
      readonly at: number;
      readonly identifier?: string | undefined;
      readonly currency?: string | undefined;
    }
  | { readonly kind: 'BALANCE'; readonly balance: StatementBalance }
  | { readonly kind: 'PROBLEM'; readonly problem: StatementProblem };

/** What the bank says stood on the account. */
export interface StatementBalance {
  readonly statement?: StatementName;
  readonly kind: 'OPENING' | 'CLOSING';
  readonly on: string;
  readonly amountMinor: bigint;
}

/** A problem as an item. */
export function problem(
  code: StatementProblemCode,
  line?: number,
  facts?: Readonly<Record<string, string | number>>,
): StatementItem {
  return {
    kind: 'PROBLEM',
    problem: { code, ...(line === undefined ? {} : { line }), ...(facts === undefined ? {} : { facts }) },
  };
}
