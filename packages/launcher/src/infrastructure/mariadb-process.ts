import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port';
import { waitForFirstByte } from './first-byte';
import { lastLines, startPrivateProcess, type PrivateProcess } from './private-process';

const run = promisify(execFile);
const ACCOUNT = 'redress';

/** The two programs that a private MariaDB needs. */
export interface MariadbBinaries {
  readonly server: string;
  readonly install: string;
}

/** A MariaDB of our own on the loopback interface; `url` names no schema. */
export interface PrivateMariadb {
  readonly url: string;
  readonly port: number;
  readonly process: PrivateProcess;
}

function accountArguments(): string[] {
  // mariadbd refuses to run as root unless it is told to
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}

async function installDataDirectory(binaries: MariadbBinaries, directory: string): Promise<void> {
  await run(binaries.install, [
    '--no-defaults',
    ...accountArguments(),
    `--datadir=${directory}`,
    '--auth-root-authentication-method=socket',
    '--skip-test-db',
    '--innodb-log-file-size=16M',
  ]).catch((error: { stdout?: string; stderr?: string }) => {
    const said = [error.stdout, error.stderr].join('\n').trim().split('\n').slice(-15).join('\n');
    throw new Error(`${binaries.install} failed:\n${said}`, { cause: error });
  });
}

async function prepareDataDirectory(binaries: MariadbBinaries, directory: string, template?: string): Promise<void> {
  if (existsSync(join(directory, 'ibdata1'))) return;
  const unfinished = `${directory}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  if (template === undefined) {
    await installDataDirectory(binaries, unfinished);
  } else {
    await prepareDataDirectory(binaries, template);
    await cp(template, unfinished, { recursive: true });
  }
  await rename(unfinished, directory).catch(async (error: unknown) => {
    // another process made the same directory in the meantime
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(join(directory, 'ibdata1'))) throw error;
  });
}

/** The initial statements give the one account a password, so that nobody else on the machine gets in. */
async function writeInitialStatements(directory: string, password: string): Promise<string> {
  const file = join(directory, 'initial.sql');
  const statements = [
    `CREATE OR REPLACE USER '${ACCOUNT}'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON *.* TO '${ACCOUNT}'@'127.0.0.1' WITH GRANT OPTION;`,
  ];
  await writeFile(file, `${statements.join('\n')}\n`, { mode: 0o600 });
  return file;
}

/** For a run of the tests: nothing has to last, and many systems with some hundred tables each share the server. */
const RELAXED = [
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--innodb-log-file-size=16M',
  '--innodb-buffer-pool-size=256M',
  '--max-connections=2000',
  '--table-definition-cache=8000',
  '--table-open-cache=4000',
];

/**
 * Starts MariaDB with its data below `directory` (created when missing; copied from `template` where that is given)
 * and resolves once it accepts connections. Without `durable`, a crash of the machine may lose transactions.
 */
export async function startMariadb(options: {
  binaries: MariadbBinaries;
  directory: string;
  durable: boolean;
  /** Letters and digits; the account is set to it at every start. */
  password: string;
  template?: string;
  port?: number;
  logFile?: string;
}): Promise<PrivateMariadb> {
  const data = join(options.directory, 'mysql');
  await mkdir(options.directory, { recursive: true, mode: 0o700 });
  await prepareDataDirectory(options.binaries, data, options.template);
  const port = options.port ?? (await freePort());
  const logFile = options.logFile ?? join(options.directory, 'mariadb.log');
  const server = await startPrivateProcess({
    name: 'database',
    command: options.binaries.server,
    args: [
      '--no-defaults',
      ...accountArguments(),
      `--datadir=${data}`,
      // relative to the data directory: a Unix socket's path may not exceed 107 bytes, and checkouts may lie deep
      '--socket=db.sock',
      '--pid-file=db.pid',
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      '--skip-log-bin',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_unicode_ci',
      '--default-time-zone=+00:00',
      '--max-connections=400',
      // unknown to older servers, which run without it
      '--loose-innodb-snapshot-isolation=ON',
      '--sql-mode=STRICT_TRANS_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
      `--init-file=${await writeInitialStatements(options.directory, options.password)}`,
      ...(options.durable ? [] : RELAXED),
    ],
    logFile,
  });
  try {
    // a crash recovery replays the redo log first, hence the long limit
    await waitForFirstByte({ host: '127.0.0.1', port, name: 'MariaDB', timeoutMs: 60_000, stillAlive: server.alive });
  } catch (error) {
    await server.stop({ signal: 'SIGKILL' });
    throw new Error(`MariaDB did not start; the end of ${logFile}:\n${lastLines(logFile)}`, { cause: error });
  }
  return { url: `mysql://${ACCOUNT}:${options.password}@127.0.0.1:${port}`, port, process: server };
}
