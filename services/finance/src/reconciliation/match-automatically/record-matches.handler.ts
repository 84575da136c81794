import { newId } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { JournalEntry } from '../../ledger/model/journal.model';
import type { LedgerRepository } from '../../ledger/model/ledger.repository';
import type { BankAccount } from '../model/bank-account.model';
import { entryFor, type Match } from '../model/match.model';
import type { MatchRepository } from '../model/match.repository';
import type { LineState } from '../model/statement.model';

/** What keeps matches and books them. */
export interface RecordDependencies {
  readonly matches: MatchRepository;
  readonly ledger: LedgerRepository;
}

/** Claims what the matches name and books what they prove, in one transaction; whoever comes second gets a duplicate key. */
export async function recordMatches(
  tx: TenantTransaction,
  account: BankAccount,
  found: readonly Match[],
  state: LineState,
  { matches, ledger }: RecordDependencies,
): Promise<void> {
  await matches.add(tx, account, found, state);
  const entries = found
    .map((match) => entryFor(match, account, newId()))
    .filter((entry): entry is JournalEntry => entry !== undefined);
  await ledger.bookMany(tx, entries);
}
