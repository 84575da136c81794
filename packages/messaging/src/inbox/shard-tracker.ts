/** Which numbers of a shard are accounted for, so that a hole, or a lost end, is noticed. */
export class ShardTracker {
  private readonly beyond = new Set<number>();
  private highestSeen: number;
  private unmovedSince: number;

  /** `contiguous`: every number up to and with it is accounted for. */
  constructor(
    public contiguous: number,
    nowMs: number,
  ) {
    this.highestSeen = contiguous;
    this.unmovedSince = nowMs;
  }

  /** The event of this number took effect, or is held. */
  account(seq: number, nowMs: number): void {
    if (seq <= this.contiguous) return;
    this.highestSeen = Math.max(this.highestSeen, seq);
    this.beyond.add(seq);
    this.advance(this.contiguous, nowMs);
  }

  /** The producer says that there is nothing else up to and with this number. */
  accountThrough(seq: number, nowMs: number): void {
    if (seq <= this.contiguous) return;
    for (const number of this.beyond) {
      if (number <= seq) this.beyond.delete(number);
    }
    this.highestSeen = Math.max(this.highestSeen, seq);
    this.advance(seq, nowMs);
  }

  /** The producer has given this number, so it must arrive some time. */
  expect(seq: number, nowMs: number): void {
    if (seq > this.highestSeen && this.highestSeen === this.contiguous) this.unmovedSince = nowMs;
    this.highestSeen = Math.max(this.highestSeen, seq);
  }

  /** Whether numbers have been missing for longer than the grace, with nothing moving meanwhile. */
  stalled(graceMs: number, nowMs: number): boolean {
    return this.highestSeen > this.contiguous && nowMs - this.unmovedSince >= graceMs;
  }

  private advance(from: number, nowMs: number): void {
    let to = from;
    while (this.beyond.delete(to + 1)) to += 1;
    if (to === this.contiguous) {
      // The first number beyond a hole starts the clock.
      if (this.beyond.size === 1) this.unmovedSince = nowMs;
      return;
    }
    this.contiguous = to;
    this.unmovedSince = nowMs;
  }
}
