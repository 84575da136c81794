/** Told the buckets of what was appended. */
type Listener = (buckets: readonly number[]) => void;

const listeners = new Set<Listener>();

/** Calls `listener` whenever a transaction of this process that appended events has committed. */
export function onAppended(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells the relays of this process that there is something to publish. Never throws. */
export function announceAppended(buckets: readonly number[]): void {
  for (const listener of listeners) listener(buckets);
}
