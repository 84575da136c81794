import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Producer } from '@redress/contracts';
import { newId } from '@redress/kernel';
import { migrate } from '@redress/persistence';
import { eventually, migratedDatabase, startBroker, type ControlledServer } from '@redress/testkit';
import { messagingMigrations } from '../index';
import type { FaultService, FaultServiceOptions, Sabotage } from './fault-service';
import { prepareSchema, startFaultService } from './fault-service';
import { effectViolations, outboxViolations, streamViolations } from './invariants';

/** For waits that rest on pauses, leases and redeliveries, to which a busy machine adds its own. */
export const WITH_PATIENCE = { timeoutMs: 60_000 };

type Name = FaultServiceOptions['service'];

/** What a fault test plays on: a broker of its own, and services with schemas of their own. */
export class FaultStage {
  readonly prefix = `f${newId().slice(-8)}`;
  private readonly schemas: (() => Promise<void>)[] = [];
  private readonly ends: (() => Promise<unknown>)[] = [];

  private constructor(readonly broker: ControlledServer) {}

  static async open(): Promise<FaultStage> {
    const stage = new FaultStage(await startBroker());
    stage.ends.push(() => stage.broker.stop());
    return stage;
  }

  /** A schema that is ready for a service. */
  async schema(): Promise<string> {
    const database = await migratedDatabase([messagingMigrations], migrate);
    const { url } = database;
    this.schemas.push(() => database.drop());
    await prepareSchema(url);
    return url;
  }

  options(service: Name, databaseUrl: string, consumes: readonly Producer[] = []): FaultServiceOptions {
    return { service, databaseUrl, natsUrl: this.broker.url, prefix: this.prefix, consumes };
  }

  /** Starts a service in this process; the stage stops it in the end. */
  async start(options: FaultServiceOptions, sabotage?: Sabotage): Promise<FaultService> {
    const service = await startFaultService(options, sabotage);
    this.endLater(() => service.stop());
    return service;
  }

  endLater(end: () => Promise<unknown>): void {
    this.ends.push(end);
  }

  /** Waits until outbox, stream and effects agree. */
  async settled(producer: FaultService, consumer: FaultService): Promise<void> {
    await eventually(async () => {
      expect(await outboxViolations(producer.database)).toEqual([]);
      expect(await effectViolations(producer.database, consumer.database)).toEqual([]);
      return true;
    }, WITH_PATIENCE);
    await eventually(async () => {
      const lacking = await streamViolations(producer.database, this.broker.url, this.prefix, 'case-handling');
      expect(lacking).toEqual([]);
      return true;
    }, WITH_PATIENCE);
  }

  async close(): Promise<void> {
    for (const end of this.ends.reverse()) await end();
    await Promise.all(this.schemas.map((drop) => drop()));
  }
}

/** Brings the built files up to date that child processes run. */
export function buildForChildren(): void {
  const builder = join(__dirname, '..', '..', '..', 'launcher', 'build.mjs');
  const packages = ['kernel', 'contracts', 'observability', 'persistence', 'messaging'];
  execFileSync(process.execPath, [builder, ...packages], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Commands spread evenly over some things of two tenants, in an order that the seed decides. */
export function someChanges(count: number, things: readonly string[], random: () => number) {
  return Array.from({ length: count }, () => {
    const index = Math.floor(random() * things.length);
    return { tenantId: `tenant-${index % 2}`, thingId: things[index] ?? '' };
  });
}

/** Numbers between 0 and 1 that the seed decides (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Runs the commands one after another. */
export async function runChanges(
  service: FaultService,
  changes: readonly { readonly tenantId: string; readonly thingId: string }[],
): Promise<void> {
  for (const { tenantId, thingId } of changes) await service.change(tenantId, thingId);
}

/** Ids of some new things. */
export function someThings(count: number): string[] {
  return Array.from({ length: count }, () => newId());
}
