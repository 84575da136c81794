import type { EventEnvelope, Producer } from '@redress/contracts';
import { caseAccepted, settlementReleased } from '@redress/contracts';
import type { Logger } from '@redress/observability';
import { createLogger } from '@redress/observability';
import type { Database, TenantTransaction } from '@redress/persistence';
import { migrate, openDatabase } from '@redress/persistence';
import type { Messaging, Timing } from '../index';
import { appendEvents, messagingMigrations, onEvent, openMessaging } from '../index';

/** A small service for fault tests: it changes things, and records the effect of every foreign event it is given. */
export interface FaultService {
  readonly databaseUrl: string;
  readonly database: Database;
  readonly messaging: Messaging;
  /** A command: makes the thing, or changes it, and appends one event, in one transaction. Answers its new version. */
  change(tenantId: string, thingId: string): Promise<number>;
  stop(): Promise<void>;
}

/** What a fault service is; also what a child process is told in its first argument. */
export interface FaultServiceOptions {
  readonly service: 'case-handling' | 'finance' | 'analytics';
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly prefix: string;
  readonly shards?: number;
  readonly consumes?: readonly Producer[];
  readonly timing?: Partial<Timing>;
  readonly batchSize?: number;
  readonly streamMaxBytes?: number;
}

/** A handler may be made to fail; it is asked before each event takes effect. */
export type Sabotage = (event: EventEnvelope) => void;

const TABLES = [
  `CREATE TABLE IF NOT EXISTS thing (
     tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     version INT UNSIGNED NOT NULL,
     PRIMARY KEY (tenant_id, id)
   ) ENGINE = InnoDB`,
  // No unique key on the event: an effect that happens twice must show.
  `CREATE TABLE IF NOT EXISTS effect (
     n BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
     tenant_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     aggregate_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     version INT UNSIGNED NOT NULL,
     PRIMARY KEY (n)
   ) ENGINE = InnoDB`,
];

/** Short waits, so that a fault test spends its time on faults. */
export const HURRIED: Partial<Timing> = {
  leaseMs: 1_000,
  pollMs: 200,
  reconcileMs: 1_000,
  headCheckMs: 700,
  gapGraceMs: 150,
  retryDelaysMs: [1, 1, 1, 1, 1, 1, 1],
  acknowledgementMs: 1_000,
  redeliveryMs: 2_000,
};

/** Makes the schema ready for a fault service. */
export async function prepareSchema(databaseUrl: string): Promise<void> {
  await migrate({ url: databaseUrl, directory: [messagingMigrations] });
  const database = await openDatabase({ url: databaseUrl, rows: [], poolSize: 1 });
  try {
    for (const table of TABLES) await database.system.execute(table);
  } finally {
    await database.close();
  }
}

/** Opens and starts a fault service. */
export async function startFaultService(
  options: FaultServiceOptions,
  sabotage: Sabotage = () => undefined,
  logger: Logger = createLogger({ service: options.service, level: 'silent' }),
): Promise<FaultService> {
  const { service, databaseUrl, natsUrl, prefix, shards = 2, consumes = [], timing = HURRIED, batchSize } = options;
  const limit = options.streamMaxBytes === undefined ? {} : { streamMaxBytes: options.streamMaxBytes };
  const database = await openDatabase({ url: databaseUrl, rows: [], poolSize: 8 });
  const messaging = openMessaging({
    service,
    database,
    natsUrl,
    logger,
    shards,
    streamPrefix: prefix,
    timing,
    ...limit,
  });
  for (const producer of consumes) {
    messaging.consume({
      producer,
      handlers: handlersOf(service, sabotage),
      ...(batchSize === undefined ? {} : { batchSize }),
    });
  }
  await messaging.start();
  let stopped: Promise<void> | undefined;
  return {
    databaseUrl,
    database,
    messaging,
    change: (tenantId, thingId) => database.transaction(tenantId, (tx) => changeThing(tx, service, thingId)),
    stop() {
      stopped ??= messaging.stop().then(() => database.close());
      return stopped;
    },
  };
}

function handlersOf(service: FaultServiceOptions['service'], sabotage: Sabotage) {
  const record = async (event: EventEnvelope, tx: TenantTransaction) => {
    sabotage(event);
    await tx.insertMany('effect', [
      { event_id: event.id, aggregate_id: event.subject, version: event.aggregateversion },
    ]);
    // A handler may tell others what followed, in the same transaction.
    if (service === 'finance') await changeThing(tx, service, event.subject);
  };
  return { ...onEvent(caseAccepted, record), ...onEvent(settlementReleased, record) };
}

async function changeThing(
  tx: TenantTransaction,
  service: FaultServiceOptions['service'],
  id: string,
): Promise<number> {
  await tx.execute(
    `INSERT INTO thing (tenant_id, id, version) VALUES (:tenantId, :id, 1) ON DUPLICATE KEY UPDATE version = version + 1`,
    { id },
  );
  const [thing] = await tx.query<{ version: number }>(
    'SELECT t.version FROM thing t WHERE t.tenant_id = :tenantId AND t.id = :id',
    { id },
  );
  const aggregate = { id, version: thing?.version ?? 0 };
  const about = { caseId: id, complaintId: id, at: '2025-01-01T00:00:00.000Z', by: 'system:test' };
  if (service === 'finance') {
    const data = { ...about, settlementId: id, resolutionId: id };
    await appendEvents(tx, aggregate, [{ definition: settlementReleased, data }]);
  } else {
    await appendEvents(tx, aggregate, [{ definition: caseAccepted, data: about }]);
  }
  return aggregate.version;
}
