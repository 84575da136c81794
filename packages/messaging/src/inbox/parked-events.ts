/** An event that was given up after repeated failure; later events of its aggregate wait behind it. */
export interface ParkedEvent {
  readonly tenantId: string;
  readonly producer: string;
  readonly eventId: string;
  readonly type: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly reason: string;
  readonly attempts: number;
  readonly parkedAt: Date;
  /** How many events of the same aggregate wait behind it. */
  readonly waiting: number;
}

/** The operator's view of parked events. */
export interface ParkedEvents {
  /** Oldest first, at most `limit` (100 unless told). */
  list(options?: { limit?: number }): Promise<ParkedEvent[]>;
  /**
   * Tries a parked event again, with all its attempts, at once; those that wait behind it follow. Answers whether such
   * an event was parked.
   */
  redrive(eventId: string): Promise<boolean>;
}
