import { newId } from '@redress/kernel';
import { testDatabase } from '@redress/testkit';
import fc from 'fast-check';
import { join } from 'node:path';
import { DatabaseError } from '../connection/database-error';
import type { Database } from '../database';
import { migrate } from '../migration/migrate';
import { openDatabase } from '../open-database';
import { compileStatement } from '../sql/compiled-statement';
import { UnsupportedSql } from '../sql/tokenizer';
import { assertTenantScope } from './tenant-scope';
import { TenantScopeMissing } from './tenant-scope-missing';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const mine = newId();
const theirs = newId();

/** Grammar of queries that are often nearly right: conditions of all shapes around the one that matters. */
const queries = fc.letrec<{ query: string; condition: string; source: string }>((tie) => {
  const alias = fc.constantFrom('a', 'b');
  const scope = alias.map((name) => `${name}.tenant_id = :tenantId`);
  const link = fc.tuple(alias, alias).map(([one, other]) => `${one}.tenant_id = ${other}.tenant_id`);
  const fact = fc
    .tuple(alias, fc.constantFrom('= 1', '> 0', 'IS NOT NULL', 'BETWEEN 0 AND 3'))
    .map(([name, is]) => `${name}.balance_minor ${is}`);
  const joined = (condition: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc
      .tuple(condition, fc.constantFrom(' AND ', ' AND ', ' OR ', ' XOR ', ' || ', ' = '), condition)
      .map(([one, by, other]) => one + by + other);
  return {
    condition: fc.oneof(
      { maxDepth: 4 },
      scope,
      scope,
      scope,
      link,
      fact,
      fc.constant(':tenantId = tenant_id'),
      joined(tie('condition')),
      joined(tie('condition')),
      tie('condition').map((inner) => `(${inner})`),
      tie('condition').map((inner) => `NOT (${inner})`),
      tie('condition').map((inner) => `NOT ${inner}`),
      tie('condition').map((inner) => `1 BETWEEN 0 AND ${inner}`),
      tie('condition').map((inner) => `CASE WHEN ${inner} THEN 1 ELSE 1 END`),
      tie('condition').map((inner) => `${inner} /* a.tenant_id = :tenantId */`),
      tie('query').map((inner) => `EXISTS (${inner})`),
      fc.tuple(alias, tie('query')).map(([name, inner]) => `${name}.id IN (${inner})`),
    ),
    source: fc.oneof(
      { maxDepth: 3 },
      alias.map((name) => `account ${name}`),
      alias.map((name) => `account ${name}`),
      fc.tuple(tie('query'), alias).map(([inner, name]) => `(${inner}) ${name}`),
      fc
        .tuple(tie('source'), fc.constantFrom('JOIN', 'LEFT JOIN', 'RIGHT JOIN', 'INNER JOIN'), alias, tie('condition'))
        .map(([left, join, name, on]) => `${left} ${join} account ${name} ON ${on}`),
      fc.tuple(tie('source'), alias).map(([left, name]) => `${left}, account ${name}`),
    ),
    query: fc.oneof(
      { maxDepth: 3 },
      fc
        .tuple(alias, tie('source'), tie('condition'))
        .map(([name, from, where]) => `SELECT ${name}.* FROM ${from} WHERE ${where}`),
      fc
        .tuple(alias, tie('source'), tie('condition'))
        .map(([name, from, where]) => `SELECT ${name}.id FROM ${from} WHERE ${where}`),
      fc.tuple(tie('source'), tie('condition')).map(([from, on]) => `SELECT COUNT(*) AS id FROM ${from} WHERE ${on}`),
      fc.tuple(alias, tie('source')).map(([name, from]) => `SELECT ${name}.id FROM ${from}`),
      fc.tuple(tie('query'), tie('query')).map(([one, other]) => `${one} UNION ALL ${other}`),
      fc.tuple(alias, tie('query'), tie('query')).map(([name, inner, outer]) => `WITH ${name} AS (${inner}) ${outer}`),
    ),
  };
});

/** Statements that change rows, over the same conditions. */
const writes = fc.oneof(
  fc
    .tuple(queries.source, queries.condition)
    .map(([tables, where]) => `UPDATE ${tables} SET a.balance_minor = 9 WHERE ${where}`),
  queries.condition.map((where) => `UPDATE account a SET a.tenant_id = :tenantId WHERE ${where}`),
  fc.tuple(queries.source, queries.condition).map(([tables, where]) => `DELETE a FROM ${tables} WHERE ${where}`),
  queries.condition.map((where) => `DELETE FROM account WHERE ${where.replace(/\b[ab]\./g, '')}`),
  queries.query.map(
    (query) => `INSERT INTO account (id, tenant_id) ${query.replace(/SELECT (\w)\.id/, 'SELECT UUID(), $1.tenant_id')}`,
  ),
  queries.query.map((query) => `INSERT INTO account (tenant_id, id) VALUES (:tenantId, (${query}))`),
);

describe('tenant scope against a server', () => {
  const openings: { db: Database; drop(): Promise<void> }[] = [];
  let alone: Database;
  let shared: Database;

  const open = async (tenants: readonly string[]): Promise<Database> => {
    const { url, drop } = await testDatabase();
    await migrate({ url, directory: join(__dirname, '..', 'testing', 'migrations') });
    const db = await openDatabase({ url, rows: [], poolSize: 2 });
    openings.push({ db, drop });
    for (const tenant of tenants) {
      const rows = ['x', 'y'].map((id, index) => ({
        tenant_id: tenant,
        id,
        balance_minor: tenant === mine ? index : index + 1,
      }));
      await db.system.insertMany('account', [...rows, { tenant_id: tenant, id: tenant, balance_minor: 1 }]);
    }
    return db;
  };
  beforeAll(async () => {
    alone = await open([mine]);
    shared = await open([mine, theirs]);
  });
  afterAll(async () => {
    for (const { db, drop } of openings) {
      await db.close();
      await drop();
    }
  });

  const isScoped = (sql: string): boolean => {
    try {
      assertTenantScope(compileStatement(sql));
      return true;
    } catch (error) {
      if (error instanceof TenantScopeMissing || error instanceof UnsupportedSql) return false;
      throw error;
    }
  };
  const sorted = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();
  const isRefusedByServer = (error: unknown): boolean => error instanceof DatabaseError && !error.connectionLost;
  const ifUnderstood = async <T>(run: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await run();
    } catch (error) {
      if (isRefusedByServer(error)) return undefined;
      throw error;
    }
  };

  it('answers an accepted query as if no other tenant existed', async () => {
    let compared = 0;
    const property = fc.asyncProperty(queries.query, async (sql) => {
      fc.pre(isScoped(sql));
      const withOthers = await ifUnderstood(() => shared.reader(mine).query(sql));
      if (withOthers === undefined) return;
      compared += 1;
      expect(sorted(withOthers)).toEqual(sorted(await alone.reader(mine).query(sql)));
    });
    await fc.assert(property, { numRuns: 300, maxSkipsPerRun: 1_000 });
    expect(compared).toBeGreaterThan(50);
  });

  it('touches no row of another tenant by an accepted change', async () => {
    const undo = new Error('undo');
    const others = 'SELECT * FROM account WHERE tenant_id <> :mine ORDER BY tenant_id, id';
    const before = await shared.system.query(others, { mine });
    let changed = 0;
    const property = fc.asyncProperty(writes, async (sql) => {
      fc.pre(isScoped(sql));
      let after: unknown = before;
      const attempt = shared.system.transaction(async (tx) => {
        const { affectedRows } = await tx.forTenant(mine).execute(sql);
        changed += affectedRows > 0 ? 1 : 0;
        after = await tx.query(others, { mine });
        throw undo;
      });
      await attempt.catch((error: unknown) => {
        if (error !== undo && !isRefusedByServer(error)) throw error;
      });
      expect(after).toEqual(before);
    });
    await fc.assert(property, { numRuns: 300, maxSkipsPerRun: 1_000 });
    expect(changed).toBeGreaterThan(50);
  });
});
