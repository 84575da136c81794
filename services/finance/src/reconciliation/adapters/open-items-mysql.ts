import type { TenantReader } from '@redress/persistence';
import { OWN_MEANS } from '../../payment/model/payout-means.model';
import type { BankAccount } from '../model/bank-account.model';
import type { OpenItems } from '../model/match.repository';
import type { OpenLine, OpenPayment } from '../model/matching.model';

interface LineRow {
  readonly id: string;
  readonly bookedOn: string;
  readonly amountMinor: string;
  readonly lineReferences: string;
  readonly fingerprint: Buffer;
}

interface PaymentRow {
  readonly id: string;
  readonly provider: string;
  readonly paidOn: string | null;
  readonly amountMinor: string;
  readonly idempotencyKey: string;
  readonly providerReference: string | null;
  readonly reference: string;
}

const LINE_COLUMNS = `l.id, l.booked_on AS bookedOn, l.amount_minor AS amountMinor,
  l.line_references AS lineReferences, l.fingerprint`;
const PAYMENT_COLUMNS = `p.id, p.provider, p.amount_minor AS amountMinor, p.idempotency_key AS idempotencyKey,
  p.provider_reference AS providerReference, p.reference`;

const BOOKED_AS_PAID = `e.tenant_id = p.tenant_id AND e.source_kind = 'SETTLEMENT' AND e.source_id = p.settlement_id
    AND e.kind = 'PAYMENT' AND e.sequence = p.sequence`;
const CLAIMED = `LEFT JOIN reconciliation_match_line c ON c.tenant_id = p.tenant_id AND c.claimed_payment_id = p.id
    AND c.account_kind = :kind`;
/** Payments that succeeded, with the day they were booked as paid, and that no line of such an account stands for. */
const OPEN_PAYMENT_SOURCE = `payment p JOIN journal_entry e ON ${BOOKED_AS_PAID} ${CLAIMED}`;
/** The same, found by the days on which they were booked as paid and not among all that ever were. */
const OPEN_PAYMENT_OF_DAYS = `journal_entry e FORCE INDEX (by_effective_on)
  STRAIGHT_JOIN payment p ON ${BOOKED_AS_PAID} ${CLAIMED}`;
/** Store credit moves no money that a statement could show. */
const OPEN_PAYMENT = `p.tenant_id = :tenantId AND p.currency = :currency AND p.state = 'SUCCEEDED'
  AND c.match_id IS NULL AND p.provider NOT IN ('${OWN_MEANS.STORE_CREDIT}', '${OWN_MEANS.RECEIVABLE}')`;

/** Servers turn longer lists into tables of their own, which are slower to look up in. */
const LOOKED_UP_AT_ONCE = 900;
const ASCII_NAME = /^[\x21-\x7e]{1,64}$/;

/** Open lines and payments in MySQL. */
export const openItemsInMysql: OpenItems = {
  async lines(reader, { id: accountId }, after, limit) {
    const rows = await reader.query<LineRow>(
      `SELECT ${LINE_COLUMNS} FROM statement_line l
       WHERE l.tenant_id = :tenantId AND l.account_id = :accountId AND l.state = 'OPEN'
         ${after === undefined ? '' : `AND l.booked_on >= :bookedOn AND (l.booked_on > :bookedOn OR l.fingerprint > :fingerprint OR (l.fingerprint = :fingerprint AND l.id > :id))`}
       ORDER BY l.booked_on, l.fingerprint, l.id LIMIT ${Math.trunc(limit)}`,
      { accountId, ...after },
    );
    const last = rows.at(-1);
    const cursor =
      last === undefined || rows.length < limit
        ? undefined
        : { bookedOn: last.bookedOn, fingerprint: last.fingerprint, id: last.id };
    return { lines: rows.map(toLine), cursor };
  },

  providersOf,

  async paymentsNamed(reader, account, providers, names) {
    return named(reader, account, names, providers, OPEN_PAYMENT_SOURCE, `e.effective_on AS paidOn`, OPEN_PAYMENT);
  },

  async unsettledNamed(reader, account, providers, names) {
    const where = `p.tenant_id = :tenantId AND p.currency = :currency AND p.state IN ('SENT', 'UNKNOWN')`;
    // Hardly ever is there one, and then nobody needs to look for thousands of names.
    const { currency } = account;
    const [any] = await reader.query(`SELECT p.id FROM payment p WHERE ${where} LIMIT 1`, { currency });
    if (any === undefined) return [];
    return named(reader, account, names, providers, 'payment p', 'NULL AS paidOn', where);
  },

  paymentsOfAmounts: (reader, account, amounts) =>
    inPieces(amounts, (some) =>
      payments(reader, account, `p.provider = :provider AND p.amount_minor IN (:amounts)`, { amounts: some }),
    ),

  linesOfAmounts: (reader, { id: accountId }, amounts) =>
    inPieces(amounts, async (some) => {
      const rows = await reader.query<LineRow>(
        `SELECT ${LINE_COLUMNS} FROM statement_line l
         WHERE l.tenant_id = :tenantId AND l.account_id = :accountId AND l.state = 'OPEN' AND l.amount_minor IN (:amounts)
         ORDER BY l.booked_on, l.fingerprint, l.id`,
        { accountId, amounts: some },
      );
      return rows.map(toLine);
    }),

  async dayTotals(reader, account, from, to) {
    const rows = await reader.query<{ paidOn: string; sumMinor: string; count: string }>(
      `SELECT e.effective_on AS paidOn, SUM(p.amount_minor) AS sumMinor, COUNT(*) AS count FROM ${OPEN_PAYMENT_OF_DAYS}
       WHERE ${OPEN_PAYMENT} AND e.tenant_id = :tenantId AND p.provider = :provider
         AND e.effective_on >= :from AND e.effective_on <= :to
       GROUP BY e.effective_on ORDER BY e.effective_on`,
      { ...scopeOf(account), from, to },
    );
    return rows.map(({ paidOn, sumMinor, count }) => ({ paidOn, sumMinor: BigInt(sumMinor), count: Number(count) }));
  },

  paymentsOfDay: (reader, account, paidOn) =>
    payments(
      reader,
      account,
      'e.tenant_id = :tenantId AND p.provider = :provider AND e.effective_on = :paidOn',
      { paidOn },
      OPEN_PAYMENT_OF_DAYS,
    ),
};

