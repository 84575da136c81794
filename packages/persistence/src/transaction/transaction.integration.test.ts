import { newId } from '@redress/kernel';
import { eventually } from '@redress/testkit';
import { CommitOutcomeUnknown, DatabaseOverloaded } from '../connection/database-error';
import type { TenantTransaction } from '../database';
import { openDatabase } from '../open-database';
import { AccountRow } from '../testing/account.row';
import type { Bank } from '../testing/bank';
import { openBank } from '../testing/bank';
import { severableProxy } from '../testing/severable-proxy';
import { TenantScopeMissing } from '../tenant-scope/tenant-scope-missing';
import { TransactionEnded } from './open-transaction';

const SELECT_BALANCE = 'SELECT balance_minor FROM account WHERE tenant_id = :tenantId AND id = :id';
const DEPOSIT = 'UPDATE account SET balance_minor = balance_minor + 1 WHERE tenant_id = :tenantId AND id = :id';

describe('transaction', () => {
  const tenantId = newId();
  let bank: Bank;

  beforeAll(async () => {
    bank = await openBank();
  });
  afterAll(() => bank.close());

  const anAccount = async (): Promise<string> => {
    const id = newId();
    await bank.db.transaction(tenantId, (tx) => tx.insertMany('account', [{ id }]));
    return id;
  };
  const balance = async (id: string): Promise<string | undefined> =>
    (await bank.db.reader(tenantId).query<{ balance_minor: string }>(SELECT_BALANCE, { id }))[0]?.balance_minor;

  it('runs at READ COMMITTED without autocommit, and single reads with it', async () => {
    const variables =
      "SHOW SESSION VARIABLES WHERE Variable_name IN ('autocommit', 'tx_isolation', 'transaction_isolation')";
    const ofTransactions = await bank.db.system.transaction((tx) => tx.query<{ Value: string }>(variables));
    const ofReads = await bank.db.system.query<{ Value: string }>(variables);
    expect(new Set(ofTransactions.map(({ Value }) => Value))).toEqual(new Set(['OFF', 'READ-COMMITTED']));
    expect(new Set(ofReads.map(({ Value }) => Value))).toEqual(new Set(['ON', 'READ-COMMITTED']));
  });

  it('commits what the work did and what was put off, in order, and then calls back', async () => {
    const id = newId();
    const called: string[] = [];
    await bank.db.transaction(tenantId, async (tx) => {
      tx.insertAtCommit('account', [{ id }]);
      tx.insertAtCommit('account', [{ id: newId(), owner: id }]);
      tx.afterCommit(() => called.push('first'));
      tx.afterCommit(() => {
        throw new Error('a listener fails');
      });
      tx.afterCommit(() => called.push('last'));
      expect(await tx.query(SELECT_BALANCE, { id })).toEqual([]);
      expect(called).toEqual([]);
    });
    expect(called).toEqual(['first', 'last']);
    expect(await balance(id)).toBe('0');
  });

  it('runs statements that were put off in order with the rows that were, and only within the tenant', async () => {
    const id = newId();
    await bank.db.transaction(tenantId, (tx) => {
      tx.insertAtCommit('account', [{ id }]);
      tx.executeAtCommit(DEPOSIT, { id });
      expect(() => tx.executeAtCommit('UPDATE account SET balance_minor = 0 WHERE id = :id', { id })).toThrow(
        TenantScopeMissing,
      );
      return Promise.resolve();
    });
    expect(await balance(id)).toBe('1');
  });

  it('rolls back and calls nobody when the work throws, or when what was put off fails', async () => {
    const id = await anAccount();
    const called: string[] = [];
    const failing = bank.db.transaction(tenantId, async (tx) => {
      tx.afterCommit(() => called.push('x'));
      await tx.execute(DEPOSIT, { id });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const conflicting = bank.db.transaction(tenantId, async (tx) => {
      await tx.execute(DEPOSIT, { id });
      tx.insertAtCommit('account', [{ id: newId() }]);
      tx.insertAtCommit('account', [{ id }]);
    });
    await expect(conflicting).rejects.toMatchObject({ errno: 1062, key: 'PRIMARY' });
    expect([await balance(id), called]).toEqual(['0', []]);
  });

  it('keeps the order of what was put off, and undoes all of it, where it is more than a packet takes', async () => {
    const id = newId();
    const many = Array.from({ length: 25_000 }, () => ({ id: newId(), balance_minor: 4_711 }));
    const depositing = (last: string) =>
      bank.db.transaction(tenantId, (tx) => {
        tx.insertAtCommit('account', [{ id }]);
        tx.insertAtCommit('account', many);
        tx.executeAtCommit(DEPOSIT, { id });
        tx.insertAtCommit('account', [{ id: last }]);
        return Promise.resolve();
      });
    const rich = () =>
      bank.db
        .reader(tenantId)
        .query('SELECT COUNT(*) AS accounts FROM account a WHERE a.tenant_id = :tenantId AND a.balance_minor = 4711');
    await expect(depositing(id)).rejects.toMatchObject({ errno: 1062 });
    expect(await rich()).toEqual([{ accounts: '0' }]);
    await depositing(newId());
    expect([await balance(id), await rich()]).toEqual(['1', [{ accounts: '25000' }]]);
  });

  it('is run again when it is the victim of a deadlock', async () => {
    const [left, right] = [await anAccount(), await anAccount()];
    let [attempts, holding] = [0, 0];
    let bothHoldOne: () => void;
    const meeting = new Promise<void>((resolve) => (bothHoldOne = resolve));
    const crossing = (first: string, second: string) => async (tx: TenantTransaction) => {
      attempts += 1;
      await tx.execute(DEPOSIT, { id: first });
      holding += 1;
      if (holding === 2) bothHoldOne();
      await meeting;
      await tx.execute(DEPOSIT, { id: second });
    };
    await Promise.all([
      bank.db.transaction(tenantId, crossing(left, right)),
      bank.db.transaction(tenantId, crossing(right, left)),
    ]);
    expect(attempts).toBeGreaterThan(2);
    expect([await balance(left), await balance(right)]).toEqual(['2', '2']);
  });

  it('loses no update of a row that sixteen want at once', async () => {
    const id = await anAccount();
    const readAndWrite = async (tx: TenantTransaction): Promise<void> => {
      const account = await tx.rows(AccountRow).findOne({ id }, { lock: 'update' });
      await tx.rows(AccountRow).update(id, { balanceMinor: (account?.balanceMinor ?? 0n) + 1n });
    };
    await Promise.all(Array.from({ length: 16 }, () => bank.db.transaction(tenantId, readAndWrite)));
    expect(await balance(id)).toBe('16');
  });

  it('commits nothing when the work swallows an error that undid the transaction', async () => {
    const [mine, contested] = [await anAccount(), await anAccount()];
    let attempts = 0;
    await bank.db.system.transaction(async (holder) => {
      await holder.execute('UPDATE account SET balance_minor = 7 WHERE id = :contested', { contested });
      await bank.db.transaction(tenantId, async (tx) => {
        attempts += 1;
        await tx.execute(DEPOSIT, { id: mine });
        if (attempts > 1) return;
        const impatient = tx.query(`${SELECT_BALANCE} FOR UPDATE NOWAIT`, { id: contested });
        await expect(impatient).rejects.toMatchObject({ errno: 1205 });
      });
    });
    expect([attempts, await balance(mine)]).toEqual([2, '1']);
  });

  it('is run again when the work turns an error that undid the transaction into one of its own', async () => {
    const contested = await anAccount();
    let attempts = 0;
    await bank.db.system.transaction(async (holder) => {
      await holder.execute('UPDATE account SET balance_minor = 7 WHERE id = :contested', { contested });
      await bank.db.transaction(tenantId, async (tx) => {
        attempts += 1;
        if (attempts > 1) return;
        await tx.query(`${SELECT_BALANCE} FOR UPDATE NOWAIT`, { id: contested }).catch(() => {
          throw new Error('busy');
        });
      });
    });
    expect(attempts).toBe(2);
  });

  it('refuses statements after its end, and a commit while one is still under way', async () => {
    const id = await anAccount();
    let kept: TenantTransaction | undefined;
    await bank.db.transaction(tenantId, async (tx) => {
      kept = tx;
      await tx.execute(DEPOSIT, { id });
    });
    await expect(kept?.execute(DEPOSIT, { id })).rejects.toThrow(TransactionEnded);
    let forgotten: Promise<unknown> | undefined;
    const careless = bank.db.transaction(tenantId, (tx) => {
      forgotten = tx.execute(DEPOSIT, { id });
      return Promise.resolve();
    });
    await expect(careless).rejects.toThrow(TransactionEnded);
    await forgotten;
    expect(await balance(id)).toBe('1');
  });

  describe('when the connection is lost', () => {
    it('runs again if that was before the commit', async () => {
      const proxy = await severableProxy(bank.url);
      const db = await openDatabase({ url: proxy.url, rows: [] });
      const id = await anAccount();
      proxy.cutAt('UPDATE', 'after');
      await db.transaction(tenantId, (tx) => tx.execute(DEPOSIT, { id }));
      expect([proxy.cuts(), await balance(id)]).toEqual([1, '1']);
      proxy.cutAt('SELECT balance_minor', 'before');
      expect(await db.reader(tenantId).query(SELECT_BALANCE, { id })).toEqual([{ balance_minor: '1' }]);
      expect(proxy.cuts()).toBe(2);
      await db.close();
      await proxy.close();
    });

    it.each(['before', 'after'] as const)(
      'says that the outcome is unknown if that was at the commit (%s it took effect)',
      async (moment) => {
        const proxy = await severableProxy(bank.url);
        const db = await openDatabase({ url: proxy.url, rows: [] });
        const id = await anAccount();
        const called: string[] = [];
        proxy.cutAt('COMMIT', moment);
        const deposit = db.transaction(tenantId, async (tx) => {
          tx.afterCommit(() => called.push('x'));
          await tx.execute(DEPOSIT, { id });
        });
        await expect(deposit).rejects.toThrow(CommitOutcomeUnknown);
        await eventually(async () => (await balance(id)) === (moment === 'before' ? '0' : '1'));
        await db.transaction(tenantId, (tx) => tx.execute(DEPOSIT, { id }));
        expect(await balance(id)).toBe(moment === 'before' ? '1' : '2');
        expect(called).toEqual([]);
        await db.close();
        await proxy.close();
      },
    );

    it.each([
      ['a statement', 'STATEMENT_TIMED_OUT', true],
      ['the commit', 'CommitOutcomeUnknown', false],
    ] as const)('gives up waiting for %s when nothing comes back', async (_, name, early) => {
      const proxy = await severableProxy(bank.url);
      const db = await openDatabase({ url: proxy.url, rows: [], poolSize: 1, statementTimeoutMs: 2_000 });
      const id = await anAccount();
      const deposit = db.transaction(tenantId, async (tx) => {
        if (early) proxy.freeze();
        await tx.execute(DEPOSIT, { id });
        proxy.freeze();
      });
      await expect(deposit).rejects.toMatchObject(early ? { code: name } : { name });
      await proxy.close();
      await db.close();
      await eventually(async () => (await balance(id)) === '0');
    });
  });

  it('sheds callers when all connections are busy and the queue is full', async () => {
    const db = await openDatabase({ url: bank.url, rows: [], poolSize: 1 });
    let release: () => void = () => undefined;
    let busy: Promise<void> | undefined;
    await new Promise<void>((started) => {
      busy = db.transaction(tenantId, () => {
        started();
        return new Promise<void>((resolve) => (release = resolve));
      });
    });
    const waiting = Array.from({ length: 60 }, () => db.transaction(tenantId, () => Promise.resolve('ran')));
    const refused = await Promise.race(waiting.map((one) => one.catch((error: unknown) => error)));
    expect(refused).toBeInstanceOf(DatabaseOverloaded);
    release();
    await busy;
    const results = await Promise.allSettled(waiting);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(50);
    await db.close();
  });
});
