import { fixedClock } from '@redress/kernel';
import { NumberBlocks, type NumberBlock, type NumberBlockSource } from './number-blocks';

function source(): NumberBlockSource & { readonly leased: number[]; readonly returned: NumberBlock[] } {
  const next = new Map<string, number>();
  const leased: number[] = [];
  const returned: NumberBlock[] = [];
  return {
    leased,
    returned,
    async lease(tenantId, series, count) {
      const key = `${tenantId}/${series}`;
      const first = next.get(key) ?? 1;
      next.set(key, first + count);
      leased.push(count);
      await Promise.resolve();
      return { first, last: first + count - 1 };
    },
    async giveBack(_tenantId, _series, block) {
      returned.push(block);
      await Promise.resolve();
    },
  };
}

const start = '2026-11-22T08:00:00.000Z';

describe('number blocks', () => {
  it('hands out each serial once to many who ask at the same time', async () => {
    const blocks = new NumberBlocks(source(), fixedClock(start));
    const serials = await Promise.all(Array.from({ length: 500 }, () => blocks.next('acme', '2026-11')));
    expect([...serials].sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
  });

  it('leases larger blocks while numbers are wanted fast, and single ones when they are not', async () => {
    const clock = fixedClock(start);
    const counted = source();
    const blocks = new NumberBlocks(counted, clock);
    for (let index = 0; index < 200; index += 1) await blocks.next('acme', '2026-11');
    expect(counted.leased).toEqual([1, 2, 4, 8, 16, 32, 64, 64, 64]);
    for (let index = 0; index < 55; index += 1) await blocks.next('acme', '2026-11');
    clock.advanceMs(5_000);
    await blocks.next('acme', '2026-11');
    expect(counted.leased.at(-1)).toBe(1);
  });

  it('keeps the series of two organisations and of two periods apart', async () => {
    const blocks = new NumberBlocks(source(), fixedClock(start));
    await blocks.next('acme', '2026-11');
    expect(await blocks.next('acme', '2026-12')).toBe(1);
    expect(await blocks.next('other', '2026-11')).toBe(1);
    expect(await blocks.next('acme', '2026-11')).toBe(2);
  });

  it('hands a serial out again that was taken back', async () => {
    const blocks = new NumberBlocks(source(), fixedClock(start));
    const first = await blocks.next('acme', '2026-11');
    blocks.takeBack('acme', '2026-11', first);
    expect([await blocks.next('acme', '2026-11'), await blocks.next('acme', '2026-11')]).toEqual([1, 2]);
  });

  it('gives back at its end what nobody took', async () => {
    const counted = source();
    const blocks = new NumberBlocks(counted, fixedClock(start));
    for (let index = 0; index < 5; index += 1) await blocks.next('acme', '2026-11');
    await blocks.close();
    expect(counted.returned).toEqual([{ first: 6, last: 7 }]);
  });

  it('tries again after a lease that failed', async () => {
    const failing = source();
    let failures = 1;
    const lease = failing.lease.bind(failing);
    failing.lease = (...order) => (failures-- > 0 ? Promise.reject(new Error('gone')) : lease(...order));
    const blocks = new NumberBlocks(failing, fixedClock(start));
    await expect(blocks.next('acme', '2026-11')).rejects.toThrow('gone');
    expect(await blocks.next('acme', '2026-11')).toBe(1);
  });
});
