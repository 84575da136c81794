import type { Database } from '@redress/persistence';
import { factsInMysql } from '../facts/adapters/facts.repository-mysql';
import type { FactListener } from '../facts/model/fact-listener.client';
import { FactSet } from '../facts/model/fact-set.model';
import type { ColumnKind, FactTable, FactValue } from '../facts/model/fact-table.model';
import { FACT_TABLES, type FactName } from '../facts/model/fact-tables.model';
import type { Condition } from '../metrics/model/condition.model';
import { METRICS } from '../metrics/model/metric-registry.model';
import type { Measure } from '../metrics/model/metric.model';

/** Numbers in [0, 1) that are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Around these moments clocks change in Berlin, New York and on Lord Howe Island, and years end. */
const MOMENTS = [
  '2025-10-04T15:30:00.000Z',
  '2025-10-26T01:00:00.000Z',
  '2025-11-02T06:00:00.000Z',
  '2025-12-31T23:59:59.999Z',
  '2026-03-08T07:00:00.000Z',
  '2026-03-29T01:00:00.000Z',
  '2026-06-30T16:00:00.000Z',
].map((text) => Date.parse(text));
const NEAR_MS = [-86_400_000, -3_600_000, -1, 0, 1, 1_800_000, 3_600_000, 86_400_000, 7 * 86_400_000];
const WORDS = ['A', 'a', '东', 'ü', 'Z z', "O'Neil", '$v0', '%'];
const AMOUNTS = [0n, 1n, -1n, 250n, 250n, 99_999n, 4_000_000_000_000_000_000n, -4_000_000_000_000_000_000n];

function wordsIn(condition: Condition | undefined): readonly [string, readonly (string | number)[]][] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(wordsIn);
  if ('any' in condition) return condition.any.flatMap(wordsIn);
  if ('not' in condition) return wordsIn(condition.not);
  return 'in' in condition ? [[condition.column, condition.in]] : [];
}

const conditionsOf = (measure: Measure): readonly (Condition | undefined)[] =>
  measure.kind === 'share' ? [measure.of, measure.among] : [measure.where];

/** What the metrics look for in a column: rows have these, so that no condition is always or never met. */
const LOOKED_FOR = new Map<string, readonly (string | number)[]>();
for (const [column, values] of METRICS.flatMap(({ measure }) => conditionsOf(measure).flatMap(wordsIn)))
  LOOKED_FOR.set(column, [...(LOOKED_FOR.get(column) ?? []), ...values]);

/** Makes rows of facts at random, with ties, gaps, huge values and moments at which clocks change. */
export class RandomFacts {
  private readonly random: () => number;

  constructor(
    seed: number,
    private readonly owners: number,
  ) {
    this.random = seeded(seed);
  }

  /** What one event might do to some row of each table. */
  changes(): readonly { readonly table: FactTable; readonly values: Readonly<Record<string, FactValue>> }[] {
    return FACT_TABLES.filter(() => this.random() < 0.6).map((table: FactTable) => ({
      table,
      values: Object.fromEntries(
        Object.entries(table.columns).flatMap(([column, kind]) => {
          if (table.key.includes(column)) return [[column, this.keyOf(column, kind)]];
          return this.random() < 0.75 ? [[column, this.value(column, kind)]] : [];
        }),
      ),
    }));
  }

  /** Every identifier that rows of all tables may share. */
  private keyOf(column: string, kind: ColumnKind): FactValue {
    const place = this.whole(column === 'complaint_id' ? this.owners : 3);
    if (kind !== 'id') return place;
    return `01900000-0000-7000-8000-${String(place).padStart(12, '0')}`;
  }

  private value(column: string, kind: ColumnKind): FactValue {
    if (this.random() < 0.15) return null;
    const looked = LOOKED_FOR.get(column);
    if (column.endsWith('currency')) return this.one(['CNY', 'USD', 'JPY']);
    if (looked !== undefined && this.random() < 0.6) return this.one(looked);
    switch (kind) {
      case 'id':
        return this.keyOf('complaint_id', kind);
      case 'instant':
        return new Date(this.one(MOMENTS) + this.one(NEAR_MS) * (1 + this.whole(3)));
      case 'flag':
        return this.whole(2);
      case 'integer':
        return this.one([0, 1, 2, 2, 5, 2_000_000_000]);
      case 'minor':
        return this.one(AMOUNTS);
      case 'code':
      case 'text':
        return this.one(WORDS);
    }
  }

  private whole(below: number): number {
    return Math.floor(this.random() * below);
  }

  private one<Item>(items: readonly Item[]): Item {
    const item = items[this.whole(items.length)];
    if (item === undefined) throw new Error('nothing to take from');
    return item;
  }
}

/** Applies so many events at random to the facts of a tenant, in one transaction; answers the position of the last. */
export async function takeRandomEvents(
  database: Database,
  tenantId: string,
  facts: RandomFacts,
  events: number,
  listeners: readonly FactListener[] = [],
): Promise<bigint> {
  return database.transaction(tenantId, async (tx) => {
    await tx.execute(
      `INSERT INTO change_position (tenant_id, last_position) VALUES (:tenantId, :events)
       ON DUPLICATE KEY UPDATE last_position = last_position + :events`,
      { events },
    );
    const [row] = await tx.query<{ reached: string }>(
      'SELECT p.last_position AS reached FROM change_position p WHERE p.tenant_id = :tenantId',
    );
    const reached = BigInt(row?.reached ?? 0);
    const set = new FactSet();
    for (let place = 1n; place <= BigInt(events); place += 1n) {
      set.moveTo(reached - BigInt(events) + place);
      for (const { table, values } of facts.changes()) {
        const name = table.name as FactName;
        await factsInMysql.load(tx, 1, set, [{ table: name, owner: String(values[table.key[0]]) }]);
        set.change(table, values);
      }
    }
    factsInMysql.save(tx, 1, set);
    const taken = { generation: 1, after: reached - BigInt(events), upTo: reached };
    for (const listener of listeners) await listener.hear(tx, taken, set);
    return reached;
  });
}
