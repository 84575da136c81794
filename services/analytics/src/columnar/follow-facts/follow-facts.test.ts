import { createLogger } from '@redress/observability';
import { Dictionary } from '../model/dictionary.model';
import type { Stretch, TenantCopies, TenantCopy } from '../model/tenant-copy.model';
import { followFacts } from './follow-facts.handler';
import { FollowFactsJob } from './follow-facts.job';
import { FollowedCopies } from './followed-copies.model';

const TENANT = 't-follow';

function aFollower() {
  const followed = new FollowedCopies();
  const dropped: TenantCopy[] = [];
  const asked: (Stretch & { readonly withSuperseded: boolean })[] = [];
  const copies: TenantCopies = {
    make: ({ tenantId, generation, position }) =>
      Promise.resolve({
        ...{ tenantId, generation, schema: 'copy', dictionary: new Dictionary() },
        ...{ from: position, position: 0n },
      }),
    take: (copy, _, position) => {
      copy.position = position;
      return Promise.resolve();
    },
    drop: (copy) => {
      dropped.push(copy);
      return Promise.resolve();
    },
  };
  const follow = (position: bigint, generation = 1) =>
    followFacts(
      {
        copies,
        followed,
        changes: (_, stretch, { withSuperseded }) => {
          asked.push({ ...stretch, withSuperseded });
          return Promise.resolve([]);
        },
      },
      { tenantId: TENANT, generation, position },
    );
  return { follow, followed, copies, dropped, asked };
}

describe('following facts', () => {
  it('fills a copy in stretches, all as of where the facts were when it began, and tells nothing before it is full', async () => {
    const { follow, followed, asked } = aFollower();
    expect(await follow(9_000n)).toBe(true);
    expect(followed.filled(TENANT)).toBeUndefined();
    await follow(9_500n);
    expect(await follow(9_500n)).toBe(true);
    expect(followed.filled(TENANT)?.position).toBe(9_000n);
    expect(asked.map(({ after, upTo, asOf }) => [after, upTo, asOf])).toEqual([
      [0n, 4_000n, 9_000n],
      [4_000n, 8_000n, 9_000n],
      [8_000n, 9_000n, 9_000n],
    ]);
    expect(asked.some(({ withSuperseded }) => withSuperseded)).toBe(false);
  });

  it('brings a full copy further to exact positions, with what was superseded, and wakes who waits', async () => {
    const { follow, followed, asked } = aFollower();
    await follow(10n);
    const waited = followed.reaches(TENANT, 12n, 60_000);
    expect(await follow(12n)).toBe(false);
    await waited;
    expect(asked.at(-1)).toEqual({ generation: 1, after: 10n, upTo: 12n, asOf: 12n, withSuperseded: true });
    expect(await follow(12n)).toBe(false);
    expect(asked).toHaveLength(2);
  });

  it('begins an empty copy where facts were made anew', async () => {
    const { follow, followed, dropped, asked } = aFollower();
    await follow(10n);
    const first = followed.find(TENANT);
    await follow(10n, 2);
    expect(dropped).toEqual([first]);
    expect(followed.filled(TENANT)?.generation).toBe(2);
    expect(asked.at(-1)).toEqual({ generation: 2, after: 0n, upTo: 10n, asOf: 10n, withSuperseded: false });
  });

  it('brings the copy further for whom somebody waits, however far behind, without a look at all others', async () => {
    const { follow, followed, copies } = aFollower();
    await follow(10n);
    const logger = createLogger({ service: 'follow-facts-test', level: 'silent' });
    const job = new FollowFactsJob({
      ...{ copies, followed, logger, changes: () => Promise.resolve([]) },
      reachOf: (tenantId) => Promise.resolve({ tenantId, generation: 1, position: 9_000n }),
      reachOfAll: () => Promise.resolve([]),
    });
    job.start();
    const waited = followed.reaches(TENANT, 9_000n, 60_000);
    job.hurry(TENANT);
    await waited;
    await job.stop();
    expect(followed.find(TENANT)?.position).toBe(9_000n);
  });

  it('leaves a tenant whose copy failed to the facts for a while, and goes on with the others', async () => {
    const { followed, copies } = aFollower();
    const logger = createLogger({ service: 'follow-facts-test', level: 'silent' });
    const tried: string[] = [];
    let rounds = 0;
    let seenAll: () => void = () => undefined;
    const threeRounds = new Promise<void>((resolve) => (seenAll = resolve));
    const job = new FollowFactsJob({
      ...{ copies, followed, logger, reachOf: () => Promise.resolve(undefined) },
      changes: (tenantId) => {
        tried.push(tenantId);
        return tenantId === TENANT ? Promise.reject(new Error('no room')) : Promise.resolve([]);
      },
      reachOfAll: () => {
        rounds += 1;
        if (rounds === 3) seenAll();
        const reach = { generation: 1, position: BigInt(rounds) };
        return Promise.resolve([TENANT, 't-other'].map((tenantId) => ({ ...reach, tenantId })));
      },
    });
    job.start();
    await threeRounds;
    await job.stop();
    expect(tried.filter((tenantId) => tenantId === TENANT)).toHaveLength(1);
    expect(followed.filled(TENANT)).toBeUndefined();
    expect(followed.filled('t-other')?.position).toBeGreaterThanOrEqual(2n);
  });
});
