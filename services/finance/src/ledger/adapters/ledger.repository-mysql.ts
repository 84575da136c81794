import { appendEventsOfMany, type AggregateEvents } from '@redress/messaging';
import type { InsertRow, TenantTransaction } from '@redress/persistence';
import { balanced, type JournalEntry, type Posting } from '../model/journal.model';
import type { LedgerRepository } from '../model/ledger.repository';
import { valued } from '../model/valuation.model';
import { entryBookedEvent } from '../published/entry-booked.publication';
import { ENTRY_COLUMNS, entriesOf, type EntryRow } from './journal-entry.row';
import { rateFor } from './original-rate.policy';
import { addToPayables, type PlacedEntry } from './payables-mysql';
import { placeOf, type PostingPlace } from './posting-period.repository-mysql';

export const ledgerInMysql: LedgerRepository = {
  async book(tx, unvalued) {
    const { bookedAt, effectiveOn } = balanced(unvalued);
    const place = await placeOf(tx, bookedAt, effectiveOn);
    const entry = balanced(await inBaseCurrency(tx, unvalued, place));
    await tx.insertMany('journal_entry', [entryRow(entry, place)]);
    tx.insertAtCommit(
      'posting',
      entry.postings.map((posting, index) => postingRow(entry, place, posting, index + 1)),
    );
    addToPayables(tx, [{ entry, period: place.period }]);
    await appendEventsOfMany(tx, [entryBookedEvent(entry, place.effectiveOn)]);
  },

  async bookMany(tx, unvalued) {
    unvalued.forEach(balanced);
    const places = new Map<string, PostingPlace>();
    const entryRows: InsertRow[] = [];
    const postingRows: InsertRow[] = [];
    const told: AggregateEvents[] = [];
    const placed: PlacedEntry[] = [];
    for (const { bookedAt, effectiveOn, ...rest } of unvalued) {
      const key = `${bookedAt.toISOString()} ${effectiveOn ?? ''}`;
      const place = places.get(key) ?? (await placeOf(tx, bookedAt, effectiveOn));
      places.set(key, place);
      const dated = { ...rest, bookedAt, ...(effectiveOn === undefined ? {} : { effectiveOn }) };
      const entry = balanced(await inBaseCurrency(tx, dated, place));
      entryRows.push(entryRow(entry, place));
      postingRows.push(...entry.postings.map((posting, index) => postingRow(entry, place, posting, index + 1)));
      placed.push({ entry, period: place.period });
      told.push(entryBookedEvent(entry, place.effectiveOn));
    }
    if (entryRows.length === 0) return;
    await tx.insertMany('journal_entry', entryRows);
    tx.insertAtCommit('posting', postingRows);
    addToPayables(tx, placed);
    await appendEventsOfMany(tx, told);
  },

  async entryOf(tx, source, kind): Promise<JournalEntry> {
    const rows = await tx.query<EntryRow>(
      `SELECT ${ENTRY_COLUMNS}
       FROM journal_entry e JOIN posting p ON p.tenant_id = e.tenant_id AND p.entry_id = e.id
       WHERE e.tenant_id = :tenantId AND e.source_kind = :sourceKind AND e.source_id = :sourceId AND e.kind = :kind
       ORDER BY e.sequence, p.line`,
      { sourceKind: source.kind, sourceId: source.id, kind },
    );
    const [first] = entriesOf(rows);
    if (first === undefined) throw new Error(`${source.kind} ${source.id} has no ${kind} entry`);
    return first;
  },

  async paidOf(tx, source) {
    const [paid] = await tx.query<{ amountMinor: string; baseMinor: string }>(
      `SELECT COALESCE(SUM(p.amount_minor), 0) AS amountMinor, COALESCE(SUM(p.base_amount_minor), 0) AS baseMinor
       FROM journal_entry e JOIN posting p ON p.tenant_id = e.tenant_id AND p.entry_id = e.id
       WHERE e.tenant_id = :tenantId AND e.source_kind = :sourceKind AND e.source_id = :sourceId AND e.kind = 'PAYMENT'
         AND p.account = 'PAYABLES_TO_COMPLAINANTS' AND p.side = 'DEBIT'`,
      { sourceKind: source.kind, sourceId: source.id },
    );
    return { amountMinor: BigInt(paid?.amountMinor ?? 0), baseMinor: BigInt(paid?.baseMinor ?? 0) };
  },
};

/** What the entry is worth in the base currency, as far as there is one and a rate is known. */
async function inBaseCurrency(
  tx: TenantTransaction,
  entry: JournalEntry,
  { baseCurrency, effectiveOn }: PostingPlace,
): Promise<JournalEntry> {
  if (entry.valuation !== undefined) return valued(entry, entry.valuation);
  if (baseCurrency === null) return entry;
  const own = entry.currency === baseCurrency;
  const rate = own ? '1' : await rateFor(tx, entry, baseCurrency, effectiveOn);
  return rate === undefined ? entry : valued(entry, { currency: baseCurrency, rate });
}

function entryRow(
  { id, source, kind, sequence = 1, currency, bookedAt, reverses, memo, valuation }: JournalEntry,
  { period, effectiveOn, position }: PostingPlace,
): InsertRow {
  return {
    ...{ id, kind, sequence, currency, period, position },
    reverses: reverses ?? null,
    memo: memo ?? null,
    source_kind: source.kind,
    source_id: source.id,
    booked_at: bookedAt,
    effective_on: effectiveOn,
    base_currency: valuation?.currency ?? null,
    rate: valuation?.rate ?? null,
  };
}

function postingRow(
  { id, source, currency, bookedAt, valuation }: JournalEntry,
  { period, effectiveOn }: PostingPlace,
  { account, subaccount = '', side, amountMinor, baseMinor, ...dimensions }: Posting,
  line: number,
): InsertRow {
  return {
    entry_id: id,
    ...{ line, account, subaccount, side, currency, period },
    source_kind: source.kind,
    source_id: source.id,
    amount_minor: amountMinor,
    booked_at: bookedAt,
    effective_on: effectiveOn,
    base_currency: valuation?.currency ?? null,
    base_amount_minor: baseMinor ?? null,
    department: dimensions.department ?? null,
    product: dimensions.product ?? null,
    cause: dimensions.cause ?? null,
  };
}
