import { accept, newId, refuse } from '@redress/kernel';
import type { Outcome } from '@redress/kernel';
import { CommitOutcomeUnknown } from '../connection/database-error';
import type { Database, TenantTransaction } from '../database';
import { openDatabase } from '../open-database';
import type { Bank } from '../testing/bank';
import { openBank } from '../testing/bank';
import { severableProxy } from '../testing/severable-proxy';
import type { CommandResult } from './execute-command';
import { executeCommand } from './execute-command';
import { startIdempotencyRetention } from './idempotency-retention.job';
import { pruneIdempotencyRecords } from './prune-idempotency-records';

interface Opened {
  id: string;
}

describe('execute command', () => {
  const tenantId = newId();
  let bank: Bank;

  beforeAll(async () => {
    bank = await openBank();
  });
  afterAll(() => bank.close());

  const openAccount = async (tx: TenantTransaction): Promise<Outcome<Opened>> => {
    const id = newId();
    await tx.insertMany('account', [{ id }]);
    return accept({ id });
  };
  const run = (
    idempotencyKey: string,
    work: (tx: TenantTransaction) => Promise<Outcome<Opened>> = openAccount,
    {
      request = { owner: 'x' },
      subject = 'agent',
      operation = 'openAccount',
      tenant = tenantId,
      db = bank.db,
      keepForEver = false,
    } = {},
  ): Promise<CommandResult<Opened>> =>
    executeCommand(db, { tenantId: tenant, operation, subject, idempotencyKey, request, keepForEver }, work);
  const count = async (table: 'account' | 'idempotency_record', tenant = tenantId): Promise<number> => {
    const [row] = await bank.db
      .reader(tenant)
      .query<{ n: string }>(`SELECT COUNT(*) AS n FROM ${table} WHERE tenant_id = :tenantId`);
    return Number(row?.n);
  };
  const both = async (tenant = tenantId): Promise<[number, number]> => [
    await count('account', tenant),
    await count('idempotency_record', tenant),
  ];

  it('gives a repeated call the stored answer and does nothing', async () => {
    const key = newId();
    const first = await run(key);
    const before = await both();
    const second = await run(key);
    expect([first.replayed, second.replayed]).toEqual([false, true]);
    expect(second.outcome).toEqual(first.outcome);
    expect(await both()).toEqual(before);
  });

  it('takes requests for equal whatever the order of their keys, and answers a void command too', async () => {
    const command = { tenantId, operation: 'touch', subject: 'agent', idempotencyKey: newId() };
    const touch = (): Promise<Outcome<undefined>> => Promise.resolve(accept(undefined));
    await executeCommand(bank.db, { ...command, request: { a: 1n, b: [2] } }, touch);
    const again = await executeCommand(bank.db, { ...command, request: { b: [2], a: 1n } }, touch);
    expect(again).toEqual({ outcome: { ok: true, value: undefined }, replayed: true });
  });

  it('refuses the same key with another request', async () => {
    const key = newId();
    await run(key);
    const before = await both();
    const { outcome, replayed } = await run(key, openAccount, { request: { owner: 'y' } });
    expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'IDEMPOTENCY_CONFLICT' }] });
    expect(replayed).toBe(false);
    expect(await both()).toEqual(before);
  });

  it('keeps the keys of tenants, callers and operations apart', async () => {
    const key = newId();
    const results = [
      await run(key),
      await run(key, openAccount, { subject: 'another' }),
      await run(key, openAccount, { operation: 'closeAccount' }),
      await run(key, openAccount, { tenant: newId() }),
    ];
    expect(results.map(({ replayed }) => replayed)).toEqual([false, false, false, false]);
  });

  it('leaves nothing of a refused command, which may be tried again', async () => {
    const key = newId();
    const before = await both();
    const refusal = { code: 'TOO_POOR', facts: { missing: 3 } };
    const refused = await run(key, async (tx) => {
      await openAccount(tx);
      return refuse(refusal);
    });
    expect(refused).toEqual({ outcome: { ok: false, refusals: [refusal] }, replayed: false });
    expect(await both()).toEqual(before);
    expect((await run(key)).outcome.ok).toBe(true);
  });

  it('leaves nothing of a failed command', async () => {
    const before = await both();
    const failing = run(newId(), async (tx) => {
      await openAccount(tx);
      throw new Error('bug');
    });
    await expect(failing).rejects.toThrow('bug');
    expect(await both()).toEqual(before);
  });

  it('runs one of sixteen concurrent calls and answers all alike', async () => {
    for (let round = 0; round < 5; round += 1) {
      const tenant = newId();
      const key = newId();
      const results = await Promise.all(Array.from({ length: 16 }, () => run(key, openAccount, { tenant })));
      expect(new Set(results.map(({ outcome }) => JSON.stringify(outcome))).size).toBe(1);
      expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1);
      expect(await both(tenant)).toEqual([1, 1]);
    }
  });

  it('answers concurrent calls alike when the work of the later ones trips over the first', async () => {
    const tenant = newId();
    const key = newId();
    const openOnce = async (tx: TenantTransaction): Promise<Outcome<Opened>> => {
      const id = newId();
      await tx.insertMany('account', [{ id, owner: 'the only one' }]);
      return accept({ id });
    };
    const openIfNone = async (tx: TenantTransaction): Promise<Outcome<Opened>> => {
      const taken = await tx.query('SELECT 1 FROM account WHERE tenant_id = :tenantId');
      return taken.length > 0 ? refuse({ code: 'TAKEN' }) : openOnce(tx);
    };
    const calls = Array.from({ length: 16 }, (_, index) =>
      run(key, index % 2 === 0 ? openOnce : openIfNone, { tenant }),
    );
    const results = await Promise.all(calls);
    expect(new Set(results.map(({ outcome }) => JSON.stringify(outcome))).size).toBe(1);
    expect(results[0]?.outcome.ok).toBe(true);
    expect(await both(tenant)).toEqual([1, 1]);
  });

  it('refuses all of sixteen concurrent calls that the rules refuse', async () => {
    const key = newId();
    const results = await Promise.all(
      Array.from({ length: 16 }, () =>
        run(key, async (tx) => ((await openAccount(tx)).ok ? refuse({ code: 'NO' }) : refuse({ code: 'NEVER' }))),
      ),
    );
    expect(results.every(({ outcome }) => !outcome.ok && outcome.refusals[0]?.code === 'NO')).toBe(true);
  });

  describe('when the connection is lost at the commit', () => {
    const behindProxy = async (
      use: (db: Database, proxy: Awaited<ReturnType<typeof severableProxy>>) => Promise<void>,
    ): Promise<void> => {
      const proxy = await severableProxy(bank.url);
      const db = await openDatabase({ url: proxy.url, rows: [], poolSize: 4 });
      try {
        await use(db, proxy);
      } finally {
        await db.close();
        await proxy.close();
      }
    };

    it.each([
      ['before', false],
      ['after', true],
    ] as const)('settles by the key what happened (%s it took effect)', async (moment, replayed) => {
      await behindProxy(async (db, proxy) => {
        const tenant = newId();
        const key = newId();
        proxy.cutAt('COMMIT', moment);
        const result = await run(key, openAccount, { tenant, db });
        expect(proxy.cuts()).toBe(1);
        expect([result.outcome.ok, result.replayed]).toEqual([true, replayed]);
        expect(await both(tenant)).toEqual([1, 1]);
        expect((await run(key, openAccount, { tenant })).outcome).toEqual(result.outcome);
      });
    });

    it('says so when the database does not come back', async () => {
      await behindProxy(async (db, proxy) => {
        proxy.cutAt('COMMIT', 'before');
        const command = run(
          newId(),
          async (tx) => {
            const outcome = await openAccount(tx);
            proxy.stopListening();
            return outcome;
          },
          { db },
        );
        await expect(command).rejects.toBeInstanceOf(CommitOutcomeUnknown);
      });
    });
  });

  describe('retention', () => {
    it('forgets answers after 30 days unless they are kept for ever', async () => {
      const tenant = newId();
      const [kept, passing] = [newId(), newId()];
      await run(kept, openAccount, { tenant, keepForEver: true });
      await run(passing, openAccount, { tenant });
      const days = (n: number): Date => new Date(Date.now() + n * 24 * 60 * 60 * 1000);
      await pruneIdempotencyRecords(bank.db, days(29));
      expect(await count('idempotency_record', tenant)).toBe(2);
      expect(await pruneIdempotencyRecords(bank.db, days(31))).toBeGreaterThan(0);
      expect([
        (await run(kept, openAccount, { tenant })).replayed,
        (await run(passing, openAccount, { tenant })).replayed,
      ]).toEqual([true, false]);
    });

    it('runs as a job until it is stopped', async () => {
      const job = startIdempotencyRetention(bank.db, { everyMs: 5 });
      await job.stop();
    });
  });
});
