import { inOrderWithinGroups } from '../within-group';
import type { Incoming } from './incoming';

/** Why an event is held. */
export type HeldState = 'WAITING' | 'RETRYING' | 'PARKED';

/** An event that was received before and is held. */
export interface HeldEvent {
  readonly state: HeldState;
  readonly attempts: number;
  /** Whether the time to look at it again has come. */
  readonly due: boolean;
  readonly incoming: Incoming;
}

/** How far this service has come with one aggregate. */
export interface AggregateProgress {
  /** Version of the last event that took effect; 0 before the first. */
  version: number;
  readonly held: readonly HeldEvent[];
}

/** What happens to one event of a batch. */
export type Step =
  /** It is next: it takes effect, or is passed over. `wasHeld` when its held row goes with it. */
  | { readonly kind: 'take'; readonly incoming: Incoming; readonly wasHeld: boolean }
  /** Its version took effect before. */
  | { readonly kind: 'seen'; readonly incoming: Incoming; readonly wasHeld: boolean }
  /** An earlier one is missing or cannot take effect. */
  | { readonly kind: 'hold'; readonly incoming: Incoming }
  /** It is next and cannot be understood. */
  | { readonly kind: 'park'; readonly incoming: Incoming; readonly reason: string };

/** How a batch is to be put in order. */
export interface OrderingOptions {
  /** Whether events that waited follow at once behind the one they waited for; not while a poison is being isolated. */
  readonly release: boolean;
  /** A held event whose turn to be tried again has come, by id. */
  readonly retrying?: string;
}

/** Puts a batch in order against what took effect before: seen, next, or too early. Advances the progress it is given. */
export function orderBatch(
  batch: readonly Incoming[],
  progressOf: ReadonlyMap<string, AggregateProgress>,
  options: OrderingOptions,
): Step[] {
  const steps: Step[] = [];
  const done = new Set<string>();
  const inVersionOrder = inOrderWithinGroups(
    batch,
    ({ aggregateId }) => aggregateId,
    ({ version }) => version,
  );
  for (const incoming of inVersionOrder) {
    if (done.has(incoming.eventId)) continue;
    done.add(incoming.eventId);
    const progress = progressOf.get(incoming.aggregateId);
    if (progress === undefined) throw new Error(`the progress of ${incoming.aggregateId} was not read`);
    const same = progress.held.find(({ incoming: { eventId } }) => eventId === incoming.eventId);
    if (incoming.version <= progress.version) {
      steps.push({ kind: 'seen', incoming, wasHeld: same !== undefined });
    } else if (incoming.version > progress.version + 1 || isBlocked(progress, options.retrying)) {
      if (same === undefined) steps.push({ kind: 'hold', incoming });
    } else {
      const first = next(incoming, same !== undefined);
      steps.push(first);
      if (first.kind === 'take') {
        progress.version += 1;
        if (options.release) steps.push(...released(progress, done));
      }
    }
  }
  return steps;
}

/** Events that waited for the one that was just taken, as far as they are contiguous. */
function released(progress: AggregateProgress, done: Set<string>): Step[] {
  const steps: Step[] = [];
  for (;;) {
    const follower = progress.held.find(({ incoming }) => incoming.version === progress.version + 1);
    if (follower?.state !== 'WAITING') return steps;
    done.add(follower.incoming.eventId);
    const step = next(follower.incoming, true);
    steps.push(step);
    if (step.kind !== 'take') return steps;
    progress.version += 1;
  }
}

function next(incoming: Incoming, wasHeld: boolean): Step {
  return incoming.verdict.kind === 'refuse'
    ? { kind: 'park', incoming, reason: incoming.verdict.reason }
    : { kind: 'take', incoming, wasHeld };
}

/** Whether the next event of the aggregate has failed, so that nothing may overtake it. */
function isBlocked({ version, held }: AggregateProgress, retrying: string | undefined): boolean {
  return held.some(
    ({ state, incoming }) => incoming.version === version + 1 && state !== 'WAITING' && incoming.eventId !== retrying,
  );
}
