import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readJson } from '../state/state-files';

/** What jest counted; a test file that could not be run counts as one failure. */
export interface TestResult {
  readonly passed: number;
  readonly failed: number;
  readonly failedFiles: readonly string[];
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { readonly name: string; readonly status: string }[];
}

/** As many as there are processors: what waits in one file is worked at by the services that it has started. */
const WORKERS = availableParallelism();

/** Runs jest with its own output on the terminal. `args` are passed on to it. */
export async function runTests(root: string, reportFile: string, args: readonly string[]): Promise<TestResult> {
  await rm(reportFile, { force: true });
  const jest = spawn(
    join(root, 'node_modules', '.bin', 'jest'),
    ['--maxWorkers', String(WORKERS), '--json', '--outputFile', reportFile, ...args],
    // with --json jest writes its whole report to standard output as well; progress goes to standard error
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [code] = (await once(jest, 'close')) as [number | null];
  return readReport((await readJson(reportFile)) as JestReport | undefined, root, code === 0);
}

/** Reads jest's report. Without one, or when jest failed for a reason that it did not count, there is one failure. */
export function readReport(report: JestReport | undefined, root: string, jestPassed: boolean): TestResult {
  if (report === undefined) return { passed: 0, failed: 1, failedFiles: ['jest did not finish'] };
  const counted = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: counted === 0 && !jestPassed ? 1 : counted,
    failedFiles: report.testResults
      .filter(({ status }) => status !== 'passed')
      .map(({ name }) => name.replace(`${root}/`, '')),
  };
}
