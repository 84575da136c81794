import type { Logger } from '@redress/observability';
import type { FactsReach } from '../model/tenant-copy.model';
import { followFacts, giveUp, type FollowFactsParts } from './follow-facts.handler';

const PAUSE_MS = 100;
/** Rounds for which a tenant whose facts could not be copied is left to the facts themselves. */
const LEFT_ALONE = 100;

/** What the job works with. */
export interface FollowFactsJobParts extends FollowFactsParts {
  readonly reachOfAll: () => Promise<readonly FactsReach[]>;
  readonly logger: Logger;
}

/** Follows the facts of all tenants, in turns, so that none has to wait until another's are copied as a whole. */
export class FollowFactsJob {
  private stopped = false;
  private wake: () => void = () => undefined;
  private hurried = false;
  private running: Promise<void> = Promise.resolve();
  private readonly leftAlone = new Map<string, number>();

  constructor(private readonly parts: FollowFactsJobParts) {}

  start(): void {
    this.running = this.run();
  }

  /** Somebody waits: the next round begins at once. */
  hurry(): void {
    this.hurried = true;
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.hurried = false;
      const behind = await this.round();
      if (!behind) await this.pause();
    }
  }

  private async pause(): Promise<void> {
    if (this.stopped || this.hurried) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PAUSE_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async round(): Promise<boolean> {
    const { reachOfAll, logger } = this.parts;
    let behind = false;
    try {
      for (const reach of await reachOfAll()) {
        if (this.stopped) return false;
        if (!this.isLeftAlone(reach.tenantId)) behind = (await this.follow(reach)) || behind;
      }
    } catch (error) {
      logger.warn({ error }, 'the columnar copy could not see how far facts have come');
      return false;
    }
    return behind;
  }

  private isLeftAlone(tenantId: string): boolean {
    const rounds = this.leftAlone.get(tenantId) ?? 0;
    if (rounds <= 1) this.leftAlone.delete(tenantId);
    else this.leftAlone.set(tenantId, rounds - 1);
    return rounds > 0;
  }

  /** A copy that failed is dropped: it would be told of facts that it does not have. */
  private async follow(reach: FactsReach): Promise<boolean> {
    const { followed, logger } = this.parts;
    try {
      return await followFacts(this.parts, reach);
    } catch (error) {
      logger.warn({ error }, 'the columnar copy of a tenant failed and is made anew');
      this.leftAlone.set(reach.tenantId, LEFT_ALONE);
      const copy = followed.find(reach.tenantId);
      if (copy === undefined) return false;
      await giveUp(this.parts, reach.tenantId, copy).catch((second: unknown) => {
        logger.warn({ error: second }, 'a columnar copy could not be dropped');
      });
      return false;
    }
  }
}
