import { isCurrency } from '@redress/kernel';
import type { Database, TenantReader } from '@redress/persistence';
import { z } from 'zod';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import { fingerprintOf, UNNAMED } from '../model/line-fingerprint';
import type { StatementSource } from '../model/statement-source.client';
import { problem, type StatementLine } from '../model/statement.model';
import { shifted } from '../view-reconciliation/reconciliation.query';

export interface StatementSourceOptions {
  readonly url: string;
  readonly provider: string;
  readonly timeoutMs: number;
  readonly database: Database;
  readonly calendar: Pick<TenantCalendar, 'daysOf'>;
}

const PAGE = 500;

const listed = z.object({
  payments: z.array(
    z.object({
      id: z.string().min(1).max(128),
      key: z.string().min(1).max(128),
      reference: z.string().max(128),
      amountMinor: z.string().regex(/^[1-9]\d{0,17}$/),
      currency: z.string().refine(isCurrency),
      status: z.string(),
      createdAt: z.iso.datetime(),
    }),
  ),
});
type Listed = z.infer<typeof listed>['payments'][number];

/**
 * The list of a provider as a statement: what it paid in the account's currency. Organisations that share the account
 * with the provider see what is theirs, and what finance knows of nobody; never what another one paid. The provider tells
 * moments: each payment stands on the organisation's own day, as it does in the books.
 */
export function statementSourceOverHttp({
  url,
  provider,
  timeoutMs,
  database,
  calendar,
}: StatementSourceOptions): StatementSource {
  return {
    provider,
    async *items(tenantId, { id: accountId, currency, openingOn }) {
      const reader = database.reader(tenantId);
      for (let offset = 0; ; offset += PAGE) {
        const page = await pageOf(url, offset, timeoutMs);
        if (page === undefined) {
          yield problem('FINANCE_STATEMENT_SOURCE_UNAVAILABLE', undefined, { provider });
          return;
        }
        const paid = page.filter((each) => each.status === 'SUCCEEDED' && each.currency === currency);
        const foreign = await keysOfOthers(database, tenantId, paid);
        const own = paid.filter(({ key }) => !foreign.has(key));
        const days = await calendar.daysOf(
          reader,
          own.map(({ createdAt }) => new Date(createdAt)),
        );
        const lines = own.map((each, index) => lineOf(each, days[index] ?? ''));
        for (const line of await asTakenIn(reader, accountId, lines)) {
          if (line.bookedOn >= openingOn) yield { kind: 'LINE', at: 1, line };
        }
        if (page.length < PAGE) return;
      }
    },
  };
}

function lineOf({ id, key, reference, amountMinor, currency }: Listed, bookedOn: string): StatementLine {
  return {
    ...{ bookedOn, valueOn: bookedOn, amountMinor: -BigInt(amountMinor), currency },
    ...{ bankReference: id, references: [id, key, reference].sort(), text: reference, toldApart: true },
  };
}

/**
 * What was taken in before under the day next to it stays there, and is not taken in again: days were once those of UTC,
 * and an organisation may come to another zone.
 */
async function asTakenIn(
  reader: TenantReader,
  accountId: string,
  lines: readonly StatementLine[],
): Promise<StatementLine[]> {
  const beside = [-1, 1].map((days) => lines.map((line) => onDay(line, shifted(line.bookedOn, days))));
  const known = await Promise.all(beside.map((moved) => knownOf(reader, accountId, moved)));
  return lines.map((line, index) => {
    const places = beside.map((moved) => moved[index]);
    return places.find((place, side) => place !== undefined && known[side]?.has(nameOf(place)) === true) ?? line;
  });
}

async function knownOf(
  reader: TenantReader,
  accountId: string,
  lines: readonly StatementLine[],
): Promise<ReadonlySet<string>> {
  if (lines.length === 0) return new Set();
  const rows = await reader.query<{ fingerprint: Buffer }>(
    `SELECT l.fingerprint FROM statement_line l
     WHERE l.tenant_id = :tenantId AND l.account_id = :accountId AND l.statement_key = :unnamed
       AND l.fingerprint IN (:fingerprints)`,
    { accountId, unnamed: UNNAMED, fingerprints: lines.map(fingerprintOf) },
  );
  return new Set(rows.map(({ fingerprint }) => fingerprint.toString('hex')));
}

function nameOf(line: StatementLine): string {
  return fingerprintOf(line).toString('hex');
}

function onDay(line: StatementLine, day: string): StatementLine {
  return { ...line, bookedOn: day, valueOn: day };
}

async function pageOf(url: string, offset: number, timeoutMs: number): Promise<readonly Listed[] | undefined> {
  try {
    const response = await fetch(`${url}/payments?offset=${offset}&limit=${PAGE}`, {
      signal: AbortSignal.timeout(timeoutMs),
    });
    const read = response.ok ? listed.safeParse(await response.json()) : undefined;
    return read?.success === true ? read.data.payments : undefined;
  } catch {
    return undefined;
  }
}

async function keysOfOthers(
  database: Database,
  tenantId: string,
  paid: readonly Listed[],
): Promise<ReadonlySet<string>> {
  if (paid.length === 0) return new Set();
  const tenants = await database.system.query<{ tenant_id: string }>('SELECT DISTINCT tenant_id FROM payment');
  const others = tenants.map((row) => row.tenant_id).filter((other) => other !== tenantId);
  const rows = await database.system.query<{ idempotency_key: string }>(
    'SELECT idempotency_key FROM payment WHERE tenant_id IN (:others) AND idempotency_key IN (:keys)',
    { others, keys: paid.map(({ key }) => key) },
  );
  return new Set(rows.map((row) => row.idempotency_key));
}
