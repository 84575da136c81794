import { formatAmount } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';
import { CHART } from '../../ledger/model/account.model';
import { firstDayOf, nextPeriod, type Period } from '../../ledger/model/period.model';
import { accountTotals } from '../../ledger/view-trial-balance/trial-balance.query';
import { entriesOfPeriod } from '../adapters/entry-digests.query';
import { everyFinding, type StartOfDay } from '../check-period/check-period.policy';
import { WEIGHT_OF } from '../model/period-check.model';
import { digestOf } from '../model/period-act.policy';
import type { Cell } from './csv-line.model';

/** A table of the package: its file, its columns, and its rows page by page. */
export interface PackageTable {
  readonly file: string;
  readonly columns: readonly string[];
  readonly pages: AsyncIterable<readonly (readonly Cell[])[]>;
}

const PAGE = 1_000;

/** Everything that the package of a month contains, in the order of its files. */
export function packageTables(reader: TenantReader, period: Period, startOfDay: StartOfDay): readonly PackageTable[] {
  return [
    {
      file: 'ledger.csv',
      columns: [
        ...[
          'entry',
          'source',
          'source_id',
          'kind',
          'sequence',
          'booked_at',
          'effective_on',
          'reverses',
          'memo',
          'line',
        ],
        ...['account', 'subaccount', 'side', 'amount', 'currency', 'worth', 'base_currency', 'rate'],
        ...['department', 'product', 'cause', 'entry_sha256'],
      ],
      pages: ledger(reader, period),
    },
    {
      file: 'trial-balance.csv',
      columns: [
        'account',
        'class',
        'name_en',
        'name_zh',
        'subaccount',
        'currency',
        'opening',
        'debit',
        'credit',
        'closing',
      ],
      pages: trialBalance(reader, period),
    },
    { file: 'open-items.csv', columns: ['check', 'weight', 'id'], pages: openItems(reader, period, startOfDay) },
    {
      file: 'receivables.csv',
      columns: [
        'document',
        'customer',
        'currency',
        'amount',
        'paid',
        'credited',
        'disputed',
        'issued_on',
        'due_on',
        'salesperson',
      ],
      pages: receivables(reader, period),
    },
    {
      file: 'reconciliations.csv',
      columns: ['bank_account', 'from', 'to', 'sha256', 'signed_by', 'signed_at'],
      pages: reconciliations(reader, period),
    },
    {
      file: 'period-acts.csv',
      columns: ['sequence', 'kind', 'entries', 'entries_sha256', 'previous_hash', 'hash', 'reason', 'by', 'at'],
      pages: acts(reader, period),
    },
  ];
}

async function* ledger(reader: TenantReader, period: Period): PackageTable['pages'] {
  for await (const entries of entriesOfPeriod(reader, period)) {
    yield entries.flatMap((entry) => {
      const { id, source, kind, sequence, bookedAt, effectiveOn, reverses, memo, currency, valuation } = entry;
      const head = [id, source.kind, source.id, kind, sequence, bookedAt, effectiveOn, reverses, memo];
      const digest = digestOf(entry);
      return entry.postings.map((posting, index): Cell[] => {
        const { account, subaccount, side, amountMinor, baseMinor, department, product, cause } = posting;
        const worth =
          valuation === undefined || baseMinor === undefined
            ? []
            : [
                formatAmount({ amountMinor: baseMinor, currency: valuation.currency }),
                valuation.currency,
                valuation.rate,
              ];
        return [
          ...[...head, index + 1, account, subaccount, side, formatAmount({ amountMinor, currency }), currency],
          ...(worth.length === 0 ? [null, null, null] : worth),
          ...[department, product, cause, digest],
        ];
      });
    });
  }
}

