import type { Logger } from '@redress/observability';
import type { FactsReach } from '../model/tenant-copy.model';
import { followFacts, giveUp, type FollowFactsParts } from './follow-facts.handler';

/**
 * Between two looks at all tenants. Whoever asks does not wait for it, and what a stretch costs hardly depends on its
 * length: many short ones would only take time from the taking in of events.
 */
const PAUSE_MS = 1_000;
/** For so long a tenant whose facts could not be copied is left to the facts themselves. */
const LEFT_ALONE_MS = 10_000;

/** What the job works with. */
export interface FollowFactsJobParts extends FollowFactsParts {
  readonly reachOf: (tenantId: string) => Promise<FactsReach | undefined>;
  readonly reachOfAll: () => Promise<readonly FactsReach[]>;
  readonly logger: Logger;
}

/** Follows the facts of all tenants, in turns, so that none has to wait until another's are copied as a whole. */
export class FollowFactsJob {
  private stopped = false;
  private wake: () => void = () => undefined;
  private readonly hurried = new Set<string>();
  private running: Promise<void> = Promise.resolve();
  private readonly leftAloneUntil = new Map<string, number>();

  constructor(private readonly parts: FollowFactsJobParts) {}

  start(): void {
    this.running = this.run();
  }

  /** Somebody waits: the copy of this tenant is brought further before all others. */
  hurry(tenantId: string): void {
    this.hurried.add(tenantId);
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      if (await this.round()) await this.serveHurried();
      else await this.pause();
    }
  }

  /** Waits for the next round, and meanwhile brings those further for whom somebody waits. */
  private async pause(): Promise<void> {
    const end = performance.now() + PAUSE_MS;
    for (;;) {
      await this.serveHurried();
      const left = end - performance.now();
      if (this.stopped || left <= 0) return;
      if (this.hurried.size === 0) await this.wokenWithin(left);
    }
  }

  private async wokenWithin(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async serveHurried(): Promise<void> {
    const tenants = [...this.hurried];
    this.hurried.clear();
    if (tenants.length === 0) return;
    const behind = await this.followEach(() => this.reachesOf(tenants));
    if (behind) for (const tenantId of tenants) this.hurried.add(tenantId);
  }

  private async reachesOf(tenants: readonly string[]): Promise<readonly FactsReach[]> {
    const found = await Promise.all(tenants.map((tenantId) => this.parts.reachOf(tenantId)));
    return found.flatMap((reach) => reach ?? []);
  }

  /** Answers whether a copy is still behind, as the following do. */
  private round(): Promise<boolean> {
    return this.followEach(() => this.parts.reachOfAll());
  }

  private async followEach(look: () => Promise<readonly FactsReach[]>): Promise<boolean> {
    let behind = false;
    try {
      for (const reach of await look()) {
        if (this.stopped) return false;
        if (!this.isLeftAlone(reach.tenantId) && (await this.follow(reach))) behind = true;
      }
    } catch (error) {
      this.parts.logger.warn({ error }, 'the columnar copy could not see how far facts have come');
      return false;
    }
    return behind;
  }

  private isLeftAlone(tenantId: string): boolean {
    return (this.leftAloneUntil.get(tenantId) ?? 0) > performance.now();
  }

  /** A copy that failed is dropped: it would be told of facts that it does not have. */
  private async follow(reach: FactsReach): Promise<boolean> {
    const { followed, logger } = this.parts;
    try {
      return await followFacts(this.parts, reach);
    } catch (error) {
      logger.warn({ error }, 'the columnar copy of a tenant failed and is made anew');
      this.leftAloneUntil.set(reach.tenantId, performance.now() + LEFT_ALONE_MS);
      const copy = followed.find(reach.tenantId);
      if (copy === undefined) return false;
      await giveUp(this.parts, reach.tenantId, copy).catch((second: unknown) => {
        logger.warn({ error: second }, 'a columnar copy could not be dropped');
      });
      return false;
    }
  }
}
