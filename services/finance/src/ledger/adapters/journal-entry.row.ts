import type { Account, Side } from '../model/account.model';
import type { EntryKind, EntrySource, JournalEntry, Posting } from '../model/journal.model';
import type { Period } from '../model/period.model';

/** One posting with the entry that it belongs to. */
export interface EntryRow {
  readonly id: string;
  readonly source_kind: EntrySource;
  readonly source_id: string;
  readonly kind: EntryKind;
  readonly sequence: number;
  readonly currency: string;
  readonly booked_at: Date;
  readonly effective_on: string;
  readonly period: Period;
  readonly reverses: string | null;
  readonly memo: string | null;
  readonly base_currency: string | null;
  readonly rate: string | null;
  readonly account: Account;
  readonly subaccount: string;
  readonly side: Side;
  readonly amount_minor: string;
  readonly base_amount_minor: string | null;
  readonly department: string | null;
  readonly product: string | null;
  readonly cause: string | null;
}

/** The columns of `journal_entry e` and `posting p` that make an entry. */
export const ENTRY_COLUMNS = `e.id, e.source_kind, e.source_id, e.kind, e.sequence, e.currency, e.booked_at,
  e.effective_on, e.period, e.reverses, e.memo, e.base_currency, e.rate, p.account, p.subaccount, p.side, p.amount_minor,
  p.base_amount_minor, p.department, p.product, p.cause`;

/** An entry as it was stored, with the month in which it stands. */
export interface StoredEntry extends JournalEntry {
  readonly effectiveOn: string;
  readonly period: Period;
}

/** The entries of the rows; the postings of an entry must follow each other. */
export function entriesOf(rows: readonly EntryRow[]): StoredEntry[] {
  const entries: { readonly row: EntryRow; readonly postings: Posting[] }[] = [];
  for (const row of rows) {
    const last = entries.at(-1);
    if (last?.row.id === row.id) last.postings.push(postingOf(row));
    else entries.push({ row, postings: [postingOf(row)] });
  }
  return entries.map(({ row, postings }) => ({ ...headOf(row), postings }));
}

function headOf(row: EntryRow): Omit<StoredEntry, 'postings'> {
  const { id, kind, sequence, currency, period, reverses, memo, base_currency: base, rate } = row;
  return {
    ...{ id, kind, sequence, currency, period },
    source: { kind: row.source_kind, id: row.source_id },
    bookedAt: row.booked_at,
    effectiveOn: row.effective_on,
    ...(reverses === null ? {} : { reverses }),
    ...(memo === null ? {} : { memo }),
    ...(base === null || rate === null ? {} : { valuation: { currency: base, rate } }),
  };
}

function postingOf({ account, subaccount, side, department, product, cause, ...row }: EntryRow): Posting {
  return {
    account,
    ...(subaccount === '' ? {} : { subaccount }),
    side,
    amountMinor: BigInt(row.amount_minor),
    ...(row.base_amount_minor === null ? {} : { baseMinor: BigInt(row.base_amount_minor) }),
    ...(department === null ? {} : { department }),
    ...(product === null ? {} : { product }),
    ...(cause === null ? {} : { cause }),
  };
}
