import { brokerContainer, databaseContainer } from './container-servers';
import type { ControlledServer } from './controlled-server';
import { brokerProcess, databaseProcess } from './process-servers';
import { createSchema } from './schemas';
import { serverKind } from './server-kind';

/** A database server, and a broker when asked for, that belong to one test file and may be hurt by it. */
export interface TestInfrastructure {
  /** mysql://user:password@host:port, without a schema. */
  readonly databaseServerUrl: string;
  /** Empty unless `natsToo`. */
  readonly natsUrl: string;
  /** What the broker keeps on disk; empty unless `natsToo`. */
  readonly natsDirectory: string;
  createSchema(name?: string): Promise<string>;
  killDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  pauseDatabase(): Promise<void>;
  resumeDatabase(): Promise<void>;
  killNats(): Promise<void>;
  startNats(): Promise<void>;
  pauseNats(): Promise<void>;
  resumeNats(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts servers of its own for one test file. `durable` keeps committed data over a kill of the machine (slower; for
 * fault tests). Tests that hurt nothing use {@link testDatabase} and {@link testNatsUrl}, which cost nothing.
 */
export async function startInfrastructure(
  options: { natsToo?: boolean; durable?: boolean } = {},
): Promise<TestInfrastructure> {
  const durable = options.durable ?? false;
  const [database, broker] = await Promise.all([
    startDatabaseServer({ durable }),
    options.natsToo === true ? startBroker({ durable }) : undefined,
  ]);
  const nats = () => {
    if (broker === undefined) throw new Error('this infrastructure was started without natsToo');
    return broker;
  };
  return {
    databaseServerUrl: database.url,
    natsUrl: broker?.url ?? '',
    natsDirectory: broker?.directory ?? '',
    createSchema: (name) => createSchema(database.url, name),
    killDatabase: () => database.kill(),
    startDatabase: () => database.start(),
    pauseDatabase: () => database.pause(),
    resumeDatabase: () => database.resume(),
    killNats: () => nats().kill(),
    startNats: () => nats().start(),
    pauseNats: () => nats().pause(),
    resumeNats: () => nats().resume(),
    async stop() {
      await Promise.all([broker?.stop(), database.stop()]);
    },
  };
}

/** A database server of the test's own. */
export async function startDatabaseServer(options: { durable?: boolean } = {}): Promise<ControlledServer> {
  const { durable = false } = options;
  if ((await serverKind()) === 'processes') return databaseProcess({ durable });
  return databaseContainer({ durable });
}

/** A broker of the test's own (about 0.2 s), to be killed, wiped or rolled back at will. */
export async function startBroker(options: { durable?: boolean } = {}): Promise<ControlledServer> {
  const { durable = false } = options;
  if ((await serverKind()) === 'processes') return brokerProcess({ durable });
  return brokerContainer({ durable });
}
