import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { graphFiles } from './graph-files';
import { reviewGraph } from './review-graph';

const ROOT = join(__dirname, '..', '..', '..');

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, against: { type: 'string' } } });
  const problems = await reviewGraph(graphFiles(ROOT), {
    write: values.check !== true,
    ...(values.against === undefined ? {} : { against: values.against }),
  });
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

void main();
