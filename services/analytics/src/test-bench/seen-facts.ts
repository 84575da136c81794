import type { Database } from '@redress/persistence';
import { systemClock } from '@redress/kernel';
import { FACT_TABLES } from '../facts/model/fact-tables.model';
import { metricService } from '../metrics/composition-root';
import { METRICS } from '../metrics/model/metric-registry.model';

const WINDOW = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };

/** What there is of a tenant. */
export interface Seen {
  readonly facts: readonly string[];
  readonly rows: readonly string[];
  /** Up to where, and whether nothing that is known waits. */
  readonly position: bigint;
  readonly complete: boolean;
}

/** The facts of a tenant, and the figures over them. */
export async function seenOf(database: Database, tenantId: string): Promise<Seen> {
  return { facts: await factsOf(database, tenantId), ...(await figuresOf(database, tenantId)) };
}

/** All rows of all facts as they are now, without the position since which they are so. */
async function factsOf(database: Database, tenantId: string): Promise<readonly string[]> {
  const reader = database.reader(tenantId);
  const rows = FACT_TABLES.map(async ({ name, columns }) => {
    const found = await reader.query<object>(
      `SELECT ${Object.keys(columns)
        .map((column) => `x.${column}`)
        .join(', ')} FROM ${name} x WHERE x.tenant_id = :tenantId`,
    );
    return found.map((row) => `${name} ${JSON.stringify(row)}`);
  });
  return (await Promise.all(rows)).flat().sort();
}

const asText = (_: string, each: unknown) => (typeof each === 'bigint' ? String(each) : each);

/** Every metric there is, of all and by month, with whether it is told to be complete. */
async function figuresOf(database: Database, tenantId: string): Promise<Omit<Seen, 'facts'>> {
  const ask = metricService(database, systemClock, []);
  const rows: string[] = [];
  let asOf = { position: 0n, complete: true };
  for (const groupBy of [[], ['MONTH']] as const) {
    const metrics = METRICS.map(({ name }) => name);
    const answer = await ask(tenantId, { metrics, groupBy, where: {}, timeZone: 'Asia/Shanghai', window: WINDOW });
    if (!answer.ok) throw new Error(answer.refusals[0]?.code);
    const { position, complete } = answer.value.asOf;
    asOf = { position, complete };
    for (const { keys, figures } of answer.value.rows)
      for (const figure of figures) rows.push(JSON.stringify([keys, figure], asText));
  }
  return { rows, ...asOf };
}