function scopeOf({ kind, currency, provider }: BankAccount) {
  return { kind, currency, provider };
}

async function payments(
  reader: TenantReader,
  account: BankAccount,
  condition: string,
  params: Readonly<Record<string, unknown>>,
  source = OPEN_PAYMENT_SOURCE,
): Promise<OpenPayment[]> {
  const rows = await reader.query<PaymentRow>(
    `SELECT ${PAYMENT_COLUMNS}, e.effective_on AS paidOn FROM ${source}
     WHERE ${OPEN_PAYMENT} AND ${condition} ORDER BY p.idempotency_key`,
    { ...scopeOf(account), ...params },
  );
  return rows.map(toPayment);
}

/** A bank pays for every provider; a provider's own statement knows only its own references. */
async function providersOf(reader: TenantReader, { kind, provider }: BankAccount): Promise<string[]> {
  if (kind === 'PROVIDER') return [provider];
  const rows = await reader.query<{ provider: string }>(
    'SELECT DISTINCT p.provider FROM payment p WHERE p.tenant_id = :tenantId',
  );
  return rows.map(({ provider: name }) => name);
}

/** Looks the names up by each of the indexes that serve one kind of name. */
async function named(
  reader: TenantReader,
  account: BankAccount,
  names: readonly string[],
  providers: readonly string[],
  source: string,
  paidOn: string,
  where: string,
): Promise<OpenPayment[]> {
  const usable = [...new Set(names)].filter((name) => ASCII_NAME.test(name));
  const found = await inPieces(usable, async (some) => {
    const of = (condition: string): string =>
      `SELECT ${PAYMENT_COLUMNS}, ${paidOn} FROM ${source} WHERE ${where} AND p.provider IN (:providers) AND ${condition}`;
    return reader.query<PaymentRow>(
      `${of('p.idempotency_key IN (:names)')} UNION ${of('p.provider_reference IN (:names)')}
       UNION ${of('p.reference IN (:names)')}`,
      { ...scopeOf(account), providers, names: some },
    );
  });
  return [...new Map(found.map((row) => [row.id, toPayment(row)])).values()];
}

async function inPieces<Key, Found>(
  keys: readonly Key[],
  look: (some: readonly Key[]) => Promise<readonly Found[]>,
): Promise<Found[]> {
  const distinct = [...new Set(keys)];
  const found: Found[] = [];
  for (let at = 0; at < distinct.length; at += LOOKED_UP_AT_ONCE) {
    found.push(...(await look(distinct.slice(at, at + LOOKED_UP_AT_ONCE))));
  }
  return found;
}

function toLine({ id, bookedOn, amountMinor, lineReferences }: LineRow): OpenLine {
  return { id, bookedOn, amountMinor: BigInt(amountMinor), references: JSON.parse(lineReferences) as string[] };
}

function toPayment(row: PaymentRow): OpenPayment {
  const { id, provider, paidOn, amountMinor, idempotencyKey, providerReference, reference } = row;
  return {
    ...{ id, provider, paidOn: paidOn ?? '' },
    amountMinor: BigInt(amountMinor),
    names: [idempotencyKey, ...(providerReference === null ? [] : [providerReference]), reference],
  };
}
