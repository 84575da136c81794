import { join } from 'node:path';
import { check, test } from './commands/check';
import { importFile, program } from './commands/program';
import { reset } from './commands/reset';
import { start, type CommandContext } from './commands/start';
import { stop } from './commands/stop';
import { token } from './commands/token';
import { createProgress } from './console/progress';
import { readEnvironment } from './environment';
import { stateDirectory } from './infrastructure/project-directory';
import { stateFiles } from './state/state-files';

type Command = (context: CommandContext, args: readonly string[]) => Promise<number>;

const printToken: Command = ({ files, progress }, args) =>
  token({ issuerKey: files.issuerKey, say: progress.say }, args);

const COMMANDS: Readonly<Record<string, Command>> = {
  start,
  stop,
  reset,
  check,
  test,
  token: printToken,
  import: importFile,
  benchmark: (_context, args) => program('test/dist/benchmark/main.js', args),
};

/** Runs one command of the launcher and answers its exit code. */
export async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = COMMANDS[name];
  if (command === undefined) {
    process.stderr.write(`unknown command "${name}"; known: ${Object.keys(COMMANDS).join(', ')}\n`);
    return 2;
  }
  // the terminal may go away before the system has stopped
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    const environment = readEnvironment();
    const files = stateFiles(environment.stateDirectory ?? stateDirectory(), join(stateDirectory(), 'cache'));
    return await command({ environment, files, progress: createProgress() }, args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof Error && error.cause instanceof Error)
      process.stderr.write(`because: ${error.cause.message}\n`);
    return 1;
  }
}
