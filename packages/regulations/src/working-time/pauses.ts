import type { Pause } from './due-date.model';

/** A pause in milliseconds since 1970. */
export interface Paused {
  readonly fromMs: number;
  readonly toMs: number;
  readonly reason?: string;
}

/** Pauses in order without overlap: time that is paused twice is paused once. */
export function joinPauses(pauses: readonly Pause[]): readonly Paused[] {
  const joined: Paused[] = [];
  const inOrder = pauses
    .map(({ from, to, reason }) => ({
      fromMs: from.getTime(),
      toMs: to.getTime(),
      ...(reason === undefined ? {} : { reason }),
    }))
    .filter(({ fromMs, toMs }) => fromMs < toMs)
    .sort((one, other) => one.fromMs - other.fromMs);
  for (const pause of inOrder) {
    const endMs = joined.at(-1)?.toMs ?? -Infinity;
    if (pause.toMs <= endMs) continue;
    joined.push(pause.fromMs < endMs ? { ...pause, fromMs: endMs } : pause);
  }
  return joined;
}

/** Whether time stands still just before a moment. */
export function isPausedBefore(pauses: readonly Paused[], atMs: number): Paused | undefined {
  return pauses.find(({ fromMs, toMs }) => fromMs < atMs && atMs <= toMs);
}
