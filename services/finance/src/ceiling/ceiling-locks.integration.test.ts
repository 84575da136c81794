import { join } from 'node:path';
import fc from 'fast-check';
import { money, newId } from '@redress/kernel';
import { messagingMigrations } from '@redress/messaging';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import { migratedDatabase } from '@redress/testkit';
import { logger } from '../test-bench/fake-case-handling';
import { ceilingsInMysql as ceilings } from './adapters/ceiling.repository-mysql';
import {
  changeLimit,
  chargeOf,
  openCeiling,
  orderChargeSubject,
  orderLineSubject,
  release,
  remainingUnder,
  reserve,
  settle,
  type Ceiling,
} from './model/ceiling.model';

const TENANT = 'acme';
const cny = (minor: bigint) => money(minor, 'CNY');

describe('several ceilings of one transaction', () => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const own = join(__dirname, '..', '..', 'migrations');
    const schema = await migratedDatabase([persistenceMigrations, messagingMigrations, own], migrate);
    database = await openDatabase({ url: schema.url, rows: [], poolSize: 16, logger });
    drop = () => schema.drop();
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  /** An order of two lines; the first bears VAT and a fee, the order its shipping. */
  async function anOrder(tenant = TENANT) {
    const orderNumber = `O_${newId().slice(-8)}`;
    const lines = [1, 2].map((lineNumber) => {
      const id = newId();
      const subject = orderLineSubject({ orderNumber, lineNumber });
      return openCeiling(id, 'ORDER_LINE', subject, cny(1000n), { lineId: id, quantity: '2' });
    });
    const charge = (code: string, lineNumber?: number) =>
      openCeiling(
        newId(),
        'ORDER_CHARGE',
        orderChargeSubject({ orderNumber, charge: code, ...(lineNumber === undefined ? {} : { lineNumber }) }),
        cny(130n),
        lineNumber === undefined ? {} : { lineId: lines[lineNumber - 1]?.id ?? '' },
      );
    const all = [...lines, charge('VAT', 1), charge('FEE', 1), charge('SHIPPING')];
    await database.transaction(tenant, (tx) => ceilings.add(tx, all));
    return { orderNumber, all };
  }

  const inTransaction = <T>(work: (tx: Parameters<typeof ceilings.lock>[0]) => Promise<T>): Promise<T> =>
    database.transaction(TENANT, work);

  it('gives a line with what was charged for it, and never what belongs to another line or organisation', async () => {
    const { orderNumber } = await anOrder();
    await anOrder('another');
    const found = (lineNumber: number) => inTransaction((tx) => ceilings.lockLines(tx, [{ orderNumber, lineNumber }]));
    expect((await found(1)).map((ceiling) => chargeOf(ceiling))).toEqual([undefined, 'VAT', 'FEE']);
    expect((await found(2)).map((ceiling) => chargeOf(ceiling))).toEqual([undefined]);
    expect(await found(3)).toEqual([]);
  });

  it('finds by kind and subject what exists, each once, in the order of the ids', async () => {
    const { orderNumber, all } = await anOrder();
    const wanted = [...all].reverse().map(({ kind, subject }) => ({ kind, subject }));
    const unknown = { kind: 'ORDER_LINE', subject: orderLineSubject({ orderNumber, lineNumber: 9 }) } as const;
    const sameNameOtherKind = { kind: 'GOODWILL_BUDGET', subject: wanted[0]?.subject ?? '' } as const;
    const found = await inTransaction((tx) =>
      ceilings.lockBySubjects(tx, [...wanted, unknown, sameNameOtherKind, ...wanted]),
    );
    expect(found).toEqual(all);
    await expect(inTransaction((tx) => ceilings.lockMany(tx, [newId()]))).rejects.toThrow('there is no ceiling');
  });

  it('stores what changed of each of them at once', async () => {
    const { all } = await anOrder();
    const ids = all.map(({ id }) => id);
    const drawn = await inTransaction(async (tx) => {
      const changed = (await ceilings.lockMany(tx, ids)).map((ceiling, index) => {
        const outcome = reserve(ceiling, cny(BigInt(index + 1)), index === 0 ? '0.5' : undefined);
        if (!outcome.ok) throw new Error('must be reserved');
        return outcome.value;
      });
      await ceilings.saveMany(tx, changed);
      return changed;
    });
    expect(await inTransaction((tx) => ceilings.lockMany(tx, ids))).toEqual(drawn);
    expect(drawn[0]?.quantity).toMatchObject({ reserved: 500_000n });
  });

  it('is refused by the database itself when more than the line goes back', async () => {
    const { all } = await anOrder();
    const [line] = all as [Ceiling];
    const passed = { ...line, quantity: { limit: 2_000_000n, reserved: 2_000_001n, settled: 0n } };
    await expect(inTransaction((tx) => ceilings.saveMany(tx, [passed]))).rejects.toThrow(/ceiling_limit_quantity/);
  });

  it('lets 64 transactions draw on overlapping ceilings named in any order, none of which waits for another in a circle', async () => {
    const { all } = await anOrder();
    let attempts = 0;
    await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        inTransaction(async (tx) => {
          attempts += 1;
          const turned = [...all.slice(index % all.length), ...all.slice(0, index % all.length)].slice(0, 3);
          const locked = await ceilings.lockBySubjects(tx, index % 2 === 0 ? turned : turned.reverse());
          await ceilings.saveMany(
            tx,
            locked.map((ceiling) => {
              const outcome = reserve(ceiling, cny(1n));
              return outcome.ok ? outcome.value : ceiling;
            }),
          );
        }),
      ),
    );
    // A transaction that the server undid because of a deadlock would have been run again.
    expect(attempts).toBe(64);
    const after = await inTransaction((tx) =>
      ceilings.lockMany(
        tx,
        all.map(({ id }) => id),
      ),
    );
    expect(after.reduce((sum, { reservedMinor }) => sum + reservedMinor, 0n)).toBe(64n * 3n);
  });

  it('are never passed by any interleaving of draws, returns of them, settlements and changes of the limit', async () => {
    const { all } = await anOrder();
    const anAct = fc.record({
      act: fc.constantFrom('reserve', 'reserve', 'release', 'settle', 'limit'),
      minor: fc.bigInt({ min: 1n, max: 120n }),
      from: fc.nat(all.length - 1),
      count: fc.integer({ min: 1, max: 3 }),
    });
    const acts = fc.sample(anAct, { numRuns: 400, seed: 4_711 });
    const expected = new Map(all.map((ceiling) => [ceiling.id, { reserved: 0n, settled: 0n }]));
    const running = new Set<Promise<void>>();
    let refused = 0;
    const carryOut = async ({ act, minor, from, count }: (typeof acts)[number]): Promise<void> => {
      const ids = Array.from({ length: count }, (_, index) => all[(from + index) % all.length]?.id ?? '');
      const done = await inTransaction(async (tx) => {
        const outcomes = (await ceilings.lockMany(tx, ids)).map((ceiling) => acted(ceiling, act, minor));
        if (outcomes.some((outcome) => outcome === undefined)) return false;
        await ceilings.saveMany(
          tx,
          outcomes.flatMap((outcome) => outcome ?? []),
        );
        return true;
      });
      if (!done) refused += 1;
      for (const id of done ? ids : []) {
        const sums = expected.get(id);
        if (sums === undefined) continue;
        if (act === 'reserve') sums.reserved += minor;
        if (act === 'release' || act === 'settle') sums.reserved -= minor;
        if (act === 'settle') sums.settled += minor;
      }
    };
    for (const act of acts) {
      const task: Promise<void> = carryOut(act).finally(() => running.delete(task));
      running.add(task);
      if (running.size >= 16) await Promise.race(running);
    }
    await Promise.all(running);
    const after = await inTransaction((tx) =>
      ceilings.lockMany(
        tx,
        all.map(({ id }) => id),
      ),
    );
    expect(
      new Map(
        after.map(({ id, reservedMinor, settledMinor }) => [id, { reserved: reservedMinor, settled: settledMinor }]),
      ),
    ).toEqual(expected);
    expect(after.every((ceiling) => remainingUnder(ceiling).amountMinor >= 0n)).toBe(true);
    expect(refused).toBeGreaterThan(20);
  });
});

/** The ceiling afterwards; undefined when it does not allow the act. */
function acted(ceiling: Ceiling, act: string, minor: bigint): Ceiling | undefined {
  if (act === 'reserve') {
    const outcome = reserve(ceiling, cny(minor));
    return outcome.ok ? outcome.value : undefined;
  }
  if (act === 'limit') {
    const outcome = changeLimit(ceiling, cny(minor * 10n));
    return outcome.ok ? outcome.value : undefined;
  }
  if (ceiling.reservedMinor < minor) return undefined;
  return act === 'settle' ? settle(ceiling, cny(minor)) : release(ceiling, cny(minor));
}
