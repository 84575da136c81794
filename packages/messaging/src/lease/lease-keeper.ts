import type { Lease } from './lease';

/** Prolongs a lease in the background while its holder works, and says when it was lost. */
export class LeaseKeeper {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly lease: Lease,
    private readonly leaseMs: number,
    private readonly onLost: () => void,
  ) {}

  start(): void {
    this.stop();
    this.timer = setInterval(() => void this.renew(), this.leaseMs / 3);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async renew(): Promise<void> {
    try {
      if (await this.lease.renew()) return;
      this.stop();
      this.onLost();
    } catch {
      // The database is away; the lease runs out by itself if that lasts.
    }
  }
}
