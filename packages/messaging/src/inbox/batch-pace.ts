/** However slow the database is, an event waits no longer than this for company. */
const LONGEST_REST_MS = 100;

/**
 * How soon after a batch the next may begin: after as long as that one took. Most of what a batch costs does not depend
 * on how many events it has, so a consumer that took every event as it comes would spend on a steady stream several times
 * what it needs, and take that from all others. The first event after a quiet time is taken at once, and so is a full
 * batch.
 */
export class BatchPace {
  private begun = 0;
  private restUntil = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  begin(): void {
    this.begun = this.now();
  }

  end(): void {
    const ended = this.now();
    this.restUntil = ended + Math.min(ended - this.begun, LONGEST_REST_MS);
  }

  /** How long the next batch is still put off, in milliseconds; nought when it may begin. */
  restMs(): number {
    return Math.max(0, this.restUntil - this.now());
  }
}
