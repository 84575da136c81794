import { openDatabase } from '@redress/persistence';
import { operatorDatabaseUrl } from './environment';
import { parkedEvents, type ParkedEvents } from './inbox/parked-events';

const USAGE = `Parked events of one service, named by its schema in REDRESS_DATABASE_URL.

  node packages/messaging/dist/parked.main.js list
  node packages/messaging/dist/parked.main.js redrive EVENT_ID [--accept-gap]
`;

/** Carries out one command and answers the exit code. */
async function run(parked: ParkedEvents, [command, eventId, ...flags]: readonly string[]): Promise<number> {
  if (command === 'list') {
    for (const event of await parked.list()) process.stdout.write(`${JSON.stringify(event)}\n`);
    return 0;
  }
  if (command === 'redrive' && eventId !== undefined) {
    const found = await parked.redrive(eventId, { acceptGap: flags.includes('--accept-gap') });
    process.stdout.write(found ? 'it is tried again within a second\n' : 'no such event is parked\n');
    return found ? 0 : 1;
  }
  process.stderr.write(USAGE);
  return 2;
}

async function main(): Promise<number> {
  const url = operatorDatabaseUrl();
  if (url === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  const database = await openDatabase({ url, rows: [], poolSize: 1 });
  try {
    return await run(parkedEvents(database.system), process.argv.slice(2));
  } finally {
    await database.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
