import { newId } from '@redress/kernel';
import { bucketOf, bucketsOfShard, shardOfBucket } from './bucket';

describe('buckets', () => {
  it.each([1, 2, 3, 5, 16, 64])('each belong to exactly one of %d shards', (shards) => {
    const owners = Array.from({ length: shards }, (_, shard) => bucketsOfShard(shard, shards)).flatMap(
      ({ first, last }, shard) =>
        Array.from({ length: last - first + 1 }, (_, index) => ({ bucket: first + index, shard })),
    );
    expect(owners.map(({ bucket }) => bucket)).toEqual(Array.from({ length: 64 }, (_, bucket) => bucket));
    for (const { bucket, shard } of owners) expect(shardOfBucket(bucket, shards)).toBe(shard);
  });

  it('belong to no shard beyond the number of shards', () => {
    const { first } = bucketsOfShard(2, 2);
    expect(first).toBeGreaterThan(63);
  });

  it('hold the same aggregate for ever', () => {
    expect(bucketOf('0190a5f0-0000-7000-8000-000000000001')).toBe(bucketOf('0190a5f0-0000-7000-8000-000000000001'));
    expect(new Set(Array.from({ length: 2_000 }, () => bucketOf(newId()))).size).toBe(64);
  });
});
