const listeners = new Set<() => void>();

/** Calls `listener` whenever a transaction of this process that appended events has committed. */
export function onAppended(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells the relays of this process that there is something to publish. Never throws. */
export function announceAppended(): void {
  for (const listener of listeners) listener();
}
