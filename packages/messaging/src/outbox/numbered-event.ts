/** An event with its place in a shard, ready to be published. */
export interface NumberedEvent {
  readonly seq: number;
  readonly eventId: string;
  readonly type: string;
  /** The stored envelope, without shard and number. */
  readonly envelope: string;
}

/** The text that travels: the stored envelope with the shard and the number, which were not known when it was written. */
export function wireText(shard: number, seq: number, envelope: string): string {
  return `{"shard":${shard},"shardseq":"${seq}",${envelope.slice(1)}`;
}

/** When the event was made, in Unix milliseconds: the first 48 bits of its UUIDv7. */
export function madeAtMs(eventId: string): number {
  return Number.parseInt(eventId.slice(0, 8) + eventId.slice(9, 13), 16);
}
