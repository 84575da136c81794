import { join } from 'node:path';
import {
  complaintRegistered,
  regulationAdopted,
  settlementCompleted,
  type EventData,
  type Producer,
} from '@redress/contracts';
import { createCursorCodec, createLoaders } from '@redress/graphql-runtime';
import { newId, type Role } from '@redress/kernel';
import { appendEvents, messagingMigrations, openMessaging, type Messaging } from '@redress/messaging';
import { createLogger, createMetrics } from '@redress/observability';
import { migrate, openDatabase, persistenceMigrations, type Database } from '@redress/persistence';
import type { Composition } from '@redress/service-host';
import { eventually, migratedDatabase, testNatsUrl } from '@redress/testkit';
import { graphql } from 'graphql';
import { compose } from '../../composition-root';
import { aComplaint } from '../../test-bench/complaints';

const logger = createLogger({ service: 'signals-test', level: 'silent' });

interface Running {
  readonly database: Database;
  readonly messaging: Messaging;
  stop(): Promise<void>;
}

export type Complaint = EventData<typeof complaintRegistered>;

/** Analytics with producers that tell it what a test makes up, at a time that the test sets. */
export class SignalsOffice {
  private constructor(
    private readonly producers: ReadonlyMap<Producer, Running>,
    readonly analytics: Running,
    private readonly composition: Composition,
    private readonly clock: { moment: Date },
    private readonly another: () => Composition,
  ) {}

  static async open(moment: string): Promise<SignalsOffice> {
    const streamPrefix = `s${newId().slice(-8)}`;
    const producers = new Map<Producer, Running>();
    for (const producer of ['intake', 'case-handling', 'finance'] as const) {
      producers.set(producer, await running(producer, streamPrefix, []));
    }
    const analytics = await running('analytics', streamPrefix, [join(__dirname, '..', '..', '..', 'migrations')]);
    const clock = { moment: new Date(moment) };
    const parts = {
      ...{ database: analytics.database, messaging: analytics.messaging, logger },
      clock: { now: () => new Date(clock.moment) },
    };
    const composed = () => compose({ ...parts, metrics: createMetrics('signals-test') });
    const composition = composed();
    composition.consumptions?.forEach((consumption) => analytics.messaging.consume(consumption));
    for (const { messaging } of [...producers.values(), analytics]) await messaging.start();
    return new SignalsOffice(producers, analytics, composition, clock, composed);
  }

  async close(): Promise<void> {
    for (const each of [this.analytics, ...this.producers.values()]) await each.stop();
  }

  moveTo(moment: string): void {
    this.clock.moment = new Date(moment);
  }

  /** Starts a job, that which watches unless told, as another process would; answers how to stop it. */
  async work(job = 'signals'): Promise<() => Promise<void>> {
    const workers = this.another().workers?.filter(({ name }) => name === job) ?? [];
    for (const worker of workers) await worker.start();
    return async () => {
      for (const worker of workers) await worker.stop();
    };
  }

  async adopt(
    tenantId: string,
    regulation: { readonly id: string; readonly version: number },
    adoptedAt = '2020-01-01T00:00:00.000Z',
  ): Promise<void> {
    const adoptionId = newId();
    const data: EventData<typeof regulationAdopted> = {
      ...{ adoptionId, regulation, adoptedBy: 'admin-1' },
      effectiveFrom: '2020-01-01T00:00:00.000Z',
      adoptedAt,
      settings: { timeZone: 'Asia/Shanghai', calendar: 'cn', openValues: {} },
    };
    await this.database('case-handling').transaction(tenantId, (tx) =>
      appendEvents(tx, { id: adoptionId, version: 1 }, [{ definition: regulationAdopted, data }]),
    );
    await eventually(
      async () => {
        const [row] = await this.analytics.database
          .reader(tenantId)
          .query('SELECT s.tenant_id FROM signal_setting s WHERE s.tenant_id = :tenantId');
        return row !== undefined;
      },
      { timeoutMs: 60_000, what: 'the adoption' },
    );
  }

