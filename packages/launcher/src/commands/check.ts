import { projectDirectory } from '../infrastructure/project-directory';
import type { CheckResult } from '../verification/check';
import { ARCHITECTURE_TESTS, treeChecks } from '../verification/checks';
import { runChecks } from '../verification/run-checks';
import { runTests } from '../verification/run-tests';
import type { CommandContext } from './start';
import { join } from 'node:path';

function reportTo({ progress }: CommandContext) {
  return ({ name, passed, output, tookMs }: CheckResult) => {
    progress.say(`  ${passed ? 'ok   ' : 'FAIL '} ${name} (${(tookMs / 1000).toFixed(1)} s)`);
    if (!passed) progress.say(output.trimEnd().replace(/^/gm, '        '));
  };
}

/** Everything that needs no infrastructure. Returns the exit code. */
export async function check(context: CommandContext): Promise<number> {
  const checks = [...treeChecks(context.files.cache), ARCHITECTURE_TESTS];
  const results = await runChecks(checks, projectDirectory(), reportTo(context));
  const failed = results.filter(({ passed }) => !passed);
  for (const { name } of failed) context.progress.say(`failed: ${name}`);
  context.progress.say(`${results.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

/** All checks and all tests; ends with one line that counts both. Arguments go to jest. Returns the exit code. */
export async function test(context: CommandContext, args: readonly string[]): Promise<number> {
  const { files, progress } = context;
  const root = projectDirectory();
  const checks = await runChecks(treeChecks(files.cache), root, reportTo(context));
  const tests = await runTests(root, join(files.directory, 'test-report.json'), args);
  const failedChecks = checks.filter(({ passed }) => !passed);
  for (const { name } of failedChecks) progress.say(`failed: ${name}`);
  for (const file of tests.failedFiles) progress.say(`failed: ${file}`);
  const failed = tests.failed + failedChecks.length;
  progress.say(`${tests.passed + checks.length - failedChecks.length} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
