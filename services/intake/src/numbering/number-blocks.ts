import type { Clock } from '@redress/kernel';

/** A run of serials that belongs to this process alone: `first` up to and including `last`. */
export interface NumberBlock {
  readonly first: number;
  readonly last: number;
}

/** Where blocks come from: durable, and never the same serial twice. */
export interface NumberBlockSource {
  lease(tenantId: string, series: string, count: number): Promise<NumberBlock>;
  /** Gives the rest of a block back when nobody leased after it; otherwise its serials stay unused. */
  giveBack(tenantId: string, series: string, block: NumberBlock): Promise<void>;
}

interface Series {
  readonly returned: number[];
  next: number;
  last: number;
  size: number;
  leasedAtMs: number;
  leasing: Promise<void> | undefined;
}

const LARGEST_BLOCK = 64;
const BUSY_WITHIN_MS = 1_000;

/**
 * Hands out serials from leased blocks, so that the one hot row of a series is touched once for many numbers and never
 * within a registration's own transaction. A block doubles while the last one was used up within a second and falls
 * back to one otherwise: a quiet series has no gaps, a busy one leaves at most a block when its process is killed.
 */
export class NumberBlocks {
  private readonly series = new Map<string, Series>();

  constructor(
    private readonly source: NumberBlockSource,
    private readonly clock: Clock,
  ) {}

  async next(tenantId: string, name: string): Promise<number> {
    const series = this.seriesOf(tenantId, name);
    const returned = series.returned.pop();
    if (returned !== undefined) return returned;
    while (series.next > series.last) {
      series.leasing ??= this.lease(tenantId, name, series).finally(() => {
        series.leasing = undefined;
      });
      await series.leasing;
    }
    series.next += 1;
    return series.next - 1;
  }

  /** Takes a serial back that certainly was not used, so that a repeated or refused command leaves no gap. */
  takeBack(tenantId: string, name: string, serial: number): void {
    this.seriesOf(tenantId, name).returned.push(serial);
  }

  /** Gives back what is left of all blocks; for an orderly end of the process. */
  async close(): Promise<void> {
    for (const [key, series] of this.series) {
      const [tenantId = '', name = ''] = key.split('\n');
      if (series.next <= series.last) {
        await this.source.giveBack(tenantId, name, { first: series.next, last: series.last });
      }
      series.next = series.last + 1;
    }
  }

  private async lease(tenantId: string, name: string, series: Series): Promise<void> {
    const nowMs = this.clock.now().getTime();
    const busy = nowMs - series.leasedAtMs < BUSY_WITHIN_MS;
    series.size = busy ? Math.min(series.size * 2, LARGEST_BLOCK) : 1;
    series.leasedAtMs = nowMs;
    const block = await this.source.lease(tenantId, name, series.size);
    series.next = block.first;
    series.last = block.last;
  }

  private seriesOf(tenantId: string, name: string): Series {
    const key = `${tenantId}\n${name}`;
    const known = this.series.get(key);
    if (known !== undefined) return known;
    const series: Series = { returned: [], next: 1, last: 0, size: 1, leasedAtMs: -Infinity, leasing: undefined };
    this.series.set(key, series);
    return series;
  }
}
