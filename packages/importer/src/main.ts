import { join } from 'node:path';
import { readArguments, UsageError } from './command/arguments';
import { importCommand, type CommandEnd } from './command/import-command';
import { MappingUnusable } from './mapping/mapping-file';
import { progressDisplay } from './progress/progress-display';
import { FileUnusable } from './reading/read-lines';
import { ImportStopped } from './sending/import-client';

const EXIT_CODES: Record<CommandEnd, number> = { ALL_READ: 0, SOME_REJECTED: 2, INTERRUPTED: 130 };
const STATE_DIRECTORY = join(__dirname, '..', '..', '..', '.redress');

async function main(): Promise<number> {
  const interruption = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => interruption.abort());
  }
  const end = await importCommand(readArguments(process.argv.slice(2)), {
    environment: process.env,
    stateDirectory: STATE_DIRECTORY,
    signal: interruption.signal,
    display: progressDisplay(process.stderr),
  });
  return EXIT_CODES[end];
}

/** What a person can mend is said in its own words; anything else is a fault, with its stack. */
function explain(error: unknown): string {
  const expected = [UsageError, MappingUnusable, FileUnusable, ImportStopped].some((kind) => error instanceof kind);
  if (!(error instanceof Error)) return String(error);
  return expected ? error.message : (error.stack ?? error.message);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  },
);
