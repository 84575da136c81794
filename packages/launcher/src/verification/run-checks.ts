import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Check, CheckResult } from './check';

function run({ name, command: [program, ...args] }: Check, root: string): Promise<CheckResult> {
  const since = Date.now();
  const executable = program === 'node' ? process.execPath : join(root, 'node_modules', '.bin', program);
  return new Promise((resolve) => {
    let output = '';
    const ended = (passed: boolean) => resolve({ name, passed, output, tookMs: Date.now() - since });
    const child = spawn(executable, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (error) => {
      output += error.message;
      ended(false);
    });
    child.once('close', (code) => ended(code === 0));
  });
}

/** Runs the checks, as many at once as the machine has processors, and reports each as it ends. */
export async function runChecks(
  checks: readonly Check[],
  root: string,
  report: (result: CheckResult) => void,
): Promise<CheckResult[]> {
  const waiting = [...checks];
  const results: CheckResult[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const result = await run(next, root);
      results.push(result);
      report(result);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return results;
}
