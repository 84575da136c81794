import type { Account } from '../../ledger/model/account.model';
import { balanced, type JournalEntry, type Posting } from '../../ledger/model/journal.model';
import type { BankAccount } from './bank-account.model';
import type { MatchKind } from './matching-rule.model';
import { leftBy, paidBy, type OpenLine, type OpenPayment, type Proposal } from './matching.model';
import type { LineState } from './statement.model';

/** Lines that are no longer open, and why: payments they show, or an account that takes them. */
export interface Match {
  readonly id: string;
  readonly kind: MatchKind;
  /** The rule's name; what a person did has the name of the act. */
  readonly rule: string;
  readonly lines: readonly Pick<OpenLine, 'id' | 'amountMinor' | 'bookedOn'>[];
  readonly payments: readonly Pick<OpenPayment, 'id' | 'provider' | 'amountMinor'>[];
  /** Where it goes that lines and payments differ; the whole of it where there are no payments. */
  readonly differenceTo?: Account;
  readonly subaccount?: string;
  readonly reason?: string;
  readonly matchedBy: string;
  readonly matchedAt: Date;
}

/** A line as a person's decision meets it. */
export interface LineForDecision {
  readonly id: string;
  readonly accountId: string;
  readonly bookedOn: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly state: LineState;
  readonly version: number;
}

/** A payment as a person's decision meets it. */
export interface PaymentForDecision {
  readonly id: string;
  readonly provider: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly state: string;
  readonly claimed: boolean;
}

/** What a rule found, as a match. */
export function matchOf(
  { rule, lines, payments }: Proposal,
  made: Pick<Match, 'id' | 'matchedBy' | 'matchedAt'>,
): Match {
  const differs = leftBy(lines) !== paidBy(payments);
  return {
    ...made,
    kind: rule.kind,
    rule: rule.name,
    lines,
    payments,
    ...(differs ? { differenceTo: rule.differenceTo } : {}),
  };
}

/**
 * What the statement proves, booked: the provider's clearing account is settled by the bank, and a difference goes
 * openly to its account. A provider's own statement moves nothing between the two; there is an entry only for what
 * differs. Nothing is paid by it. Undefined where there is nothing to book.
 */
export function entryFor(match: Match, account: BankAccount, entryId: string): JournalEntry | undefined {
  const { lines, payments } = match;
  const left = leftBy(lines);
  const difference = left - paidBy(payments);
  const cleared = account.kind === 'BANK' ? clearedBy(payments) : [];
  const own = {
    account: account.kind === 'BANK' ? 'BANK' : 'PROVIDER_CLEARING',
    subaccount: ownSubaccount(account),
  } as const;
  const moved = account.kind === 'BANK' ? left : difference;
  const postings = [
    ...cleared.map(([provider, sum]) => posting({ account: 'PROVIDER_CLEARING', subaccount: provider }, sum)),
    match.differenceTo === undefined ? undefined : posting(placeOf(match.differenceTo, match.subaccount), difference),
    posting(own, -moved),
  ].filter((each): each is Posting => each !== undefined);
  if (postings.length === 0) return undefined;
  const effectiveOn = lines
    .map(({ bookedOn }) => bookedOn)
    .sort()
    .at(-1);
  return balanced({
    id: entryId,
    source: { kind: 'BANK_STATEMENT', id: match.id },
    kind: 'STATEMENT',
    currency: account.currency,
    bookedAt: match.matchedAt,
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
    postings,
  });
}

function placeOf(account: Account, subaccount: string | undefined): Pick<Posting, 'account' | 'subaccount'> {
  return { account, ...(subaccount === undefined ? {} : { subaccount }) };
}

/** A debit of a positive amount, a credit of a negative one, nothing of nothing. */
function posting(place: Pick<Posting, 'account' | 'subaccount'>, amountMinor: bigint): Posting | undefined {
  if (amountMinor === 0n) return undefined;
  return amountMinor > 0n
    ? { ...place, side: 'DEBIT', amountMinor }
    : { ...place, side: 'CREDIT', amountMinor: -amountMinor };
}

function clearedBy(payments: Match['payments']): [string, bigint][] {
  const sums = new Map<string, bigint>();
  for (const { provider, amountMinor } of payments) sums.set(provider, (sums.get(provider) ?? 0n) + amountMinor);
  return [...sums].sort(([left], [right]) => (left < right ? -1 : 1));
}

function ownSubaccount({ kind, id, provider }: BankAccount): string {
  return kind === 'BANK' ? id : provider;
}
