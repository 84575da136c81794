import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectDirectory } from '@redress/launcher';
import { processorTimeMs } from '../figures/processor-time';

const SAMPLE_MS = 20;

/** What a command said, and the processor time that it used. */
export interface CommandRun {
  readonly lines: readonly string[];
  readonly processorMs: number;
}

/** Runs a command of a service on a schema, as an operator does; throws unless it ends with 0. */
export async function runCommand(
  file: string,
  words: readonly string[],
  databaseUrl: string,
  flags: readonly string[] = [],
): Promise<CommandRun> {
  const child = spawn(process.execPath, [...flags, join(projectDirectory(), file), ...words], {
    env: { ...process.env, REDRESS_DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { pid } = child;
  let processorMs = 0;
  const sampling = setInterval(() => {
    // It is gone when it has ended a moment ago.
    if (pid !== undefined && child.exitCode === null) processorMs = processorTimeMs(pid);
  }, SAMPLE_MS);
  try {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) throw new Error(`${file} ended with ${code}: ${said}`);
    return { lines: said.trim().split('\n'), processorMs };
  } finally {
    clearInterval(sampling);
  }
}
