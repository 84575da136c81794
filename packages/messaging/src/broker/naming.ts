/** The names that a system uses on NATS. */
export interface Naming {
  stream(producer: string): string;
  /** `type` as in the envelope; the subject carries it without prefix and version, so that both may grow. */
  subject(producer: string, shard: number, type: string): string;
  /** Every event of one shard. */
  shardFilter(producer: string, shard: number): string;
  /** Every event of a producer. */
  streamFilter(producer: string): string;
  shardOfSubject(subject: string): number;
  durable(service: string, shard: number): string;
  /** Where a producer answers which events it has. */
  eventsSince(producer: string): string;
  /** Where processes of one service wake each other's relays. */
  wake(service: string): string;
}

/** Names with an optional prefix that keeps several systems on one NATS apart. */
export function naming(prefix?: string): Naming {
  const root = prefix === undefined ? '' : `${prefix}.`;
  const events = `${root}evt`;
  const shardPosition = events.split('.').length + 1;
  return {
    stream: (producer) =>
      `${prefix === undefined ? '' : `${prefix}_`}EVT_${producer.replaceAll('-', '_').toUpperCase()}`,
    subject: (producer, shard, type) =>
      `${events}.${producer}.${shard}.${type.replace(/^redress\./, '').replace(/\.v\d+$/, '')}`,
    shardFilter: (producer, shard) => `${events}.${producer}.${shard}.>`,
    streamFilter: (producer) => `${events}.${producer}.>`,
    shardOfSubject: (subject) => Number(subject.split('.')[shardPosition]),
    durable: (service, shard) => `${service}-${shard}`,
    eventsSince: (producer) => `${root}ask.${producer}.events-since`,
    wake: (service) => `${root}wake.${service}`,
  };
}
