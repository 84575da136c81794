import { createHash } from 'node:crypto';
import type { TenantReader } from '@redress/persistence';
import type { BankAccount } from '../model/bank-account.model';
import { figuresOf, type Span } from './reconciliation.query';
import { unseenKeys } from './unseen-payment.query';

interface LineRow {
  readonly id: string;
  readonly bookedOn: string;
  readonly valueOn: string;
  readonly amountMinor: string;
  readonly fingerprint: Buffer;
  readonly state: string;
  readonly matchId: string | null;
}

const LINES_AT_ONCE = 900;

/**
 * The reconciliation as text in one form: the same lines, explained the same way, give the same text whatever files they
 * came from and in whatever order. Nothing of it depends on ids, on when something was imported, or on who did it.
 */
export async function* signedStatement(reader: TenantReader, account: BankAccount, span: Span): AsyncGenerator<string> {
  const figures = await figuresOf(reader, account, span);
  const number = createHash('sha256').update(account.identifier).digest('hex');
  yield 'redress-reconciliation/1\n';
  yield `account ${account.kind} ${number} ${account.currency}\nperiod ${span.from} ${span.to}\n`;
  yield `opening ${figures.openingMinor}\n`;
  yield* linesInOrder(reader, account, span);
  yield* unseenInOrder(reader, account, span);
  yield `moved ${figures.movedMinor}\n`;
  yield `unexplained ${figures.openLinesMinor + figures.notDeliveredMinor}\n`;
  yield `closing ${figures.closingMinor}\n`;
}

/** SHA-256 of the text, in hexadecimal, and how many lines it has. */
export async function digestOfStatement(reader: TenantReader, account: BankAccount, span: Span): Promise<string> {
  const digest = createHash('sha256');
  for await (const text of signedStatement(reader, account, span)) digest.update(text);
  return digest.digest('hex');
}

/** Equal lines stand together, in the order of what explains them. */
async function* linesInOrder(reader: TenantReader, { id: accountId }: BankAccount, span: Span): AsyncGenerator<string> {
  let equal: string[] = [];
  let equalTo = '';
  for await (const [key, text] of renderedLines(reader, accountId, span)) {
    if (key !== equalTo) {
      yield* equal.sort();
      equal = [];
      equalTo = key;
    }
    equal.push(text);
  }
  yield* equal.sort();
}

async function* renderedLines(reader: TenantReader, accountId: string, span: Span): AsyncGenerator<[string, string]> {
  let after: Pick<LineRow, 'bookedOn' | 'fingerprint' | 'id'> | undefined;
  for (;;) {
    const rows = await reader.query<LineRow>(
      `SELECT l.id, l.booked_on AS bookedOn, l.value_on AS valueOn, l.amount_minor AS amountMinor, l.fingerprint,
         l.state, l.match_id AS matchId
       FROM statement_line l
       WHERE l.tenant_id = :tenantId AND l.account_id = :accountId AND l.booked_on >= :from AND l.booked_on <= :to
         ${after === undefined ? '' : 'AND l.booked_on >= :bookedOn AND (l.booked_on > :bookedOn OR l.fingerprint > :fingerprint OR (l.fingerprint = :fingerprint AND l.id > :id))'}
       ORDER BY l.booked_on, l.fingerprint, l.id LIMIT ${LINES_AT_ONCE}`,
      { accountId, ...span, ...(after && { bookedOn: after.bookedOn, fingerprint: after.fingerprint, id: after.id }) },
    );
    const explained = await explanations(reader, rows);
    for (const { bookedOn, valueOn, amountMinor, fingerprint, state, matchId } of rows) {
      const key = `${bookedOn} ${fingerprint.toString('hex')}`;
      const by = matchId === null ? '' : ` ${explained.get(matchId) ?? ''}`;
      yield [key, `line ${bookedOn} ${valueOn} ${amountMinor} ${fingerprint.toString('hex')} ${state}${by}\n`];
    }
    after = rows.at(-1);
    if (rows.length < LINES_AT_ONCE) return;
  }
}

/** For each match the keys of its payments, shortened to their digest where there are several, and where a difference went. */
async function explanations(reader: TenantReader, rows: readonly LineRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map(({ matchId }) => matchId).filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const found = await reader.query<{ id: string; differenceTo: string | null; key: string | null }>(
    `SELECT m.id, m.difference_to AS differenceTo, p.idempotency_key AS \`key\` FROM reconciliation_match m
     JOIN reconciliation_match_line c ON c.tenant_id = m.tenant_id AND c.match_id = m.id
     LEFT JOIN payment p ON p.tenant_id = c.tenant_id AND p.id = c.payment_id
     WHERE m.tenant_id = :tenantId AND m.id IN (:ids)`,
    { ids },
  );
  const byMatch = new Map<string, { keys: string[]; differenceTo: string }>();
  for (const { id, differenceTo, key } of found) {
    const match = byMatch.get(id) ?? { keys: [], differenceTo: differenceTo ?? '' };
    if (key !== null) match.keys.push(key);
    byMatch.set(id, match);
  }
  return new Map([...byMatch].map(([id, { keys, differenceTo }]) => [id, `${shortened(keys)} ${differenceTo}`.trim()]));
}

function shortened(keys: readonly string[]): string {
  if (keys.length < 2) return keys[0] ?? '';
  return createHash('sha256')
    .update([...keys].sort().join('\n'))
    .digest('hex');
}

async function* unseenInOrder(reader: TenantReader, account: BankAccount, { from, to }: Span): AsyncGenerator<string> {
  let after = '';
  for (;;) {
    const rows = await unseenKeys(reader, account, to, after, LINES_AT_ONCE);
    for (const { key, paidOn, amountMinor } of rows) {
      if (paidOn >= from) yield `unseen ${paidOn} ${amountMinor} ${key}\n`;
    }
    after = rows.at(-1)?.key ?? '';
    if (rows.length < LINES_AT_ONCE) return;
  }
}