  /** Tells of complaints and waits until they count. */
  async receive(tenantId: string, complaints: readonly Partial<Complaint>[]): Promise<void> {
    const before = await this.received(tenantId);
    for (let at = 0; at < complaints.length; at += 200) {
      await this.database('intake').transaction(tenantId, async (tx) => {
        for (const change of complaints.slice(at, at + 200)) {
          const data = aComplaint(change);
          await appendEvents(tx, { id: data.complaintId, version: 1 }, [{ definition: complaintRegistered, data }]);
        }
      });
    }
    await eventually(async () => (await this.received(tenantId)) === before + complaints.length, {
      ...{ timeoutMs: 120_000, intervalMs: 100, what: 'the complaints in the figures' },
    });
  }

  /** Tells of money that was paid for complaints, each an amount in minor units, and waits until it counts. */
  async pay(
    tenantId: string,
    paid: readonly { readonly complaintId: string; readonly minor: number; readonly currency: string }[],
    at: string,
  ): Promise<void> {
    await this.database('finance').transaction(tenantId, async (tx) => {
      for (const { complaintId, minor, currency } of paid) {
        const settlementId = newId();
        const data: EventData<typeof settlementCompleted> = {
          ...{ settlementId, complaintId, caseId: newId(), resolutionId: newId(), remedyId: newId() },
          ...{ at, instrument: 'REFUND', providerReference: settlementId },
          amount: { currency, amountMinor: String(minor) },
        };
        await appendEvents(tx, { id: settlementId, version: 1 }, [{ definition: settlementCompleted, data }]);
      }
    });
    await eventually(async () => (await this.counted(tenantId, 'SETTLEMENTS_COMPLETED')) === paid.length, {
      ...{ timeoutMs: 120_000, intervalMs: 100, what: 'the payments in the figures' },
    });
  }

  /** Asks the graph; a mutation or a query as a person of the role. */
  async ask<Data>(tenantId: string, source: string, variables: object = {}, roles: readonly Role[] = ['analyst']) {
    const viewer = { tenantId, subject: 'li', roles, tokenId: 't', expiresAt: new Date(Date.now() + 60_000) };
    const { schema, refusalTexts } = this.composition.schema;
    const { data, errors } = await graphql({
      schema,
      source,
      variableValues: variables as Record<string, unknown>,
      contextValue: {
        ...{ viewer, locale: 'en', traceId: '0'.repeat(32), logger, refusalTexts },
        loader: createLoaders(),
        cursors: createCursorCodec(Buffer.alloc(32)),
      },
    });
    return {
      data: JSON.parse(JSON.stringify(data ?? null)) as Data,
      codes: errors?.map(({ extensions, message }) =>
        typeof extensions['code'] === 'string' ? extensions['code'] : message,
      ),
    };
  }

  private received(tenantId: string): Promise<number> {
    return this.counted(tenantId, 'COMPLAINTS_RECEIVED');
  }

  private async counted(tenantId: string, metric: string): Promise<number> {
    const { data } = await this.ask<{ metrics: { rows: { values: { value: string }[] }[] } }>(
      tenantId,
      `{ metrics(query: { metrics: [${metric}] }) { rows { values { value } } } }`,
    );
    return Number(data.metrics.rows[0]?.values[0]?.value ?? 0);
  }

  private database(producer: Producer): Database {
    const found = this.producers.get(producer);
    if (found === undefined) throw new Error(`${producer} does not run`);
    return found.database;
  }
}

async function running(service: string, streamPrefix: string, migrations: readonly string[]): Promise<Running> {
  const scratch = await migratedDatabase([persistenceMigrations, messagingMigrations, ...migrations], migrate);
  const { url } = scratch;
  const database = await openDatabase({ url, rows: [] });
  const messaging = openMessaging({ service, database, natsUrl: testNatsUrl(), logger, streamPrefix });
  return {
    database,
    messaging,
    stop: async () => {
      await messaging.stop();
      await database.close();
      await scratch.drop();
    },
  };
}
