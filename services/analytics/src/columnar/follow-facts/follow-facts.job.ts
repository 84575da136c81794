import type { Logger } from '@redress/observability';
import type { FactsReach } from '../model/tenant-copy.model';
import { followFacts, giveUp, type FollowFactsParts } from './follow-facts.handler';

/** Between two looks at all tenants: the longer, the longer nothing has moved. Whoever asks does not wait for it. */
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;
/** For so long a tenant whose facts could not be copied is left to the facts themselves. */
const LEFT_ALONE_MS = 10_000;

/** What became of a round: the strongest first. */
const COURSES = ['BEHIND', 'MOVED', 'STILL'] as const;
type Course = (typeof COURSES)[number];

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
  private pauseMs = SHORTEST_PAUSE_MS;
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
      const course = await this.round();
      this.pauseMs = course === 'STILL' ? Math.min(2 * this.pauseMs, LONGEST_PAUSE_MS) : SHORTEST_PAUSE_MS;
      if (course === 'BEHIND') await this.serveHurried();
      else await this.pause();
    }
  }

  /** Waits for the next round, and meanwhile brings those further for whom somebody waits. */
  private async pause(): Promise<void> {
    const end = performance.now() + this.pauseMs;
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
    const course = await this.followEach(() => this.reachesOf(tenants));
    if (course === 'BEHIND') for (const tenantId of tenants) this.hurried.add(tenantId);
  }

  private async reachesOf(tenants: readonly string[]): Promise<readonly FactsReach[]> {
    const found = await Promise.all(tenants.map((tenantId) => this.parts.reachOf(tenantId)));
    return found.flatMap((reach) => reach ?? []);
  }

  private async round(): Promise<Course> {
    return this.followEach(() => this.parts.reachOfAll());
  }

  private async followEach(look: () => Promise<readonly FactsReach[]>): Promise<Course> {
    const courses = new Set<Course>();
    try {
      for (const reach of await look()) {
        if (this.stopped) return 'STILL';
        if (!this.isLeftAlone(reach.tenantId)) courses.add(await this.follow(reach));
      }
    } catch (error) {
      this.parts.logger.warn({ error }, 'the columnar copy could not see how far facts have come');
      return 'STILL';
    }
    return COURSES.find((course) => courses.has(course)) ?? 'STILL';
  }

  private isLeftAlone(tenantId: string): boolean {
    return (this.leftAloneUntil.get(tenantId) ?? 0) > performance.now();
  }

  /** A copy that failed is dropped: it would be told of facts that it does not have. */
  private async follow(reach: FactsReach): Promise<Course> {
    const { followed, logger } = this.parts;
    const before = followed.find(reach.tenantId)?.position;
    try {
      if (await followFacts(this.parts, reach)) return 'BEHIND';
      return followed.find(reach.tenantId)?.position === before ? 'STILL' : 'MOVED';
    } catch (error) {
      logger.warn({ error }, 'the columnar copy of a tenant failed and is made anew');
      this.leftAloneUntil.set(reach.tenantId, performance.now() + LEFT_ALONE_MS);
      const copy = followed.find(reach.tenantId);
      if (copy === undefined) return 'STILL';
      await giveUp(this.parts, reach.tenantId, copy).catch((second: unknown) => {
        logger.warn({ error: second }, 'a columnar copy could not be dropped');
      });
      return 'STILL';
    }
  }
}
