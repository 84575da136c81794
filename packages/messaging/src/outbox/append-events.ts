import type { EventData, EventDefinition } from '@redress/contracts';
import { buildEnvelope } from '@redress/contracts';
import { newId } from '@redress/kernel';
import { currentTraceparent } from '@redress/observability';
import type { TenantTransaction } from '@redress/persistence';
import { failpoint } from '../failpoint';
import { causeFromCurrentEvent } from '../inbox/current-event';
import { bucketOf } from './bucket';
import { announceAppended } from './wake';

/** Far below what a NATS server takes by default (1 MiB), so that nothing can enter the outbox that cannot leave it. */
export const MAX_ENVELOPE_BYTES = 256 * 1024;

/** An aggregate as it is after its new events: `version` is the version of the last of them. */
export interface ChangedAggregate {
  readonly id: string;
  readonly version: number;
}

/** An event to append: its contract, and data that fits it. */
export interface NewEvent<Definition extends EventDefinition = EventDefinition> {
  readonly definition: Definition;
  readonly data: EventData<Definition>;
}

/** New events, each checked against its own definition. */
export type NewEvents<Definitions extends readonly EventDefinition[]> = {
  readonly [Index in keyof Definitions]: NewEvent<Definitions[Index]>;
};

/** What the events follow from. Within a handler it is the handled event unless told otherwise. */
export interface Cause {
  readonly correlationId?: string;
  readonly causationId?: string;
}

/** The events of one aggregate, for {@link appendEventsOfMany}. */
export interface AggregateEvents {
  readonly aggregate: ChangedAggregate;
  readonly events: readonly NewEvent[];
  readonly cause?: Cause;
}

/**
 * Writes the events of one aggregate into the outbox within the caller's transaction; they are published after it has
 * committed, and never when it has not. Call it after the aggregate's own row was updated: that row's lock keeps the
 * versions in order. Versions are contiguous and end with `aggregate.version`. Throws `ZodError` for data that breaks
 * its contract and `RangeError` for an event that is too large or a version that cannot be: all of them bugs.
 */
export async function appendEvents<const Definitions extends readonly EventDefinition[]>(
  tx: TenantTransaction,
  aggregate: ChangedAggregate,
  events: NewEvents<Definitions>,
  cause?: Cause,
): Promise<void> {
  const change = { aggregate, events: events as readonly NewEvent[] };
  await appendEventsOfMany(tx, [cause === undefined ? change : { ...change, cause }]);
}

/** As {@link appendEvents}, for the events of many aggregates in two statements altogether; for bulk commands. */
export async function appendEventsOfMany(tx: TenantTransaction, changes: readonly AggregateEvents[]): Promise<void> {
  const time = new Date();
  const recordedOn = time.toISOString().slice(0, 10);
  const traceparent = currentTraceparent();
  const log: Record<string, unknown>[] = [];
  const pending: Record<string, unknown>[] = [];
  for (const { aggregate, events, cause = causeFromCurrentEvent() } of changes) {
    const firstVersion = aggregate.version - events.length + 1;
    if (firstVersion < 1) throw new RangeError(`version ${aggregate.version} is too low for ${events.length} events`);
    events.forEach(({ definition, data }, index) => {
      const id = newId();
      const version = firstVersion + index;
      const envelope = buildEnvelope(
        definition,
        {
          ...cause,
          id,
          time,
          tenantId: tx.tenantId,
          aggregateId: aggregate.id,
          aggregateVersion: version,
          ...(traceparent === undefined ? {} : { traceparent }),
        },
        data,
      );
      log.push({
        event_id: id,
        recorded_on: recordedOn,
        aggregate_id: aggregate.id,
        aggregate_version: version,
        type: envelope.type,
        envelope: textOf(envelope),
      });
      pending.push({ bucket: bucketOf(aggregate.id), event_id: id, recorded_on: recordedOn });
    });
  }
  if (log.length === 0) return;
  tx.insertAtCommit('outbox_log', log);
  tx.insertAtCommit('outbox_pending', pending);
  const buckets = changes.map(({ aggregate }) => bucketOf(aggregate.id));
  failpoint('before-commit');
  tx.afterCommit(() => {
    failpoint('after-commit');
    announceAppended(buckets);
  });
}

function textOf(envelope: { readonly type: string }): string {
  const text = JSON.stringify(envelope);
  if (Buffer.byteLength(text) > MAX_ENVELOPE_BYTES) {
    throw new RangeError(`an event ${envelope.type} is larger than ${MAX_ENVELOPE_BYTES} bytes`);
  }
  return text;
}
