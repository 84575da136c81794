import { isCurrency } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { z } from 'zod';
import type { StatementSource } from '../model/statement-source.client';
import { problem, type StatementItem } from '../model/statement.model';

export interface StatementSourceOptions {
  readonly url: string;
  readonly provider: string;
  readonly timeoutMs: number;
  readonly database: Database;
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
 * with the provider see what is theirs, and what finance knows of nobody; never what another one paid.
 */
export function statementSourceOverHttp({
  url,
  provider,
  timeoutMs,
  database,
}: StatementSourceOptions): StatementSource {
  return {
    provider,
    async *items(tenantId, { currency, openingOn }) {
      for (let offset = 0; ; offset += PAGE) {
        const page = await pageOf(url, offset, timeoutMs);
        if (page === undefined) {
          yield problem('FINANCE_STATEMENT_SOURCE_UNAVAILABLE', undefined, { provider });
          return;
        }
        const paid = page.filter((each) => each.status === 'SUCCEEDED' && each.currency === currency);
        const foreign = await keysOfOthers(database, tenantId, paid);
        for (const each of paid) {
          if (!foreign.has(each.key) && each.createdAt.slice(0, 10) >= openingOn) yield lineOf(each);
        }
        if (page.length < PAGE) return;
      }
    },
  };
}

function lineOf({ id, key, reference, amountMinor, currency, createdAt }: Listed): StatementItem {
  const bookedOn = createdAt.slice(0, 10);
  return {
    kind: 'LINE',
    at: 1,
    line: {
      ...{ bookedOn, valueOn: bookedOn, amountMinor: -BigInt(amountMinor), currency },
      ...{ bankReference: id, references: [id, key, reference].sort(), text: reference, toldApart: true },
    },
  };
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
