import { rm } from 'node:fs/promises';
import type { ControlledServer } from '../infrastructure/controlled-server';
import { privateDirectory } from '../infrastructure/private-directory';
import { startBroker, startDatabaseServer } from '../infrastructure/start-infrastructure';
import { COPIES_VARIABLE } from '../infrastructure/schema-copies';
import { KIND_VARIABLE, serverKind } from '../infrastructure/server-kind';
import { sweepLeftovers } from '../infrastructure/sweep';
import { RUN_VARIABLES } from '../run-infrastructure';
import { startKeeper, type KeeperServer } from '../shared/keeper-server';
import { KEEPER_VARIABLE } from '../shared/lending';
import { CODE_VARIABLE } from '../system/quick-start';

let servers: ControlledServer[] = [];
let keeper: KeeperServer | undefined;

/** Starts what all test files share and passes it on through the environment, which jest's workers inherit. */
export async function startForTheRun(): Promise<void> {
  await sweepLeftovers();
  process.env[KIND_VARIABLE] = await serverKind();
  const given = { database: process.env['REDRESS_DATABASE_URL'], nats: process.env['REDRESS_NATS_URL'] };
  const [database, broker] = await Promise.all([
    given.database === undefined ? startDatabaseServer() : undefined,
    given.nats === undefined ? startBroker() : undefined,
  ]);
  servers = [database, broker].filter((server) => server !== undefined);
  process.env[RUN_VARIABLES.database] = database?.url ?? given.database;
  process.env[RUN_VARIABLES.nats] = broker?.url ?? given.nats;
  process.env[CODE_VARIABLE] = privateDirectory();
  process.env[COPIES_VARIABLE] = process.env[CODE_VARIABLE];
  keeper = await startKeeper();
  process.env[KEEPER_VARIABLE] = keeper.url;
}

/** Ends what {@link startForTheRun} started; given servers are left alone. */
export async function stopForTheRun(): Promise<void> {
  await keeper?.stop();
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
  await rm(process.env[CODE_VARIABLE] ?? '', { recursive: true, force: true });
}
