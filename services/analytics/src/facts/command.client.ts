import { openDatabase } from '@redress/persistence';
import { factListeners } from '../composition-root';
import { operatorDatabaseUrl } from '../environment';
import { remaking } from './composition-root';

type Making = ReturnType<typeof remaking>;

/** Writes a line for the operator. */
export const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs a command for one tenant or for all, one after the other; the exit code is the highest of theirs. */
export function runForTenants(usage: string, command: (making: Making, tenantId: string) => Promise<number>): void {
  run(usage, command).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 2;
    },
  );
}

async function run(usage: string, command: (making: Making, tenantId: string) => Promise<number>): Promise<number> {
  const [whose] = process.argv.slice(2);
  const url = operatorDatabaseUrl();
  if (whose === undefined || url === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const database = await openDatabase({ url, rows: [], poolSize: 4 });
  try {
    const making = remaking(database, factListeners);
    let code = 0;
    for (const tenantId of whose === '--all' ? await making.tenants() : [whose])
      code = Math.max(code, await command(making, tenantId));
    return code;
  } finally {
    await database.close();
  }
}
