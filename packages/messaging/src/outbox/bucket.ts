import { crc32 } from 'node:zlib';

/** Fixed for ever: events in the tables carry it. A shard owns a contiguous range of buckets, so shards can be re-cut. */
const BUCKETS = 64;

/** The bucket of an aggregate; all its events are in one, so that one relay numbers and publishes them in order. */
export function bucketOf(aggregateId: string): number {
  return crc32(aggregateId) % BUCKETS;
}

/** The shard that owns a bucket. */
export function shardOfBucket(bucket: number, shards: number): number {
  return Math.floor((bucket * shards) / BUCKETS);
}

/** The buckets, first and last, that a shard owns when there are `shards` of them. */
export function bucketsOfShard(shard: number, shards: number): { first: number; last: number } {
  return {
    first: Math.ceil((shard * BUCKETS) / shards),
    last: Math.ceil(((shard + 1) * BUCKETS) / shards) - 1,
  };
}
