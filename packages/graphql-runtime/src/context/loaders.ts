import { canonicalJson } from '@redress/kernel';
import DataLoader from 'dataloader';

/** Answers one value for each key, in the order of the keys: a value, `null` for none, or an `Error` for that key alone. */
export type LoadBatch<Key, Value> = (keys: readonly Key[]) => Promise<readonly (Value | null | Error)[]>;

/** Gives the loader of this request with that name, making it at first use. */
export type FindLoader = <Key, Value>(name: string, batch: LoadBatch<Key, Value>) => DataLoader<Key, Value | null>;

/**
 * The loaders of one request. The name stands for the batch function: the first function given under a name is the one
 * that is used, so whatever else shapes the answer (arguments, language) belongs into the name.
 */
export function createLoaders(): FindLoader {
  const loaders = new Map<string, unknown>();
  return <Key, Value>(name: string, batch: LoadBatch<Key, Value>) => {
    const known = loaders.get(name) as DataLoader<Key, Value | null> | undefined;
    if (known !== undefined) return known;
    const made = new DataLoader<Key, Value | null, unknown>(batch, { cacheKeyFn: cacheKey }) as DataLoader<
      Key,
      Value | null
    >;
    loaders.set(name, made);
    return made;
  };
}

function cacheKey(key: unknown): unknown {
  return typeof key === 'object' && key !== null ? canonicalJson(key) : key;
}
