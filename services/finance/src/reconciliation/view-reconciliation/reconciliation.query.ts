import type { TenantReader } from '@redress/persistence';
import { firstDayOf, periodOfDay } from '../../ledger/model/period.model';
import type { BankAccount } from '../model/bank-account.model';

/** A span of days, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** What an account's statement comes to over a span, exactly. */
export interface ReconciliationFigures extends Span {
  readonly openingMinor: bigint;
  /** What lines moved that are matched, explained or written off. */
  readonly movedMinor: bigint;
  readonly openLinesMinor: bigint;
  readonly openLines: number;
  /** What the bank says stood on the account at the end beyond what its lines come to. */
  readonly notDeliveredMinor: bigint;
  /** What the bank said stood on it at the beginning beyond what earlier lines come to. */
  readonly openingDifferenceMinor: bigint;
  readonly closingMinor: bigint;
  readonly closingDeclared: boolean;
}

const DAY_MS = 86_400_000;

/**
 * Opening, moved, unexplained and closing of a span; what the bank declared counts more than what was added up. Of whole
 * months the totals are read, of the others the lines, so that it costs no more the longer the account is kept.
 */
export async function figuresOf(
  reader: TenantReader,
  account: Pick<BankAccount, 'id' | 'openingMinor'>,
  span: Span,
): Promise<ReconciliationFigures> {
  const { id: accountId, openingMinor: first } = account;
  const { beforeMinor, throughMinor, openLinesMinor, openLines } = await sumsOf(reader, accountId, span);
  const addedUp = first + beforeMinor;
  const openingMinor = await declared(reader, accountId, span.from, 'OPENING', addedUp);
  const movedMinor = throughMinor - beforeMinor - openLinesMinor;
  const expected = (openingMinor ?? addedUp) + movedMinor + openLinesMinor;
  const closing = await declared(reader, accountId, span.to, 'CLOSING', expected);
  return {
    ...span,
    openingMinor: openingMinor ?? addedUp,
    ...{ movedMinor, openLinesMinor, openLines },
    notDeliveredMinor: (closing ?? expected) - expected,
    openingDifferenceMinor: (openingMinor ?? addedUp) - addedUp,
    closingMinor: closing ?? expected,
    closingDeclared: closing !== undefined,
  };
}

/** All lines before a day: the months before its own, and the days of its own month. */
const linesBefore = (day: 'from' | 'end'): string => `(
  (SELECT COALESCE(SUM(m.amount_minor), 0) FROM statement_month_total m
   WHERE m.tenant_id = :tenantId AND m.account_id = :accountId AND m.month < :${day}Month)
  + (SELECT COALESCE(SUM(d.amount_minor), 0) FROM statement_line d
   WHERE d.tenant_id = :tenantId AND d.account_id = :accountId AND d.booked_on >= :${day}First AND d.booked_on < :${day}))`;

/** What the lines come to before the span and to its end, and those of the span that are open, as of one moment. */
async function sumsOf(reader: TenantReader, accountId: string, { from, to }: Span) {
  const end = shifted(to, 1);
  const [fromMonth, endMonth] = [periodOfDay(from), periodOfDay(end)];
  const [sums] = await reader.query<Record<'before' | 'through' | 'open' | 'count', string>>(
    `SELECT ${linesBefore('from')} AS \`before\`, ${linesBefore('end')} AS through,
       COALESCE(SUM(o.amount_minor), 0) AS open, COUNT(*) AS count
     FROM statement_line o FORCE INDEX (by_state)
     WHERE o.tenant_id = :tenantId AND o.account_id = :accountId AND o.state = 'OPEN'
       AND o.booked_on >= :from AND o.booked_on < :end`,
    {
      ...{ accountId, from, fromMonth, fromFirst: firstDayOf(fromMonth) },
      ...{ end, endMonth, endFirst: firstDayOf(endMonth) },
    },
  );
  return {
    beforeMinor: BigInt(sums?.before ?? 0),
    throughMinor: BigInt(sums?.through ?? 0),
    openLinesMinor: BigInt(sums?.open ?? 0),
    openLines: Number(sums?.count ?? 0),
  };
}

/** What the bank said; of several balances for one moment the one that agrees with the lines, if there is one. */
async function declared(
  reader: TenantReader,
  accountId: string,
  day: string,
  kind: 'OPENING' | 'CLOSING',
  expected: bigint,
): Promise<bigint | undefined> {
  const rows = await reader.query<{ amountMinor: string }>(
    `SELECT b.amount_minor AS amountMinor FROM statement_balance b
     WHERE b.tenant_id = :tenantId AND b.account_id = :accountId
       AND ((b.balance_on = :closing AND b.kind = 'CLOSING') OR (b.balance_on = :opening AND b.kind = 'OPENING'))
     ORDER BY b.amount_minor`,
    {
      accountId,
      closing: kind === 'CLOSING' ? day : shifted(day, -1),
      opening: kind === 'OPENING' ? day : shifted(day, 1),
    },
  );
  const amounts = rows.map(({ amountMinor }) => BigInt(amountMinor));
  return amounts.find((amount) => amount === expected) ?? amounts[0];
}

/** The day so many days later. */
export function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

export const AGES = [
  { label: '0-7', from: 0, to: 7 },
  { label: '8-30', from: 8, to: 30 },
  { label: '31-90', from: 31, to: 90 },
  { label: '91+', from: 91, to: null },
] as const;

/** Open lines of an age. */
export interface AgedLines {
  readonly label: string;
  readonly count: number;
  readonly sumMinor: bigint;
}

/** All lines that are open at the end of the span, however old, by age. */
export async function agedLines(
  reader: TenantReader,
  { id: accountId }: BankAccount,
  asOf: string,
): Promise<AgedLines[]> {
  const rows = await reader.query<{ bookedOn: string; count: string; sumMinor: string }>(
    `SELECT l.booked_on AS bookedOn, COUNT(*) AS count, SUM(l.amount_minor) AS sumMinor FROM statement_line l
     WHERE l.tenant_id = :tenantId AND l.account_id = :accountId AND l.state = 'OPEN' AND l.booked_on <= :asOf
     GROUP BY l.booked_on`,
    { accountId, asOf },
  );
  return AGES.map(({ label, from, to }) => {
    const within = rows.filter(({ bookedOn }) => {
      const age = (Date.parse(asOf) - Date.parse(bookedOn)) / DAY_MS;
      return age >= from && (to === null || age <= to);
    });
    return {
      label,
      count: within.reduce((sum, { count }) => sum + Number(count), 0),
      sumMinor: within.reduce((sum, { sumMinor }) => sum + BigInt(sumMinor), 0n),
    };
  });
}