async function* trialBalance(reader: TenantReader, period: Period): PackageTable['pages'] {
  const currencies = await reader.query<{ currency: string }>(
    'SELECT DISTINCT p.currency FROM posting p WHERE p.tenant_id = :tenantId AND p.period <= :period ORDER BY p.currency',
    { period },
  );
  for (const { currency } of currencies) {
    const totals = await accountTotals(reader, { currency, period, bySubaccount: true, inBaseCurrency: false });
    const text = (amountMinor: bigint) => formatAmount({ amountMinor, currency });
    yield totals.map(({ account, subaccount, openingMinor, debitMinor, creditMinor }) => [
      ...[account, CHART[account].class, CHART[account].name.en, CHART[account].name.zh, subaccount, currency],
      ...[text(openingMinor), text(debitMinor), text(creditMinor), text(openingMinor + debitMinor - creditMinor)],
    ]);
  }
}

async function* openItems(reader: TenantReader, period: Period, startOfDay: StartOfDay): PackageTable['pages'] {
  for await (const { check, ids } of everyFinding(reader, period, startOfDay)) {
    yield ids.map((id) => [check, WEIGHT_OF[check], id]);
  }
}

interface OpenReceivable {
  readonly id: string;
  readonly document: string;
  readonly customer: string;
  readonly currency: string;
  readonly amount: string;
  readonly paid: string;
  readonly credited: string;
  readonly disputed: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly salesperson: string;
}

async function* receivables(reader: TenantReader, period: Period): PackageTable['pages'] {
  for (let after = ''; ;) {
    const rows = await reader.query<OpenReceivable>(
      `SELECT r.id, r.document_number AS document, r.customer_id AS customer, r.currency, r.amount_minor AS amount,
         r.paid_minor AS paid, r.credited_minor AS credited, r.disputed_minor AS disputed, r.issued_on AS issuedOn,
         r.due_on AS dueOn, r.salesperson
       FROM receivable r
       WHERE r.tenant_id = :tenantId AND r.id > :after AND r.issued_on < :following
         AND r.amount_minor > r.paid_minor + r.credited_minor
       ORDER BY r.id LIMIT ${String(PAGE)}`,
      { after, following: firstDayOf(nextPeriod(period)) },
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(
      ({ document, customer, currency, amount, paid, credited, disputed, issuedOn, dueOn, salesperson }) => [
        ...[document, customer, currency],
        ...[amount, paid, credited, disputed].map((minor) => formatAmount({ amountMinor: BigInt(minor), currency })),
        ...[issuedOn, dueOn, salesperson],
      ],
    );
    after = last.id;
  }
}

async function* reconciliations(reader: TenantReader, period: Period): PackageTable['pages'] {
  const signed = await reader.query<
    Record<'account' | 'fromOn' | 'toOn' | 'sha256' | 'signedBy', string> & { signedAt: Date }
  >(
    `SELECT s.account_id AS account, s.from_on AS fromOn, s.to_on AS toOn, LOWER(HEX(s.sha256)) AS sha256,
       s.signed_by AS signedBy, s.signed_at AS signedAt
     FROM signed_reconciliation s
     WHERE s.tenant_id = :tenantId AND s.to_on >= :first AND s.to_on < :following ORDER BY s.account_id, s.to_on, s.id`,
    { first: firstDayOf(period), following: firstDayOf(nextPeriod(period)) },
  );
  yield signed.map(({ account, fromOn, toOn, sha256, signedBy, signedAt }) => [
    account,
    fromOn,
    toOn,
    sha256,
    signedBy,
    signedAt,
  ]);
}

async function* acts(reader: TenantReader, period: Period): PackageTable['pages'] {
  type Row = Record<'kind' | 'entriesHash' | 'previousHash' | 'hash' | 'actedBy', string> & {
    readonly sequence: number;
    readonly entries: number;
    readonly reason: string | null;
    readonly actedAt: Date;
  };
  const rows = await reader.query<Row>(
    `SELECT a.sequence, a.kind, a.entries, a.entries_hash AS entriesHash, a.previous_hash AS previousHash, a.hash, a.reason,
       a.acted_by AS actedBy, a.acted_at AS actedAt
     FROM period_act a WHERE a.tenant_id = :tenantId AND a.period = :period ORDER BY a.sequence`,
    { period },
  );
  yield rows.map((act) => [
    ...[act.sequence, act.kind, act.entries, act.entriesHash, act.previousHash, act.hash, act.reason, act.actedBy],
    act.actedAt,
  ]);
}
