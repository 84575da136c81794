import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { BankAccount } from './bank-account.model';
import type { LineForDecision, Match, PaymentForDecision } from './match.model';
import type { MatchKind } from './matching-rule.model';
import type { OpenLine, OpenPayment } from './matching.model';
import type { LineState } from './statement.model';

/** Where a walk through the open lines stands. */
export interface LineCursor {
  readonly bookedOn: string;
  readonly fingerprint: Buffer;
  readonly id: string;
}

/** What a provider paid on one day and no line stands for yet. */
export interface DayTotal {
  readonly paidOn: string;
  readonly sumMinor: bigint;
  readonly count: number;
}

/** Reads what is open. */
export interface OpenItems {
  /** The next open lines of the account in the statement's order, with where the walk then stands. */
  lines(
    reader: TenantReader,
    account: BankAccount,
    after: LineCursor | undefined,
    limit: number,
  ): Promise<{ readonly lines: readonly OpenLine[]; readonly cursor: LineCursor | undefined }>;
  /** Whose payments a statement of the account may show; the same for a whole run, and not free to find out. */
  providersOf(reader: TenantReader, account: BankAccount): Promise<readonly string[]>;
  /** Open payments of these providers, in the account's currency, that have one of the names. */
  paymentsNamed(
    reader: TenantReader,
    account: BankAccount,
    providers: readonly string[],
    names: readonly string[],
  ): Promise<OpenPayment[]>;
  /** Open payments of the account's provider of one of the amounts. */
  paymentsOfAmounts(reader: TenantReader, account: BankAccount, amounts: readonly bigint[]): Promise<OpenPayment[]>;
  /** Open lines of the account of one of the amounts. */
  linesOfAmounts(reader: TenantReader, account: BankAccount, amounts: readonly bigint[]): Promise<OpenLine[]>;
  dayTotals(reader: TenantReader, account: BankAccount, from: string, to: string): Promise<DayTotal[]>;
  paymentsOfDay(reader: TenantReader, account: BankAccount, paidOn: string): Promise<OpenPayment[]>;
  /** Payments under way, or of which nobody knows what became, that have one of the names. */
  unsettledNamed(
    reader: TenantReader,
    account: BankAccount,
    providers: readonly string[],
    names: readonly string[],
  ): Promise<OpenPayment[]>;
}

/** A match as it is stored. */
export interface StoredMatch {
  readonly id: string;
  readonly accountId: string;
  readonly kind: MatchKind;
  readonly booked: boolean;
  readonly undone: boolean;
  readonly version: number;
}

/** Keeps matches. Unique keys let each line and each payment be claimed once. */
export interface MatchRepository {
  /** Stores matches with their claims; throws a duplicate key where another took a line or payment first. */
  add(tx: TenantTransaction, account: BankAccount, matches: readonly Match[], state: LineState): Promise<void>;
  lock(tx: TenantTransaction, id: string): Promise<StoredMatch | undefined>;
  /** Gives its claims back and keeps the match with who undid it, when and why. */
  undo(tx: TenantTransaction, match: StoredMatch, by: string, at: Date, because: string): Promise<void>;
  linesForDecision(tx: TenantTransaction, ids: readonly string[]): Promise<LineForDecision[]>;
  paymentsForDecision(
    tx: TenantTransaction,
    account: BankAccount,
    ids: readonly string[],
  ): Promise<PaymentForDecision[]>;
}
