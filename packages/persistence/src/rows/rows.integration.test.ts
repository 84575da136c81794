import { newId } from '@redress/kernel';
import type { TenantTransaction } from '../database';
import { AccountRow } from '../testing/account.row';
import type { Bank } from '../testing/bank';
import { openBank } from '../testing/bank';
import { TenantScopeMissing } from '../tenant-scope/tenant-scope-missing';
import { StaleVersion } from './stale-version';

describe('rows of a tenant', () => {
  const tenantId = newId();
  const otherTenant = newId();
  let bank: Bank;

  beforeAll(async () => {
    bank = await openBank(4);
  });
  afterAll(() => bank.close());

  const within = <T>(work: (tx: TenantTransaction) => Promise<T>, tenant = tenantId): Promise<T> =>
    bank.db.transaction(tenant, work);
  const anAccount = async (values: Partial<AccountRow> = {}, tenant = tenantId): Promise<string> => {
    const id = newId();
    await within((tx) => tx.rows(AccountRow).insert({ id, owner: null, balanceMinor: 0n, ...values }), tenant);
    return id;
  };
  const find = (id: string, tenant = tenantId): Promise<AccountRow | undefined> =>
    within((tx) => tx.rows(AccountRow).findOne({ id }), tenant);

  it('come back as they went in', async () => {
    const values = {
      owner: "O'Brien \\ ? ?? :id 张三 😀",
      balanceMinor: 9_223_372_036_854_775_807n,
      rate: '12.3400',
      terms: { tags: ["it's", '"x"', '\\'] },
      seal: Buffer.from([0, 39, 92, 255]),
      openedOn: '2024-02-29',
      openedAt: new Date('2024-02-29T23:59:59.999Z'),
      active: false,
    };
    const id = await anAccount(values);
    const found = await find(id);
    expect(found).toBeInstanceOf(AccountRow);
    expect(found).toEqual({ ...values, tenantId, id, version: 1 });
    await within((tx) => tx.rows(AccountRow).update(id, { terms: ['a'], openedAt: null }));
    expect(await find(id)).toMatchObject({ terms: ['a'], openedAt: null, openedOn: '2024-02-29' });
  });

  it('come raw as text, bytes and dates from a query', async () => {
    const openedAt = new Date('1969-07-20T20:17:40.001Z');
    const id = await anAccount({
      balanceMinor: -1n,
      rate: '0.1000',
      terms: { tags: [] },
      openedAt,
      openedOn: '0001-01-01',
    });
    const rows = await bank.db
      .reader(tenantId)
      .query(
        'SELECT balance_minor, rate, terms, opened_at, opened_on, active, (SELECT COUNT(*) FROM account a WHERE a.tenant_id = :tenantId AND a.id = :id) AS n FROM account WHERE tenant_id = :tenantId AND id = :id',
        { id },
      );
    expect(rows).toEqual([
      {
        balance_minor: '-1',
        rate: '0.1000',
        terms: '{"tags":[]}',
        opened_at: openedAt,
        opened_on: '0001-01-01',
        active: 1,
        n: '1',
      },
    ]);
  });

  it('are found by equality, by lists, by null, in order and up to a limit', async () => {
    const ids = [
      await anAccount({ balanceMinor: 5n }),
      await anAccount({ balanceMinor: 4n }),
      await anAccount({ owner: newId(), balanceMinor: 3n }),
    ];
    const found = (where: Parameters<ReturnType<TenantTransaction['rows']>['findMany']>[0] & object, limit = 9) =>
      within(async (tx) => {
        const rows = await tx
          .rows(AccountRow)
          .findMany({ id: ids, ...where }, { orderBy: { balanceMinor: 'ASC' }, limit });
        return rows.map(({ balanceMinor }) => balanceMinor);
      });
    expect(await found({})).toEqual([3n, 4n, 5n]);
    expect(await found({}, 1)).toEqual([3n]);
    expect(await found({ owner: null })).toEqual([4n, 5n]);
    expect(await found({ balanceMinor: 4n })).toEqual([4n]);
    expect(await found({ balanceMinor: [] })).toEqual([]);
  });

  it('are not another tenant’s', async () => {
    const id = await anAccount({ balanceMinor: 1n });
    expect(await find(id, otherTenant)).toBeUndefined();
    await expect(within((tx) => tx.rows(AccountRow).update(id, { balanceMinor: 2n }), otherTenant)).rejects.toThrow(
      'there is no account',
    );
    expect(await within((tx) => tx.rows(AccountRow).updateWhere({ id }, { balanceMinor: 2n }), otherTenant)).toBe(0);
    expect(await within((tx) => tx.rows(AccountRow).deleteWhere({ id }), otherTenant)).toBe(0);
    const update = { id, expectedVersion: 1, patch: { balanceMinor: 2n } };
    await expect(within((tx) => tx.rows(AccountRow).updateVersioned(update), otherTenant)).rejects.toMatchObject({
      currentVersion: undefined,
    });
    const smuggled = { id: newId(), owner: null, balanceMinor: 0n, tenantId: otherTenant };
    await within((tx) => tx.rows(AccountRow).insert(smuggled));
    expect(await find(smuggled.id)).toBeDefined();
    expect(await find(smuggled.id, otherTenant)).toBeUndefined();
    const moved = within((tx) => tx.rows(AccountRow).update(smuggled.id, { tenantId: otherTenant } as object));
    await expect(moved).rejects.toThrow(TenantScopeMissing);
  });

  it('are not matched by a condition that is undefined or unknown', async () => {
    await expect(within((tx) => tx.rows(AccountRow).findMany({ id: undefined } as object))).rejects.toThrow(
      'undefined',
    );
    await expect(within((tx) => tx.rows(AccountRow).findMany({ nothing: 1 } as object))).rejects.toThrow(
      'no property nothing',
    );
  });

  it('of no class that is not a tenant’s', async () => {
    class Stranger {}
    await expect(within((tx) => tx.rows(Stranger).findMany({}))).rejects.toThrow('Stranger');
  });

  describe('updated by version', () => {
    it('grow by the number of events', async () => {
      const id = await anAccount();
      await within((tx) =>
        tx.rows(AccountRow).updateVersioned({ id, expectedVersion: 1, increment: 3, patch: { balanceMinor: 7n } }),
      );
      await within((tx) => tx.rows(AccountRow).updateVersioned({ id, expectedVersion: 4, patch: {} }));
      expect(await find(id)).toMatchObject({ version: 5, balanceMinor: 7n });
    });

    it('are refused with StaleVersion and the current version, and stay as they are', async () => {
      const id = await anAccount();
      await within((tx) => tx.rows(AccountRow).updateVersioned({ id, expectedVersion: 1, patch: {} }));
      const stale = within((tx) =>
        tx.rows(AccountRow).updateVersioned({ id, expectedVersion: 1, patch: { balanceMinor: 7n } }),
      );
      await expect(stale).rejects.toMatchObject({ name: 'StaleVersion', currentVersion: 2, expectedVersion: 1 });
      await expect(stale).rejects.toBeInstanceOf(StaleVersion);
      expect(await find(id)).toMatchObject({ version: 2, balanceMinor: 0n });
    });

    it('let one of sixteen through', async () => {
      const id = await anAccount();
      const attempts = Array.from({ length: 16 }, () =>
        within((tx) => tx.rows(AccountRow).updateVersioned({ id, expectedVersion: 1, patch: { balanceMinor: 1n } })),
      );
      const results = await Promise.allSettled(attempts);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });
  });
});
