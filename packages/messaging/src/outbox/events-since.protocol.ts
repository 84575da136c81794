/** Asks a producer for the events of one of its shards after a number; `limit: 0` only asks for the last number. */
export interface ShardQuestion {
  readonly kind: 'shard';
  readonly shard: number;
  readonly afterSeq: number;
  readonly limit: number;
}

/** Asks a producer for the events of one aggregate after a version. */
export interface AggregateQuestion {
  readonly kind: 'aggregate';
  readonly tenantId: string;
  readonly aggregateId: string;
  readonly afterVersion: number;
}

export type EventsQuestion = ShardQuestion | AggregateQuestion;

/** A page of envelopes as they travel in the stream. */
export interface ShardAnswer {
  readonly events: readonly unknown[];
  /** Every number up to this one is in `events` or has no event, or no longer. */
  readonly through: number;
  readonly last: number;
}

/** A page of an aggregate's envelopes in order of version. */
export interface AggregateAnswer {
  readonly events: readonly unknown[];
  readonly more: boolean;
}

/** The producer could not answer. */
export interface FailedAnswer {
  readonly error: string;
}

/** Reads a question that came over the wire; undefined when it is none. */
export function readQuestion(message: unknown): EventsQuestion | undefined {
  if (message === null || typeof message !== 'object') return undefined;
  const question = message as Partial<Record<keyof ShardQuestion | keyof AggregateQuestion, unknown>>;
  const { kind, shard, afterSeq, limit, tenantId, aggregateId, afterVersion } = question;
  if (kind === 'shard' && isCount(shard) && isCount(afterSeq) && isCount(limit))
    return { kind, shard, afterSeq, limit };
  if (
    kind === 'aggregate' &&
    typeof tenantId === 'string' &&
    typeof aggregateId === 'string' &&
    isCount(afterVersion)
  ) {
    return { kind, tenantId, aggregateId, afterVersion };
  }
  return undefined;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
